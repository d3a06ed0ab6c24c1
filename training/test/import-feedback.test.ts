import assert from 'node:assert/strict';
import { writeCode } from '@bioql/language/call';
import { createRandom } from '@bioql/language/random';
import { example } from '../dataset/example.ts';
import { phrasingsOf } from '../dataset/import-feedback.ts';
import { judge, type Reviewed } from '../dataset/reviewed.ts';

const code = (backend = 'simulator', shots = 1024) =>
  writeCode({ name: 'result', program: { algorithm: 'ghz', slots: { qubits: 4 } }, backend, shots });
const GOOD = {
  consent: true,
  reviewed: true,
  lang: 'en',
  register: 'slang',
  prompt: 'yo make four qubits agree on IonQ hardware, 500 shots ok?',
  code: code('ionq_qpu', 500),
};
const changed = (changes: Reviewed) => judge({ ...GOOD, ...changes }, [], []);

describe('feedback for the data set', () => {
  it('becomes a phrasing with its own slots, and machine and shots to be drawn', () => {
    const judged = changed({});
    assert.deepEqual<unknown>(judged, {
      phrasing: {
        algorithm: 'ghz',
        lang: 'en',
        register: 'slang',
        text: 'yo make four qubits agree on {device}, {shots} shots ok?',
        slots: { qubits: 4 },
        consent: true,
      },
    });
    assert.ok('phrasing' in judged);
    const { phrasing } = judged;
    const made = Array.from({ length: 40 }, (_, seed) => seed).map((seed) => example(phrasing, createRandom(seed)));
    for (const { prompt } of made) assert.doesNotMatch(prompt, /[{}]/);
    const calls = made.flatMap(({ answer }) => ('calls' in answer ? answer.calls : []));
    assert.ok(new Set(calls.map(({ backend }) => backend)).size > 1);
    assert.ok(calls.every(({ program }) => program.slots['qubits'] === 4));
  });

  for (const [what, changes, why] of [
    ['without consent', { consent: 'yes' }, /consent/],
    ['that nobody has read', { reviewed: false }, /reviewed/],
    ['of another language', { lang: 'fr' }, /lang/],
    ['with placeholders', { prompt: 'a {n} qubit GHZ' }, /no prompt/],
    ['with code of another shape', { code: `${code()}\nprint(1)` }, /not canonical/],
    ['with an impossible program', { code: code('ionq_qpu', 0) }, /not canonical|cannot run/],
    ['that does not say its machine', { prompt: 'four qubits that agree, 500 shots' }, /just once/],
    ['that does not say its shots', { prompt: 'four qubits that agree, on IonQ' }, /just once/],
  ] as const) {
    it(`is rejected ${what}`, () => {
      const judged = changed(changes);
      assert.match('why' in judged ? judged.why : 'accepted', why);
    });
  }

  it('is rejected when the development sets or the data set have it', () => {
    const text = 'Please make these 4 qubits agree on IBM Torino with 100 shots for me today';
    const known = { place: 'dev/x.jsonl:1', text, about: 'ghz' };
    const line = { ...GOOD, prompt: text.replace('Please', 'Pls'), code: code('ibm_torino', 100) };
    assert.deepEqual(judge(line, [known], []), {
      why: 'it is too near to dev/x.jsonl:1 of the development sets',
    });
    const again = { place: 'x', text: 'YO make four qubits agree on {device}, {shots} shots ok?', about: 'ghz' };
    assert.deepEqual(judge(GOOD, [], [again]), { why: 'the data set has this phrasing' });
  });

  it('joins as a whole file or not at all', () => {
    const good = JSON.stringify(GOOD);
    assert.equal(phrasingsOf(`${good}\n\n`, [], []).length, 1);
    assert.throws(() => phrasingsOf(`${good}\n{"consent": true}\nnot JSON`, [], []), /line 2: .*\nline 3: /);
    assert.throws(() => phrasingsOf(`${good}\n${good}`, [], []), /line 2: the data set has this phrasing/);
  });
});
