import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  answerQuickInput,
  editorText,
  goToLine,
  openFile,
  runCommand,
  screenshot,
  waitForEditorText,
  waitForStatusBarText,
} from '../vscode-host/person.ts';
import { openPython, openStudio, PICTURES, type Studio } from './studio.ts';

const BROKEN = `from bioql import quantum

# entangle five, on the big machine
ghz = quantum("Creat a GZH state of 5 qubits", "IBM Torino", shots="2,000")
print(ghz.counts)
`;

const DATABASE = `from bioql import BioQL

conn = BioQL.connect("localhost")
cursor = conn.cursor()
cursor.execute("SELECT * FROM bell_state LIMIT 500")
rows = cursor.fetchall()
for row in rows:
    print(row)
conn.close()
`;

const QISKIT = `from qiskit import QuantumCircuit, Aer, execute

qc = QuantumCircuit(3, 3)
qc.h(0)
qc.cx(0, 1)
qc.cx(1, 2)
qc.measure([0, 1, 2], [0, 1, 2])

backend = Aer.get_backend("qasm_simulator")
counts = execute(qc, backend, shots=2000).result().get_counts()
print(counts)
`;

const UNCLEAR = `from bioql import quantum

mess = quantum("what on earth is this")
print(mess)
`;

const preview = (page: Page) => page.locator('.review-widget');

for (const theme of ['dark', 'light'] as const) {
  describe(`a person who has code mended (${theme})`, function () {
    this.timeout(120_000);
    let studio: Studio;
    before(async () => {
      studio = await openStudio({
        files: {
          'ghz.py': BROKEN,
          'rows.py': DATABASE,
          'circuit.py': QISKIT,
          'mess.py': UNCLEAR,
          'notes.md': 'Notes\n',
        },
        theme,
      });
    });
    after(() => studio.close());

    const picture = (name: string) => screenshot(studio.page, join(PICTURES, `${name}-${theme}.png`));
    /** The lines of the diff in their colours, which come a moment after its text. */
    const drawn = (page: Page) => preview(page).locator('.monaco-tokenized-source').waitFor();
    /** Until the keys know that BioQL is in play. */
    const settled = async (page: Page) => {
      await page.locator('.codelens-decoration').first().waitFor();
    };

    it('sees the change as a diff, accepts it, and takes it back in one step', async () => {
      const { page } = studio;
      await openPython(page, 'ghz.py');
      await settled(page);
      const before = await editorText(page);
      await goToLine(page, 4);
      await page.keyboard.press('Control+Shift+F');
      await preview(page).getByText('without the model · $0').waitFor();
      await preview(page)
        .getByText('+ghz = quantum("Create 5-qubit GHZ state", backend="ibm_torino", shots=2000)')
        .waitFor();
      await preview(page).getByText('It is quantum hardware: running there costs money.').waitFor();
      await drawn(page);
      await picture('fix');
      await page.keyboard.press('Control+Enter');
      await waitForEditorText(page, 'ghz = quantum("Create 5-qubit GHZ state", backend="ibm_torino", shots=2000)');
      await preview(page).waitFor({ state: 'detached' });
      const after = await editorText(page);
      assert.match(after, /# entangle five, on the big machine/);
      assert.match(after, /print\(ghz\.counts\)/);
      await page.keyboard.press('Control+Z');
      await waitForEditorText(page, before);
    });

    it('asks for another backend in words, without a request', async () => {
      const { page } = studio;
      await goToLine(page, 4);
      await page.keyboard.press('Control+Shift+F');
      await preview(page).getByText('without the model · $0').waitFor();
      await page.keyboard.press('Control+Enter');
      await waitForEditorText(page, 'backend="ibm_torino"');
      await runCommand(page, 'BioQL: Fix with Instruction…');
      await answerQuickInput(page, 'on the ionq simulator with 300 shots');
      await preview(page).getByText('backend="ionq_simulator", shots=300').waitFor();
      await drawn(page);
      await picture('fix-instruction');
      await page.keyboard.press('Escape');
      await preview(page).waitFor({ state: 'detached' });
      assert.match(await editorText(page), /backend="ibm_torino", shots=2000/);
    });

    it('finds it at the lightbulb of a problem', async () => {
      const { page } = studio;
      await page.keyboard.press('Control+Z');
      await waitForEditorText(page, 'GZH');
      await page.locator('.squiggly-error').first().waitFor();
      await goToLine(page, 4, 20);
      await page.keyboard.press('Control+.');
      const menu = page.locator('.action-widget');
      await menu.getByText('Fix with BioQL').waitFor();
      await picture('fix-lightbulb');
      await menu.getByText('Fix with BioQL').click();
      await preview(page).getByText('without the model · $0').waitFor();
      await page.keyboard.press('Escape');
      await preview(page).waitFor({ state: 'detached' });
    });

    it('has a database turned into BioQL', async () => {
      const { page } = studio;
      await openPython(page, 'rows.py');
      await goToLine(page, 8);
      await page.locator('.squiggly-error').first().waitFor();
      await page.keyboard.press('Control+Shift+F');
      await preview(page).getByText('+rows = quantum("Create Bell state", backend="simulator", shots=500)').waitFor();
      await drawn(page);
      await picture('fix-database');
      await page.keyboard.press('Control+Enter');
      await waitForEditorText(
        page,
        'from bioql import quantum\n\nrows = quantum("Create Bell state", backend="simulator", shots=500)\nfor row in rows:\n    print(row)\n',
      );
    });

    it('has a Qiskit circuit turned into BioQL by the palette', async () => {
      const { page } = studio;
      await openPython(page, 'circuit.py');
      await runCommand(page, 'BioQL: Fix Code');
      await preview(page)
        .getByText('+counts = quantum("Create 3-qubit GHZ state", backend="simulator", shots=2000)')
        .waitFor();
      await drawn(page);
      await picture('fix-qiskit');
      await page.keyboard.press('Control+Enter');
      await waitForEditorText(
        page,
        'counts = quantum("Create 3-qubit GHZ state", backend="simulator", shots=2000)\nprint(counts)',
      );
    });

    it('asks the model for what rules cannot tell, and sees what it cost', async () => {
      const { page } = studio;
      await openPython(page, 'mess.py');
      await settled(page);
      await goToLine(page, 3);
      await page.keyboard.press('Control+Shift+F');
      const answer = preview(page).getByText(/from the model · |not a request|not clear|does not fit/);
      await answer.first().waitFor();
      await picture('fix-model');
      await page.keyboard.press('Escape');
      await preview(page).waitFor({ state: 'detached' });
      await waitForStatusBarText(page, '$');
      assert.match(await editorText(page), /what on earth is this/);
    });

    it('keeps its key away from other files', async () => {
      const { page } = studio;
      await openFile(page, 'notes.md');
      await page.keyboard.press('Control+Shift+F');
      await page.locator('.search-view').first().waitFor();
      assert.equal(await preview(page).count(), 0);
    });

    it('mends without a service, and says what needs one', async () => {
      const { page, stopService } = studio;
      await stopService();
      await openPython(page, 'ghz.py');
      await goToLine(page, 4);
      await page.keyboard.press('Control+Shift+F');
      await preview(page).getByText('without the model · $0').waitFor();
      await page.keyboard.press('Escape');
      await preview(page).waitFor({ state: 'detached' });
      await openPython(page, 'mess.py');
      await goToLine(page, 3);
      await page.keyboard.press('Control+Shift+F');
      await preview(page)
        .getByText(/cannot be reached/)
        .waitFor();
      await preview(page)
        .getByText(/BioQL does not understand this program/)
        .waitFor();
      await picture('fix-offline');
    });
  });
}
