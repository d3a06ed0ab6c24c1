import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';

const GHZ =
  'from bioql import quantum\n\nresult = quantum("Create 3-qubit GHZ state", backend="simulator", shots=500)\nprint(result)\n';

const bioql = (name: string): vscode.LanguageModelToolInformation | undefined =>
  vscode.lm.tools.find((tool) => tool.name === name);

async function use(name: string, input: object, tokenBudget?: number): Promise<string> {
  const tokenizationOptions = tokenBudget && { tokenBudget, countTokens: async (text: string) => text.length };
  const result = await vscode.lm.invokeTool(name, {
    input,
    toolInvocationToken: undefined,
    ...(tokenizationOptions && { tokenizationOptions }),
  });
  return result.content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

async function askModel(text: string): Promise<string> {
  const [model] = await vscode.lm.selectChatModels({ vendor: 'bioql' });
  assert.ok(model !== undefined);
  const response = await model.sendRequest([vscode.LanguageModelChatMessage.User(text)]);
  let out = '';
  for await (const piece of response.text) out += piece;
  return out;
}

const configure = (key: string, value: unknown) =>
  vscode.workspace.getConfiguration('bioql').update(key, value, vscode.ConfigurationTarget.Global);

suite('chat inside VS Code, without Copilot', () => {
  test('contributes a language model for Ask and Agent mode', async () => {
    await vscode.extensions.getExtension('bioql.bioql-assistant')?.activate();
    const [model] = await vscode.lm.selectChatModels({ vendor: 'bioql' });
    assert.deepEqual([model?.id, model?.family, model?.name], ['bioql', 'bioql', 'BioQL']);
    assert.equal(await model?.countTokens('four five'), 3);
  });

  test('the model answers from the language, and declines what is not its business', async () => {
    assert.match(await askModel('what is a W state?'), /^### W state[\s\S]*Free: answered on this computer/);
    assert.match(await askModel('<context>cwd</context><userRequest>tell me a joke</userRequest>'), /only know BioQL/);
  });

  test('the model writes by template where there is no service', async () => {
    await configure('mode', 'template');
    assert.match(await askModel('a Bell state with 77 shots'), /```python[\s\S]*shots=77[\s\S]*from a template/);
    await configure('mode', undefined);
  });

  test('has tools for agents, each with a schema', () => {
    for (const name of ['bioql_generate', 'bioql_validate', 'bioql_simulate']) {
      const tool = bioql(name);
      assert.ok(tool !== undefined, name);
      assert.equal((tool.inputSchema as { type: string }).type, 'object');
    }
  });

  test('takes the tool that costs away where it could only ask for a key', async () => {
    await configure('modalUrl', 'https://bioql.example.org');
    assert.equal(vscode.workspace.getConfiguration('bioql').get('modalUrl'), 'https://bioql.example.org');
    await delay(500);
    await assert.rejects(use('bioql_generate', { prompt: 'a Bell state' }));
    await configure('modalUrl', undefined);
    await configure('mode', 'template');
    await delay(500);
    assert.match(
      await use('bioql_generate', { prompt: 'a Bell state' }),
      /quantum\("Create Bell state"[\s\S]*Cost: \$0\.000000/,
    );
    await configure('mode', undefined);
  });

  test('checks code', async () => {
    assert.match(await use('bioql_validate', { code: GHZ }), /^Valid\.\n- GHZ state on 3 qubits/);
    const wrong = await use('bioql_validate', { code: GHZ.replace('"simulator"', '"simulater"') });
    assert.match(wrong, /^Not valid\.\nline 3: error .*simulater/);
  });

  test('simulates code, the same for the same seed, within the budget of tokens', async () => {
    const whole = await use('bioql_simulate', { code: GHZ, seed: 7, shots: 100 });
    assert.match(whole, /`000`[\s\S]*100 shots, seed 7/);
    assert.equal(await use('bioql_simulate', { code: GHZ, seed: 7, shots: 100 }), whole);
    const short = await use('bioql_simulate', { code: GHZ, seed: 7 }, 80);
    assert.ok(short.length <= 80 && short.endsWith('…'), short);
  });

  test('stops a simulation when it is cancelled', async () => {
    const source = new vscode.CancellationTokenSource();
    const code = 'quantum("Run quantum Fourier transform on 20 qubits")';
    const started = performance.now();
    const running = vscode.lm.invokeTool(
      'bioql_simulate',
      { input: { code }, toolInvocationToken: undefined },
      source.token,
    );
    setTimeout(() => source.cancel(), 200);
    await assert.rejects(Promise.resolve(running));
    assert.ok(performance.now() - started < 1500);
  });

  test('a participant answers a request of the chat', async () => {
    const answer = await vscode.commands.executeCommand<{ errorDetails?: { message: string } }>(
      'workbench.action.chat.open',
      { query: '@bioql what can you do?', mode: 'ask', modelSelector: { vendor: 'bioql' }, blockOnResponse: true },
    );
    assert.equal(answer?.errorDetails, undefined);
  });
});
