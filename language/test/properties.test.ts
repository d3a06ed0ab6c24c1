import assert from 'node:assert/strict';
import type { Algorithm, Slots } from '@bioql/language/algorithm';
import { ALGORITHMS } from '@bioql/language/algorithms/index';
import { backendNamed } from '@bioql/language/backends';
import { normalize } from '@bioql/language/normalize';
import { readProgram, writeProgram } from '@bioql/language/program';
import { findCalls } from '@bioql/language/python';
import { createRandom } from '@bioql/language/random';
import fc from 'fast-check';

const SEED = 20_261_122;
const SIMULATOR = backendNamed('simulator_mps');

const programs = (algorithm: Algorithm<Slots>): fc.Arbitrary<{ algorithm: string; slots: Slots }> =>
  fc.integer().map((seed) => ({ algorithm: algorithm.id, slots: algorithm.sample(createRandom(seed)) }));

const anyProgram = fc.constantFrom(...ALGORITHMS).chain(programs);

/** A canonical program with pieces of it cut, doubled or exchanged. */
const mutated = fc
  .tuple(anyProgram, fc.nat(), fc.nat(12), fc.string({ unit: 'grapheme', maxLength: 8 }), fc.boolean())
  .map(([program, at, length, put, doubled]) => {
    const text = writeProgram(program);
    const from = at % (text.length + 1);
    const cut = text.slice(0, from) + put + text.slice(from + length);
    return doubled ? cut + cut : cut;
  });

const anyText = fc.oneof(
  mutated,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc
    .array(
      fc.constantFrom(...'create run apply dock a the of on 3 qubits to with - ; ( ) pi / 101 state for'.split(' ')),
      {
        maxLength: 200,
      },
    )
    .map((words) => words.join(' ')),
);

describe('programs, whatever they are', function () {
  this.timeout(120_000);

  for (const algorithm of ALGORITHMS) {
    it(`${algorithm.id} reads what it writes, and its samples are valid`, () => {
      fc.assert(
        fc.property(programs(algorithm), (program) => {
          assert.deepEqual(readProgram(writeProgram(program)), program);
          assert.equal(SIMULATOR && algorithm.check(program.slots, SIMULATOR), undefined);
          assert.ok(algorithm.qubits(program.slots) <= 20);
        }),
        { numRuns: 300, seed: SEED },
      );
    });

    it(`${algorithm.id} describes itself in both languages`, () => {
      const { title, knowledge, examples } = algorithm;
      const sentences = [title, knowledge.what, knowledge.when, ...knowledge.steps];
      for (const { en, es } of sentences) assert.ok(en.length > 2 && es.length > 2 && (en !== es || en === title.en));
      assert.match(knowledge.source.url, /^https:\/\//);
      assert.ok(examples.length > 0);
      for (const slots of examples) assert.deepEqual(readProgram(algorithm.write(slots))?.slots, slots);
    });
  }

  it('have only canonical readings: write(read(text)) reads as itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const program = readProgram(text);
        if (program === undefined) return;
        const written = writeProgram(program);
        const again = readProgram(written);
        assert.ok(again, written);
        assert.equal(writeProgram(again), written);
      }),
      { numRuns: 20_000, seed: SEED },
    );
  });

  it('are read without an error from 100,000 random and mutated texts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        readProgram(text);
      }),
      { numRuns: 100_000, seed: SEED + 1 },
    );
  });

  it('hang on no long repetition', () => {
    for (const piece of [
      'a ',
      '1 ',
      'h 0; ',
      'create ',
      'dock to ',
      'ñ',
      '((',
      '"',
      'apply gates on 3 qubits: ',
      '- ',
      '0',
    ]) {
      const long = piece.repeat(100_000);
      readProgram(long);
      normalize(long.slice(0, 2000));
    }
  });

  it('are found in any Python without an error', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, inside) => {
        findCalls(`${before}\nresult = quantum("${inside}", backend="simulator", shots=10)\n${inside}`);
      }),
      { numRuns: 3_000, seed: SEED },
    );
  });
});
