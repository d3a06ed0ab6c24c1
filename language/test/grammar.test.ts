import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { ALGORITHMS } from '@bioql/language/algorithms/index';
import { BACKENDS, backendNamed } from '@bioql/language/backends';
import { type Call, checkCall, writeCode } from '@bioql/language/call';
import { replyText } from '@bioql/language/exchange';
import { programGrammar, replyGrammar } from '@bioql/language/grammar';
import { readCode } from '@bioql/language/python';
import { createRandom, type Random } from '@bioql/language/random';
import { type Acceptor, createAcceptor } from './grammar-acceptor.ts';

const MODEL = fileURLToPath(new URL('../../models/bioql-smollm2-q4_0.gguf', import.meta.url));

const drawCode = (algorithm: (typeof ALGORITHMS)[number], random: Random): string =>
  writeCode({
    name: 'result',
    program: { algorithm: algorithm.id, slots: algorithm.sample(random) },
    backend: random.pick(BACKENDS).name,
    shots: random.pick([1, 100, 1024, random.between(1, 1_000_000)]),
  });

const LETTERS = [...'abcehiortxzACGTX0123459 -+().;/*"\\\n='];

/** The text with one character left out, put in or exchanged. */
function mutate(text: string, random: Random): string {
  const at = random.between(0, text.length - 1);
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  return random.pick([
    before + after,
    before + random.pick(LETTERS) + after,
    before + random.pick(LETTERS) + text[at] + after,
  ]);
}

/** The call of a text that is canonical to the letter. */
function canonicalCall(text: string): Call | undefined {
  const [call, ...more] = readCode(text) ?? [];
  return text.trimEnd() === text && call !== undefined && more.length === 0 && backendNamed(call.backend) !== undefined
    ? call
    : undefined;
}

describe('the grammar that the model decodes with', function () {
  this.timeout(60_000);
  let acceptor: Acceptor;
  before(async () => {
    acceptor = await createAcceptor(MODEL);
  });
  after(() => acceptor.dispose());

  for (const algorithm of ALGORITHMS) {
    it(`takes every canonical ${algorithm.id} program, and of mutated ones only those that are canonical`, async () => {
      const random = createRandom(11);
      const accepts = await acceptor.load(programGrammar('code'));
      let refused = 0;
      for (let round = 0; round < 60; round += 1) {
        const code = drawCode(algorithm, random);
        assert.ok(accepts(code), code);
        for (let change = 0; change < 6; change += 1) {
          const mutated = mutate(code, random);
          const call = canonicalCall(mutated);
          // Limits are not in the grammar but for how many digits a number has, so a program that breaks one may be refused.
          if (call === undefined) assert.ok(!accepts(mutated), JSON.stringify(mutated));
          else if (checkCall(call) === undefined) assert.ok(accepts(mutated), JSON.stringify(mutated));
          if (call === undefined) refused += 1;
        }
      }
      assert.ok(refused > 100, `${refused} mutated programs were refused`);
    });
  }

  it('takes programs of two to six calls, numbered or named', async () => {
    const random = createRandom(13);
    const accepts = await acceptor.load(programGrammar('code'));
    const drawn = (name: string): Call => {
      const algorithm = random.pick(ALGORITHMS);
      const program = { algorithm: algorithm.id, slots: algorithm.sample(random) };
      return { name, program, backend: random.pick(BACKENDS).name, shots: random.between(1, 5000) };
    };
    for (let count = 2; count <= 6; count += 1) {
      const numbered = Array.from({ length: count }, (_, at) => drawn(`result_${at + 1}`));
      assert.ok(accepts(writeCode(...numbered)), writeCode(...numbered));
      const named = numbered.map((call, at) => ({ ...call, name: `bell_${'abcdef'[at]}` }));
      assert.ok(accepts(writeCode(...named)), writeCode(...named));
    }
    const seven = Array.from({ length: 7 }, (_, at) => drawn(`result_${at + 1}`));
    assert.ok(!accepts(writeCode(...seven)));
    assert.ok(
      !accepts(
        writeCode(drawn('result_1'), drawn('result_3'))
          .replace('print(result_1)', 'print(result_2)')
          .replace(')\nresult_3', ')\n\nresult_3'),
      ),
    );
  });

  it('takes replies with their reasoning, and refusals', async () => {
    const random = createRandom(12);
    const accepts = await acceptor.load(replyGrammar('generate'));
    for (const algorithm of ALGORITHMS) {
      for (const lang of ['en', 'es'] as const) {
        const program = { algorithm: algorithm.id, slots: algorithm.sample(random) };
        const reply = replyText('generate', [{ name: 'result', program, backend: 'ionq_qpu', shots: 500 }], lang);
        assert.ok(accepts(reply), reply);
      }
    }
    assert.ok(accepts('refuse out_of_scope es'));
    assert.ok(!accepts('refuse nonsense es'));
    assert.ok(!accepts('I refuse.'));
  });
});
