import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { acceptFile, answerQuickInput, screenshot, waitForEditorText, webview } from '../vscode-host/person.ts';
import { openPython, openStudio, PICTURES, type Studio } from './studio.ts';

const FILES = {
  'grover.py':
    'from bioql import quantum\n\nfound = quantum("Run Grover search on 3 qubits for 101", backend="ibm_torino", shots=500)\nprint(found)\n',
};

const lens = (page: Page, title: string) => page.locator('.codelens-decoration a', { hasText: title });

for (const theme of ['dark', 'light'] as const) {
  describe(`a person who wants to know and to take a program along (${theme})`, function () {
    this.timeout(120_000);
    let studio: Studio;
    before(async () => {
      studio = await openStudio({ files: FILES, theme });
      await openPython(studio.page, 'grover.py');
    });
    after(() => studio.close());

    it('has it explained beside the code', async () => {
      const { page } = studio;
      await lens(page, 'Explain').click();
      const explanation = webview(page);
      await explanation.getByRole('heading', { name: 'Grover search' }).waitFor();
      await explanation.getByText('101 is found with probability 94.53%.').waitFor();
      await explanation.getByText('ibm_torino is quantum hardware of IBM').waitFor();
      await screenshot(page, join(PICTURES, `explain-${theme}.png`));
    });

    it('writes it as OpenQASM 3 in an editor beside, and as a circuit file', async () => {
      const { page } = studio;
      await lens(page, 'Export').click();
      await page.locator('.quick-input-widget:visible').getByText('OpenQASM 3').first().waitFor();
      await screenshot(page, join(PICTURES, `export-${theme}.png`));
      await answerQuickInput(page, 'OpenQASM');
      await waitForEditorText(page, 'OPENQASM 3.0;');

      await lens(page, 'Export').click();
      await answerQuickInput(page, '.qsc');
      await acceptFile(page, 'grover-circuit.qsc');
      await page.locator('.explorer-folders-view').getByText('grover-circuit.qsc').waitFor();
    });
  });
}
