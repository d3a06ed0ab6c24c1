import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';

const IMPORT = 'from bioql import quantum\n\n';

async function open(content: string, selected = ''): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'python', content });
  const editor = await vscode.window.showTextDocument(document);
  const at = content.indexOf(selected);
  const [from, to] = [at, at + selected.length].map((offset) => document.positionAt(offset));
  if (from !== undefined && to !== undefined) editor.selection = new vscode.Selection(from, to);
  return document;
}

/** Decides about the preview as soon as there is one, until the document reads so. */
async function decideUntil(document: vscode.TextDocument, command: string, wanted: string): Promise<void> {
  for (let tries = 0; document.getText() !== wanted && tries < 100; tries += 1) {
    await vscode.commands.executeCommand(command);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(document.getText(), wanted);
}

suite('Fix inside VS Code', () => {
  test('mends a file in one step, without a service', async () => {
    const before = `r = quantum("Creat Bell state", "sim", shots="1,000")\n`;
    const document = await open(before);
    const done = vscode.commands.executeCommand('bioql.fixCode');
    await decideUntil(
      document,
      'bioql.acceptPreview',
      `${IMPORT}r = quantum("Create Bell state", backend="sim", shots=1000)\n`,
    );
    await done;
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('mends the selection and nothing else', async () => {
    const first = 'a = quantum("Creat Bell state")';
    const second = 'b = quantum("Creat Bell state")';
    const document = await open(`${IMPORT}${first}\n${second}\n`, second);
    const done = vscode.commands.executeCommand('bioql.fixCode');
    await decideUntil(document, 'bioql.acceptPreview', `${IMPORT}${first}\nb = quantum("Create Bell state")\n`);
    await done;
  });

  test('leaves the file alone when it is discarded', async () => {
    const before = `${IMPORT}r = quantum("Creat Bell state")\n`;
    const document = await open(before);
    let over = false;
    const done = Promise.resolve(vscode.commands.executeCommand('bioql.fixCode')).then(() => {
      over = true;
    });
    while (!over) {
      await vscode.commands.executeCommand('bioql.discardPreview');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await done;
    assert.equal(document.getText(), before);
  });

  test('makes the change where it belongs when the person has typed above it meanwhile', async () => {
    const document = await open(`${IMPORT}\nr = quantum("Creat Bell state")\n`);
    const done = vscode.commands.executeCommand('bioql.fixCode');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# mine\n');
    await vscode.workspace.applyEdit(edit);
    await decideUntil(document, 'bioql.acceptPreview', `# mine\n${IMPORT}\nr = quantum("Create Bell state")\n`);
    await done;
  });

  test('is offered at an error, and not where all is well', async () => {
    const document = await open(`${IMPORT}r = quantum("Creat Bell state")\ns = quantum("Create Bell state")\n`);
    const titlesAt = async (line: number) => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(line, 14, line, 14),
      );
      return actions.map(({ title }) => title);
    };
    assert.ok((await titlesAt(2)).includes('Fix with BioQL'));
    assert.ok(!(await titlesAt(3)).includes('Fix with BioQL'));
  });
});
