import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { editorText, goToLine, runCommand, screenshot, waitForEditorText } from '../vscode-host/person.ts';
import { openPython, openStudio, PICTURES, type Studio } from './studio.ts';

const SOURCE = `from bioql import quantum

ghz = quantum("Creat a GZH state of 5 qubits", backend="simulator", shots=1024)
print(ghz)
bell = quantum("Create Bell state", backend="ibm_torino", shots=500)
print(bell)
`;

const suggestions = (page: Page) => page.locator('.suggest-widget.visible .monaco-list-row');
const squiggles = (page: Page) => page.locator('.squiggly-error');
const lenses = (page: Page) => page.locator('.codelens-decoration');

for (const theme of ['dark', 'light'] as const) {
  describe(`a person who writes a program by hand (${theme})`, function () {
    this.timeout(120_000);
    let studio: Studio;
    before(async () => {
      studio = await openStudio({ files: { 'by_hand.py': SOURCE }, theme });
      await openPython(studio.page, 'by_hand.py');
    });
    after(() => studio.close());

    const picture = (name: string) => screenshot(studio.page, join(PICTURES, `${name}-${theme}.png`));

    it('sees what is wrong, and what each call is', async () => {
      const { page } = studio;
      await squiggles(page).first().waitFor();
      await lenses(page).getByText('BioQL: this call cannot run yet').waitFor();
      await lenses(page).getByText('▶ Run on simulator · 2 qubits · depth 3').waitFor();
      await picture('diagnostics');
    });

    it('mends it with the keys of every quick fix', async () => {
      const { page } = studio;
      await goToLine(page, 3, 20);
      await page.keyboard.press('Control+.');
      const menu = page.locator('.action-widget');
      await menu.getByText('Change to "Create 5-qubit GHZ state"').waitFor();
      await picture('quick-fix');
      await page.keyboard.press('Enter');
      await waitForEditorText(page, 'ghz = quantum("Create 5-qubit GHZ state", backend="simulator", shots=1024)');
      await lenses(page).getByText('▶ Run on simulator · 5 qubits · depth 6').waitFor();
      await squiggles(page).first().waitFor({ state: 'detached' });
      await picture('fixed');
    });

    it('reads what a program is', async () => {
      const { page } = studio;
      await goToLine(page, 3, 20);
      await runCommand(page, 'Show or Focus Hover');
      const hover = page.locator('.monaco-hover:visible');
      await hover.getByText('5 qubits · depth 6 · 5 gates').waitFor();
      await picture('hover');
      await page.keyboard.press('Escape');
    });

    it('types a call with programs, keywords and backends offered', async () => {
      const { page } = studio;
      await goToLine(page, 7);
      await page.keyboard.type('w = quantum("');
      await suggestions(page).first().waitFor();
      await page.keyboard.type('7 w st');
      await suggestions(page).getByText('Create 7-qubit W state').waitFor();
      await picture('complete-program');
      await page.keyboard.press('Enter');
      await waitForEditorText(page, 'w = quantum("Create 7-qubit W state")');
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.type(', ');
      await suggestions(page).getByText('backend', { exact: true }).waitFor();
      await page.keyboard.type('back');
      await page.keyboard.press('Enter');
      await suggestions(page).getByText('ibm_torino').first().waitFor();
      await picture('complete-backend');
      await page.keyboard.type('torino');
      await suggestions(page).getByText('ibm_torino').first().waitFor();
      await page.keyboard.press('Enter');
      // What follows may be ghost text, which the editor draws like text.
      await waitForEditorText(page, 'w = quantum("Create 7-qubit W state", backend="ibm_torino"');
      assert.match(await editorText(page), /print\(bell\)/);
      await page.locator('.squiggly-info').nth(1).waitFor();
      await lenses(page).getByText('▶ Run on simulator · 7 qubits').waitFor();
      await picture('hardware');
    });
  });
}
