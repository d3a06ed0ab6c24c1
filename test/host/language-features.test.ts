import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';

const IMPORT = 'from bioql import quantum\n\n';

const open = async (content: string): Promise<vscode.TextDocument> => {
  const document = await vscode.workspace.openTextDocument({ language: 'python', content });
  await vscode.window.showTextDocument(document);
  return document;
};

/** Waits for what the extension shows a moment after a change. */
async function eventually<T>(read: () => T | PromiseLike<T>, holds: (value: T) => boolean): Promise<T> {
  let value = await read();
  for (let tries = 0; !holds(value) && tries < 100; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    value = await read();
  }
  return value;
}

const codesOf = (uri: vscode.Uri): unknown[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'BioQL')
    .map(({ code }) => code);

const codesBecome = async (uri: vscode.Uri, codes: readonly string[]): Promise<void> => {
  const seen = await eventually(
    () => codesOf(uri),
    (found) => String(found) === String(codes),
  );
  assert.deepEqual(seen, codes);
};

const placeOf = (document: vscode.TextDocument, text: string): vscode.Position =>
  document.positionAt(document.getText().indexOf(text) + 1);

const actionsAt = (document: vscode.TextDocument, text: string): Thenable<vscode.CodeAction[]> => {
  const at = placeOf(document, text);
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new vscode.Range(at, at));
};

/** The titles of the lenses by line; VS Code hands out those first that need no second look. */
const lensesOf = async (document: vscode.TextDocument): Promise<Record<number, string[]>> => {
  const read = () =>
    vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
  const lenses = await eventually(read, ({ length }) => length > 0);
  const byLine = Object.groupBy(lenses, ({ range }) => range.start.line);
  return Object.fromEntries(
    Object.entries(byLine).map(([line, found = []]) => [line, found.map(({ command }) => command?.title ?? '').sort()]),
  );
};

suite('language features inside VS Code', () => {
  test('diagnostics come, follow the typing, and go with the document', async () => {
    const document = await open('result = quantum("Creat Bell state", backend="ibm_torin")\n');
    await codesBecome(document.uri, ['missing-import', 'program-not-understood', 'unknown-backend']);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), IMPORT);
    await vscode.workspace.applyEdit(edit);
    await codesBecome(document.uri, ['program-not-understood', 'unknown-backend']);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await codesBecome(document.uri, []);
  });

  test('quick fixes mend what they are for', async () => {
    const document = await open('"""Doc."""\n\nresult = quantum("Creat Bell state", backend="ibm_torin", shot=5)\n');
    await codesBecome(document.uri, ['missing-import', 'program-not-understood', 'unknown-backend', 'unknown-keyword']);
    for (const [at, title] of [
      ['quantum(', 'Add "from bioql import quantum"'],
      ['Creat', 'Change to "Create Bell state"'],
      ['ibm_torin', 'Change to "ibm_torino"'],
      ['shot=', 'Change to shots'],
    ] as const) {
      const action = (await actionsAt(document, at)).find((each) => each.title === title);
      assert.ok(action?.edit, title);
      assert.equal(action.isPreferred, true);
      await vscode.workspace.applyEdit(action.edit);
    }
    assert.equal(
      document.getText(),
      '"""Doc."""\n\nfrom bioql import quantum\n\nresult = quantum("Create Bell state", backend="ibm_torino", shots=5)\n',
    );
    await codesBecome(document.uri, ['hardware-costs-money']);
  });

  test('a refactoring writes the canonical form', async () => {
    const document = await open(`${IMPORT}quantum("qft on four qubits")\n`);
    await vscode.window.showTextDocument(document);
    const read = () => actionsAt(document, 'qft');
    const actions = await eventually(read, ({ length }) => length > 0);
    const action = actions.find(({ kind }) => kind?.value === 'refactor.rewrite');
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), `${IMPORT}quantum("Run quantum Fourier transform on 4 qubits")\n`);
  });

  test('hovers tell about programs, backends and keywords', async () => {
    const document = await open(`${IMPORT}quantum("Create 3-qubit GHZ state", backend="ibm_torino", shots=5)\n`);
    for (const [at, said] of [
      ['GHZ', /\*\*GHZ state\*\*.*3 qubits · depth 4 · 3 gates/s],
      ['torino', /IBM · hardware · 133 qubits.*costs money/s],
      ['shots', /Range: 1 to 1,000,000/],
    ] as const) {
      const read = () =>
        vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          placeOf(document, at),
        );
      const hovers = await eventually(read, ({ length }) => length > 0);
      assert.match(
        hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join(),
        said,
      );
    }
  });

  test('completions offer backends, keywords and programs where they belong', async () => {
    const document = await open(`${IMPORT}quantum("", backend="", )\nx = ""\n`);
    const labels = async (at: string, offset: number): Promise<string[]> => {
      const position = document.positionAt(document.getText().indexOf(at) + offset);
      const read = () =>
        vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          position,
        );
      const { items } = await eventually(read, (list) => list.items.length > 0);
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    assert.ok((await labels('backend="', 'backend="'.length)).includes('ibm_torino'));
    assert.ok((await labels('quantum(""', 'quantum("'.length)).includes('Create Bell state'));
    assert.ok((await labels(', )', 2)).includes('shots'));
    assert.ok(!(await labels('x = "', 'x = "'.length)).includes('Create Bell state'));
  });

  test('lenses stand above every call, also when the rest of the file is broken', async () => {
    const document = await open(
      `${IMPORT}a = quantum("Create 3-qubit GHZ state")\ndef broken(:\nb = quantum("Dock aspirin to COX-2")\nc = quantum("nothing")\nd = quantum(text)\n`,
    );
    assert.deepEqual(await lensesOf(document), {
      2: ['Explain', 'Export', 'Run all · 3 steps', '▶ Run on simulator · 3 qubits · depth 4'],
      4: ['Describe · Molecular docking', 'Explain'],
      5: ['BioQL: this call cannot run yet'],
    });
  });

  test('cells of a notebook see the imports above them', async () => {
    const cell = (text: string) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python');
    const data = new vscode.NotebookData([
      cell('from bioql import quantum as q'),
      cell('result = q("Create Bell state", shots=0)\nother = quantum("Create Bell state")'),
    ]);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    await vscode.window.showNotebookDocument(notebook);
    await codesBecome(notebook.cellAt(1).document.uri, ['shots-out-of-range', 'missing-import']);
    const edit = new vscode.WorkspaceEdit();
    const above = notebook.cellAt(0).document;
    edit.insert(above.uri, new vscode.Position(0, 0), IMPORT);
    await vscode.workspace.applyEdit(edit);
    await codesBecome(notebook.cellAt(1).document.uri, ['shots-out-of-range']);
  });
});
