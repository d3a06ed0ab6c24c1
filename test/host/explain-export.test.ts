import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';

const CODE = `from bioql import quantum

result_1 = quantum("Create 3-qubit GHZ state", backend="simulator", shots=500)
print(result_1)
result_2 = quantum("Run Grover search on 3 qubits for 101", backend="ibm_torino", shots=1024)
print(result_2)
broken = quantum("make a sandwich")
`;

async function until<T>(find: () => T | undefined | Promise<T | undefined>, what: string): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await find();
    if (found !== undefined) return found;
    await delay(100);
  }
  throw new Error(`${what} did not come`);
}

async function openCode(): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const document = await vscode.workspace.openTextDocument({ language: 'python', content: CODE });
  return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

function putCursor(editor: vscode.TextEditor, text: string): void {
  const at = editor.document.positionAt(CODE.indexOf(text));
  editor.selection = new vscode.Selection(at, at);
}

const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

const preview = (label: RegExp): Promise<vscode.Tab> =>
  until(
    () => tabs().find((tab) => tab.input instanceof vscode.TabInputWebview && label.test(tab.label)),
    'the preview',
  );

/** Runs a command that asks with a list, and takes the row that is `down` below the first. */
async function pick(command: string, argument: unknown, down: number): Promise<void> {
  const done = vscode.commands.executeCommand(command, argument);
  await delay(500);
  for (let row = 0; row < down; row += 1) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await done;
}

const exported = (start: string): Promise<vscode.TextEditor> =>
  until(() => vscode.window.visibleTextEditors.find(({ document }) => document.getText().startsWith(start)), start);

suite('Explain and Export inside VS Code', () => {
  test('Explain shows the call at the cursor in words beside the code', async () => {
    const editor = await openCode();
    putCursor(editor, 'print(result_2)');
    await vscode.commands.executeCommand('bioql.explainCode');
    const tab = await preview(/Grover search/);
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(editor.document.getText(), CODE);
  });

  test('Explain takes the call of a CodeLens', async () => {
    const { document } = await openCode();
    await vscode.commands.executeCommand('bioql.explainCode', {
      uri: document.uri.toString(),
      offset: CODE.indexOf('quantum("Create'),
    });
    await preview(/GHZ state/);
  });

  test('the explanation is Markdown with the figures of the call', async () => {
    const query = JSON.stringify({ name: 'r', program: 'Create 3-qubit GHZ state', backend: 'ibm_torino', shots: 500 });
    const uri = vscode.Uri.from({ scheme: 'bioql-explain', path: '/GHZ.md', query });
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(text, /^# GHZ state$/m);
    assert.match(text, /^\| Gates \| 3 \(2 cx, 1 h\) \|$/m);
    assert.match(text, /Runs there cost money/);
  });

  test('Export opens OpenQASM 3 beside the code', async () => {
    const editor = await openCode();
    putCursor(editor, 'result_1');
    await pick('bioql.exportCode', undefined, 0);
    const { document, viewColumn } = await exported('// BioQL: Create 3-qubit GHZ state');
    assert.match(document.getText(), /^OPENQASM 3\.0;$/m);
    assert.equal(document.isUntitled, true);
    assert.equal(viewColumn, vscode.ViewColumn.Two);
  });

  test('Export opens the Qiskit program of the call of a CodeLens, as Python', async () => {
    const { document: code } = await openCode();
    const address = { uri: code.uri.toString(), offset: CODE.indexOf('quantum("Run') };
    await pick('bioql.exportCode', address, 1);
    const { document } = await exported('# BioQL: Run Grover search on 3 qubits for 101');
    assert.equal(document.languageId, 'python');
    assert.match(document.getText(), /^SHOTS = 1024$/m);
  });

  test('a call that is not understood opens nothing', async () => {
    const editor = await openCode();
    putCursor(editor, 'sandwich');
    await vscode.commands.executeCommand('bioql.exportCode');
    await vscode.commands.executeCommand('bioql.explainCode');
    await delay(300);
    assert.equal(tabs().length, 1);
  });
});
