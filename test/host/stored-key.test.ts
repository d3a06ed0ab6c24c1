import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';

// The last of the files: from here on VS Code holds a key.
suite('a stored key inside VS Code', () => {
  test('moves a key out of the settings at once', async () => {
    const settings = vscode.workspace.getConfiguration('bioql');
    await settings.update('apiKey', 'bioql_test_870ce7ae', vscode.ConfigurationTarget.Global);
    for (let tries = 0; tries < 50; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (!vscode.workspace.getConfiguration('bioql').get('apiKey')) break;
    }
    assert.equal(vscode.workspace.getConfiguration('bioql').inspect('apiKey')?.globalValue, undefined);
  });
});
