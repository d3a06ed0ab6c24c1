import assert from 'node:assert/strict';
import { ALGORITHMS } from '@bioql/language/algorithms/index';
import { BACKENDS } from '@bioql/language/backends';
import { checkCall } from '@bioql/language/call';
import { readReply } from '@bioql/language/exchange';
import { readCode } from '@bioql/language/python';
import { createRandom } from '@bioql/language/random';
import { example } from '../dataset/example.ts';
import { rows } from '../dataset/main.ts';
import { numberWords } from '../dataset/number-words.ts';
import { readPhrasings } from '../dataset/phrasing.ts';
import { spokenBackend } from '../dataset/surfaces.ts';

interface Row {
  readonly task: string;
  readonly instruction: string;
  readonly code: string;
  readonly reasoning: string;
  readonly prompt: readonly { readonly text?: string }[];
  readonly reply: readonly { readonly text?: string }[];
}

const made = (count: number, seed: number): Row[] => [...rows(count, seed)].map((line) => JSON.parse(line) as Row);

describe('the data set', function () {
  this.timeout(60_000);

  it('is the same to the byte for the same seed, and another for another', () => {
    assert.deepEqual([...rows(300, 7)], [...rows(300, 7)]);
    assert.notDeepEqual([...rows(300, 7)], [...rows(300, 8)]);
  });

  it('teaches only programs that can run, whose reasoning names their backend and shots', () => {
    for (const { reply, reasoning, task } of made(3000, 3)) {
      const read = readReply(reply[0]?.text ?? '');
      if (read.outcome !== 'completed') continue;
      for (const call of read.calls) {
        assert.equal(checkCall(call), undefined);
        if (task === 'generate') assert.ok(reasoning.includes(`${call.backend}, ${call.shots} `), reasoning);
      }
    }
  });

  it('has every algorithm, both languages, every task, programs of several calls and enough refusals', () => {
    const all = made(3000, 4);
    const share = (test: (row: Row) => boolean): number => all.filter(test).length / all.length;
    assert.ok(share(({ reply }) => reply[0]?.text?.startsWith('refuse ') === true) >= 0.08);
    const reasoned = share(({ reasoning }) => reasoning !== '');
    assert.ok(share(({ reasoning }) => / medici/.test(reasoning)) >= 0.35 * reasoned);
    assert.ok(share(({ task }) => task === 'code') >= 0.2);
    assert.ok(share(({ task }) => task === 'fix') >= 0.08);
    assert.ok(share(({ code }) => (readCode(code)?.length ?? 0) > 1) >= 0.08);
    const algorithms = all.flatMap(({ code }) => (readCode(code) ?? []).map(({ program }) => program.algorithm));
    for (const { id } of ALGORITHMS) {
      assert.ok(algorithms.filter((algorithm) => algorithm === id).length >= 0.02 * all.length, id);
    }
  });

  it('fills every placeholder of every phrasing', () => {
    for (const phrasing of readPhrasings()) {
      const { prompt } = example(phrasing, createRandom(1));
      if (phrasing.algorithm !== undefined) assert.doesNotMatch(prompt, /\{\w+(:word)?\}/, phrasing.text);
    }
  });

  it('has a spoken form of every backend', () => {
    for (const { name } of BACKENDS) assert.ok(spokenBackend(name, 'es', createRandom(1)).length > 0);
  });

  it('writes numbers as people say them', () => {
    assert.equal(numberWords(2500, 'en'), 'two thousand five hundred');
    assert.equal(numberWords(21, 'en'), 'twenty-one');
    assert.equal(numberWords(1024, 'es'), 'mil veinticuatro');
    assert.equal(numberWords(137, 'es'), 'ciento treinta y siete');
  });
});
