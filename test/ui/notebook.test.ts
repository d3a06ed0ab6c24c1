import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { runCommand, screenshot, waitForQuickInput, webview } from '../vscode-host/person.ts';
import { openPython, openStudio, PICTURES, type Studio } from './studio.ts';

const cell = (...lines: string[]) => ({
  cell_type: 'code',
  execution_count: null,
  metadata: {},
  outputs: [],
  source: lines.map((line, at) => (at === lines.length - 1 ? line : `${line}\n`)),
});

const NOTEBOOK = JSON.stringify({
  cells: [
    { cell_type: 'markdown', metadata: {}, source: ['# Entanglement'] },
    cell('from bioql import quantum'),
    cell('# a GHZ state on 3 qubits'),
    cell('bell = quantum("Create Bell state", backend="ibm_torin")'),
  ],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
});

describe('a notebook', function () {
  this.timeout(150_000);
  let studio: Studio;
  let cells: Locator;
  const textOf = async (at: number): Promise<string> => {
    const lines = await cells.nth(at).locator('.view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  };
  /** Puts the cursor at the end of a cell. */
  const enter = async (at: number) => {
    await cells.nth(at).locator('.view-line').first().click();
    await studio.page.keyboard.press('Control+End');
  };

  before(async () => {
    studio = await openStudio({ files: { 'entanglement.ipynb': NOTEBOOK, 'first.py': '' } });
    const { page } = studio;
    cells = page.locator('.notebookOverlay .code-cell-row');
    // Before the extensions are known, VS Code would show the notebook as JSON.
    await openPython(page, 'first.py');
    await page.locator('.explorer-viewlet').getByText('entanglement.ipynb').dblclick();
    await cells.nth(2).locator('.view-line').first().waitFor();
  });
  after(() => studio.close());

  it('underlines what is wrong in a cell, by the import above it', async () => {
    await cells.nth(2).locator('.squiggly-error').waitFor();
    assert.equal(await cells.nth(0).locator('.squiggly-error').count(), 0);
    await screenshot(studio.page, join(PICTURES, 'notebook-diagnostics.png'));
  });

  it('generates below the comment of a cell, and does not import twice', async () => {
    const { page } = studio;
    await enter(1);
    await page.keyboard.press('Control+Shift+G');
    await waitForQuickInput(page, 'a GHZ state on 3 qubits');
    await page.keyboard.press('Enter');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('from the model').waitFor();
    await screenshot(page, join(PICTURES, 'notebook-preview.png'));
    await dialog.getByRole('button', { name: 'Accept' }).click();
    await cells.nth(1).locator('.view-line', { hasText: 'print(result)' }).waitFor();
    await cells.nth(1).locator('.codelens-decoration', { hasText: 'Run on simulator' }).waitFor();
    await screenshot(page, join(PICTURES, 'notebook-accepted.png'));
    assert.equal(
      await textOf(1),
      '# a GHZ state on 3 qubits\nresult = quantum("Create 3-qubit GHZ state", backend="simulator", shots=1024)\nprint(result)',
    );
  });

  it('runs the call of a cell', async () => {
    const { page } = studio;
    await enter(1);
    await runCommand(page, 'BioQL: Run on Simulator');
    await webview(page).getByRole('heading', { name: 'GHZ state' }).waitFor();
    await webview(page).locator('#histogram .outcome').first().waitFor();
    await page.keyboard.press('Control+B');
    await screenshot(page, join(PICTURES, 'notebook-run.png'));
  });

  it('fixes a cell by what the cells above import', async () => {
    const { page } = studio;
    await page.locator('.tab', { hasText: 'entanglement.ipynb' }).click();
    await enter(2);
    await page.keyboard.press('Control+Shift+F');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('ibm_torino').first().waitFor();
    await screenshot(page, join(PICTURES, 'notebook-fix.png'));
    await dialog.getByRole('button', { name: 'Accept' }).click();
    await cells.nth(2).locator('.squiggly-error').waitFor({ state: 'detached' });
    assert.equal(await textOf(2), 'bell = quantum("Create Bell state", backend="ibm_torino")');
  });
});
