import assert from 'node:assert/strict';
import type { Answer } from '../../src/core/answer.ts';
import { answerHere } from '../../src/core/answer-here.ts';
import { NEW_SESSION, requestLine, withAnswer } from '../../src/core/session.ts';

const ANSWER: Answer = {
  result: { outcome: 'completed', reasoning: 'because', code: 'print(1)' },
  source: 'model',
  receipt: {
    by: 'service',
    requestId: 'req_1',
    email: 'demo@bioql.com',
    seconds: 0.4123,
    promptTokens: 31,
    completionTokens: 58,
    cost: 148,
    balance: 9_990_912,
  },
};

describe('a session', () => {
  it('adds up tokens and cost, and knows the last balance', () => {
    const session = withAnswer(withAnswer(NEW_SESSION, ANSWER), ANSWER);
    assert.deepEqual(session, { requests: 2, tokens: 178, cost: 296, lastCost: 148, balance: 9_990_912 });
  });

  it('keeps the balance over an answer of the extension itself, which is free', () => {
    const session = withAnswer(withAnswer(NEW_SESSION, ANSWER), answerHere('a Bell state'));
    assert.deepEqual(session, { requests: 2, tokens: 89, cost: 148, lastCost: 0, balance: 9_990_912 });
  });

  it('writes one line a request, without its words', () => {
    assert.equal(
      requestLine(ANSWER),
      'generate req_1 · model · 0.412 s · 31 + 58 tokens · $0.000148 · balance $9.990912',
    );
    assert.equal(requestLine(answerHere('a Bell state')), 'generate · template (in the extension) · $0.000000');
    assert.equal(requestLine(answerHere('a cake')), 'generate · refused (in the extension) · $0.000000');
  });
});

describe('the answer without a service', () => {
  it('is the code of the template, or its refusal', () => {
    assert.partialDeepStrictEqual(answerHere('un estado GHZ de 4 cúbits').result, { outcome: 'completed' });
    assert.partialDeepStrictEqual(answerHere('a Bell state with 0 shots').result, { outcome: 'refused' });
  });
});
