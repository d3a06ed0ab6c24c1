import assert from 'node:assert/strict';
import { type Call, writeCode } from '@bioql/language/call';
import { refusalText, replyText } from '@bioql/language/exchange';
import { readProgram } from '@bioql/language/program';
import { answerPrompt, type Delta } from '../../src/application/answer-prompt.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { CompletionRequest, TextModel } from '../../src/domain/text-model.ts';

const callOf = (program: string, shots = 1024): Call => {
  const read = readProgram(program);
  assert.ok(read);
  return { name: 'result', program: read, backend: 'simulator', shots };
};
const replyOf = (program: string, shots?: number): string => replyText('generate', [callOf(program, shots)], 'en');

/** A model that says these replies in turn, the last of them for ever. */
function scripted(replies: readonly string[]): TextModel & { readonly asked: CompletionRequest[] } {
  const asked: CompletionRequest[] = [];
  return {
    name: 'scripted',
    asked,
    ready: () => true,
    whenReady: async () => undefined,
    close: async () => undefined,
    async complete(request, onText) {
      asked.push(request);
      onText(replies[Math.min(asked.length, replies.length) - 1] ?? '');
      return { stop: 'end', promptTokens: 10, completionTokens: asked.length, prefillMs: 1, decodeMs: 1 };
    },
  };
}

async function ask(prompt: string, replies: readonly string[], selfCheck = true) {
  const model = scripted(replies);
  const deltas: Delta[] = [];
  const answer: Answer = await answerPrompt(
    { model, random: () => 0.5, now: () => 0, onFallback: assert.fail, selfCheck },
    { prompt, task: 'generate', maxTokens: 300, temperature: 0, topP: 1 },
    (delta) => deltas.push(delta),
    new AbortController().signal,
  );
  return { answer, deltas, attempts: model.asked };
}

describe('an answer checks itself', () => {
  it('and stands at once when all it says is in the prompt', async () => {
    const { answer, attempts } = await ask('a five-qubit GHZ state, 2k shots', [
      replyOf('Create 5-qubit GHZ state', 2000),
    ]);
    assert.equal(attempts.length, 1);
    assert.ok(answer.outcome === 'completed');
    assert.equal(answer.code, writeCode(callOf('Create 5-qubit GHZ state', 2000)));
  });

  it('and is asked for again, warmer and unseen, when a number in it is not', async () => {
    const right = replyOf('Create 5-qubit GHZ state', 200);
    const { answer, attempts, deltas } = await ask('GHZ on five qubits, 200 shots', [
      replyOf('Create 6-qubit GHZ state', 200),
      replyOf('Create 5-qubit GHZ state', 2000),
      right,
    ]);
    assert.deepEqual(
      attempts.map(({ temperature }) => temperature),
      [0, 0.6, 0.6],
    );
    assert.ok(answer.outcome === 'completed' && answer.source === 'model');
    assert.equal(answer.code, writeCode(callOf('Create 5-qubit GHZ state', 200)));
    assert.equal(answer.completionTokens, 3);
    assert.ok(!deltas.some(({ text }) => text.includes('5-qubit')));
  });

  it('and is left to the template after three attempts', async () => {
    const { answer, attempts } = await ask('Grover for 101', [replyOf('Run Grover search on 3 qubits for 110')]);
    assert.equal(attempts.length, 3);
    assert.ok(answer.outcome === 'completed' && answer.source === 'template');
    assert.equal(answer.code, writeCode(callOf('Run Grover search on 3 qubits for 101')));
  });

  it('and keeps a refusal that the prompt supports', async () => {
    const { answer, attempts } = await ask('a GHZ state of 500 qubits', [refusalText('qubits_too_many', 'en')]);
    assert.equal(attempts.length, 1);
    assert.ok(answer.outcome === 'refused');
    assert.equal(answer.refusal.reason, 'qubits_too_many');
  });

  it('unless that is switched off', async () => {
    const wrong = replyOf('Run Grover search on 3 qubits for 110');
    const { answer, attempts } = await ask('Grover for 101', [wrong], false);
    assert.equal(attempts.length, 1);
    assert.ok(answer.outcome === 'completed' && answer.source === 'model');
    const refused = await ask('a Bell state', [refusalText('qubits_too_many', 'en')], false);
    assert.ok(refused.attempts.length === 1 && refused.answer.outcome === 'refused');
  });
});
