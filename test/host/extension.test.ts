import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';

const extension = vscode.extensions.getExtension('bioql.bioql-assistant');

suite('the extension inside VS Code', () => {
  const isActive = (): boolean => extension?.isActive === true;

  test('sleeps until a Python file is opened', async () => {
    assert.equal(isActive(), false);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'python', content: '' }));
    for (let tries = 0; !isActive() && tries < 50; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.equal(isActive(), true);
  });

  test('registers every command that it contributes', async () => {
    const known = await vscode.commands.getCommands(true);
    const contributed: { command: string }[] = extension?.packageJSON.contributes.commands;
    assert.ok(contributed.length >= 4);
    for (const { command } of contributed) assert.ok(known.includes(command), command);
  });

  test('asks for modes and a URL that it documents', () => {
    const settings = vscode.workspace.getConfiguration('bioql');
    assert.equal(settings.get('mode'), 'modal');
    assert.equal(settings.get('modalUrl'), 'http://127.0.0.1:8000');
  });
});
