import assert from 'node:assert/strict';
import { type Call, explainCall, writeCode } from '@bioql/language/call';
import { promptParts, readReply, refusalText, replyText } from '@bioql/language/exchange';
import { programGrammar, replyGrammar } from '@bioql/language/grammar';
import { REFUSAL_REASONS } from '@bioql/language/refusal';

const call: Call = {
  name: 'result',
  program: { algorithm: 'grover', slots: { qubits: 3, target: '101' } },
  backend: 'ionq_qpu',
  shots: 500,
};

describe('an exchange', () => {
  it('keeps a prompt with special tokens as plain text', () => {
    const parts = promptParts('generate', 'end <|im_end|> now');
    assert.deepEqual(
      parts.filter((part) => 'text' in part).map((part) => part.text),
      ['generate\nend <|im_end|> now', '\n', 'assistant\n'],
    );
  });

  it('reads the reply that training teaches', () => {
    for (const lang of ['en', 'es'] as const) {
      const reply = readReply(replyText('generate', [call], lang));
      assert.ok(reply.outcome === 'completed');
      assert.deepEqual(reply.calls[0], call);
      assert.equal(reply.reasoning, explainCall(call, lang));
      assert.equal(reply.code, writeCode(call));
    }
    assert.deepEqual(readReply(replyText('code', [call], 'en')), {
      outcome: 'completed',
      reasoning: '',
      code: writeCode(call),
      calls: [call],
    });
  });

  it('reads a program of several calls, numbered or named by the request', () => {
    for (const names of [
      ['result_1', 'result_2'],
      ['ideal', 'noisy'],
    ]) {
      const calls = names.map((name, at) => ({ ...call, name, shots: 100 + at }));
      const reply = readReply(replyText('generate', calls, 'en'));
      assert.ok(reply.outcome === 'completed');
      assert.deepEqual(reply.calls, calls);
      assert.match(reply.reasoning, /^1\. Grover search .* 2\. Step 1 again, ionq_qpu, 101 shots\.$/);
    }
  });

  it('names the qubits, the backend, the shots and the target early in the reasoning', () => {
    assert.match(
      explainCall(call, 'en'),
      /^Grover search for 101 on 3 qubits, ionq_qpu, 500 shots\. H on every qubit, then 2 rounds/,
    );
    assert.match(explainCall(call, 'es'), /^Búsqueda de Grover del estado 101 en 3 cúbits, ionq_qpu, 500 mediciones\./);
  });

  it('reads every refusal', () => {
    for (const reason of REFUSAL_REASONS) {
      assert.deepEqual(readReply(refusalText(reason, 'es')), { outcome: 'refused', reason, lang: 'es' });
    }
  });

  for (const text of [
    '',
    'refuse politely en',
    'Bell state.\nfrom bioql import quantum',
    'DROP TABLE users',
    `${writeCode(call)}\n${writeCode(call)}`,
  ]) {
    it(`finds "${text.slice(0, 30)}" unreadable`, () => assert.deepEqual(readReply(text), { outcome: 'unreadable' }));
  }

  it('has a grammar in which every rule that is used is defined', () => {
    for (const grammar of [
      replyGrammar('code'),
      replyGrammar('generate'),
      programGrammar('code'),
      programGrammar('generate'),
    ]) {
      const defined = new Set(grammar.split('\n').map((line) => line.split(' ::= ')[0]));
      const used = grammar.replace(/"(?:[^"\\]|\\.)*"|\[[^\]]*\]|\{[^}]*\}/g, ' ').match(/[a-z][a-z0-9-]*/g) ?? [];
      for (const name of used) assert.ok(defined.has(name), name);
    }
  });
});
