import assert from 'node:assert/strict';
import { writeQasm3 } from '@bioql/language/export/qasm3';
import { circuitOf, type Program } from '@bioql/language/program';
import { bitString } from '@bioql/language/run';
import { outcomeProbabilities, type StateVector, simulate } from '@bioql/language/simulator';
import { callOf, corpusPrograms } from './oracle-corpus.ts';
import { loadQSharp, QSHARP_ROUNDING, type QSharp } from './qsharp.ts';

const MAX_QUBITS = 12;
const PROGRAMS_AN_ALGORITHM = 4;
const SHOTS = 200;
/** How likely it is that a right program fails for bad luck. */
const FALSE_ALARM = 1e-11;

/** The first statement that acts on a qubit. */
const FIRST_GATE = /^(?!\/\/|.*measure).* q\[\d.*$/m;

interface Exported {
  readonly text: string;
  readonly qasm3: string;
  readonly state: StateVector;
  readonly measured: readonly number[];
  readonly qubits: number;
}

function exported(text: string, program: Program): Exported | undefined {
  const circuit = circuitOf(program);
  if (circuit === undefined || circuit.qubits > MAX_QUBITS) return undefined;
  const { qubits, measured } = circuit;
  return { text, qasm3: writeQasm3(callOf(program), circuit), state: simulate(circuit), measured, qubits };
}

/** Programs from short to long, evenly spread, the longest among them. */
const spread = (programs: readonly Exported[]): Exported[] =>
  [...programs]
    .sort((a, b) => a.qasm3.length - b.qasm3.length)
    .filter((_, at) => upTo(at + 1, programs.length) > upTo(at, programs.length));

const upTo = (at: number, of: number): number => Math.floor((at * PROGRAMS_AN_ALGORITHM) / of);

function byAlgorithm(): Map<string, Exported[]> {
  const found = new Map<string, Exported[]>();
  for (const [text, program] of corpusPrograms()) {
    const one = exported(text, program);
    if (one !== undefined) found.set(program.algorithm, [...(found.get(program.algorithm) ?? []), one]);
  }
  return found;
}

/** The largest difference of two amplitudes once the global phases agree. */
function stateDifference(one: StateVector, other: StateVector): number {
  let [re, im] = [0, 0];
  one.re.forEach((a, index) => {
    const [b, c, d] = [one.im[index] as number, other.re[index] as number, other.im[index] as number];
    re += a * c + b * d;
    im += a * d - b * c;
  });
  const size = Math.hypot(re, im);
  const [cos, sin] = size < QSHARP_ROUNDING ? [1, 0] : [re / size, im / size];
  return Math.max(
    ...[...one.re].map((a, index) => {
      const b = one.im[index] as number;
      return Math.hypot(
        a * cos - b * sin - (other.re[index] as number),
        a * sin + b * cos - (other.im[index] as number),
      );
    }),
  );
}

/** By Hoeffding's inequality no share of a right distribution is further off, but for `FALSE_ALARM`. */
function assertSampled({ text, state, measured }: Exported, counts: ReadonlyMap<string, number>): void {
  const exact = outcomeProbabilities(state, measured);
  const allowed = Math.sqrt(Math.log((2 * exact.length) / FALSE_ALARM) / (2 * SHOTS));
  exact.forEach((probability, outcome) => {
    const share = (counts.get(bitString(outcome, measured.length)) ?? 0) / SHOTS;
    assert.ok(Math.abs(share - probability) < allowed, `${text}: ${outcome} came with ${share}, not ${probability}`);
    assert.ok(share === 0 || probability > 1e-12, `${text}: ${outcome} cannot come`);
  });
}

describe('exported OpenQASM 3 in qsharp-lang', () => {
  let qsharp: QSharp;
  before(async () => {
    qsharp = await loadQSharp();
  });

  const programs = byAlgorithm();
  for (const [algorithm, some] of programs) {
    it(`has our state and our outcomes: ${algorithm}`, async () => {
      const chosen = spread(some);
      for (const { text, qasm3, state, qubits } of chosen) {
        const theirs = await qsharp.stateOf(qasm3, qubits);
        assert.ok(stateDifference(state, theirs) < QSHARP_ROUNDING, text);
      }
      const one = chosen[Math.floor((chosen.length - 1) / 2)];
      assert.ok(one !== undefined);
      assertSampled(one, await qsharp.countsOf(one.qasm3, SHOTS));
    }).timeout(30_000);
  }

  it('would show a gate that is missing', async () => {
    for (const { text, qasm3, state, qubits } of [...programs.values()].flatMap((some) => some.slice(0, 1))) {
      const theirs = await qsharp.stateOf(qasm3.replace(FIRST_GATE, ''), qubits);
      assert.ok(stateDifference(state, theirs) > 100 * QSHARP_ROUNDING, text);
    }
  }).timeout(30_000);
});
