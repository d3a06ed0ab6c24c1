import { readFileSync } from 'node:fs';
import type { Circuit, Gate } from '@bioql/language/circuit';
import { circuitOf, type Program, qubitsOf } from '@bioql/language/program';
import { MAX_SIMULATED_QUBITS, outcomeProbabilities, type StateVector, simulate } from '@bioql/language/simulator';

/** A run of equal values: how many, real part, imaginary part. */
type Run = readonly [count: number, re: number, im: number];

/** What `oracle/evaluation_table.py` says of a program; the format is told there. */
interface Reference {
  readonly program: string;
  readonly kind: 'state' | 'register' | 'outcomes';
  readonly values: readonly Run[];
  readonly after?: readonly Run[];
}

const TOLERANCE = 1e-9;

const TABLE: ReadonlyMap<string, Reference> = new Map(
  readFileSync(new URL('./references.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Reference)
    .map((reference) => [reference.program, reference]),
);

function unrolled(runs: readonly Run[]): StateVector {
  const all = (part: 1 | 2): Float64Array =>
    Float64Array.from(runs.flatMap((run) => new Array<number>(run[0]).fill(run[part])));
  return { re: all(1), im: all(2) };
}

/** Each qubit in a state of its own, no two alike: shows what a run from |0...0> leaves untested. */
const UNEVEN = (qubits: number): Gate[] =>
  Array.from({ length: qubits }, (_, qubit) => qubit).flatMap((qubit) => [
    { name: 'ry', targets: [qubit], controls: [], angle: 0.5 + 0.3 * qubit },
    { name: 'p', targets: [qubit], controls: [], angle: 0.7 + 0.2 * qubit },
  ]);

function sameValues(one: StateVector, other: StateVector): boolean {
  if (one.re.length !== other.re.length) return false;
  return one.re.every(
    (re, at) =>
      Math.hypot(re - (other.re[at] as number), (one.im[at] as number) - (other.im[at] as number)) < TOLERANCE,
  );
}

/** Equal but for a global phase. */
function sameState(one: StateVector, other: StateVector): boolean {
  if (one.re.length !== other.re.length) return false;
  let [re, im] = [0, 0];
  for (let at = 0; at < one.re.length; at += 1) {
    const [a, b, c, d] = [one.re[at], one.im[at], other.re[at], other.im[at]] as [number, number, number, number];
    re += a * c + b * d;
    im += b * c - a * d;
  }
  const size = Math.hypot(re, im);
  if (size < TOLERANCE) return false;
  const [cos, sin] = [re / size, im / size];
  return sameValues(one, {
    re: other.re.map((value, at) => value * cos - (other.im[at] as number) * sin),
    im: other.im.map((value, at) => value * cos + (other.re[at] as number) * sin),
  });
}

/** The density matrix of the measured qubits, by rows. */
function registerOf({ re, im }: StateVector, measured: readonly number[]): StateVector {
  const size = 2 ** measured.length;
  const out = { re: new Float64Array(size * size), im: new Float64Array(size * size) };
  const placed = (value: number): number =>
    measured.reduce((bits, qubit, at) => bits | (((value >> at) & 1) << qubit), 0);
  const mask = placed(size - 1);
  for (let rest = 0; rest < re.length; rest += 1) {
    if ((rest & mask) !== 0) continue;
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        const [a, b] = [rest | placed(row), rest | placed(column)];
        const [ar, ai, br, bi] = [re[a], im[a], re[b], im[b]] as [number, number, number, number];
        const at = row * size + column;
        out.re[at] = (out.re[at] as number) + ar * br + ai * bi;
        out.im[at] = (out.im[at] as number) + ai * br - ar * bi;
      }
    }
  }
  return out;
}

function outcomesOf(state: StateVector, measured: readonly number[]): StateVector {
  const re = outcomeProbabilities(state, measured);
  return { re, im: new Float64Array(re.length) };
}

function agrees(circuit: Circuit, { kind, values, after }: Reference): boolean {
  const state = simulate(circuit);
  const expected = unrolled(values);
  if (kind === 'register') return sameValues(registerOf(state, circuit.measured), expected);
  if (kind === 'outcomes') return sameValues(outcomesOf(state, circuit.measured), expected);
  if (!sameState(state, expected)) return false;
  if (after === undefined) return true;
  const moved = simulate({ ...circuit, gates: [...UNEVEN(circuit.qubits), ...circuit.gates] });
  return sameState(moved, unrolled(after));
}

/**
 * Whether the circuit of a program does what the expected program must do, by a reference that shares nothing with ours (`oracle/`):
 * state to 1e-9, or density matrix, or distribution; `undefined` where there is no reference because nothing is simulated.
 */
export function circuitIsRight(program: Program | undefined, expected: string): boolean | undefined {
  const reference = TABLE.get(expected);
  if (reference === undefined) return undefined;
  if (program === undefined || qubitsOf(program) > MAX_SIMULATED_QUBITS) return false;
  const circuit = circuitOf(program);
  return circuit !== undefined && agrees(circuit, reference);
}

/** The programs that there is a reference for. */
export const referencedPrograms = (): string[] => [...TABLE.keys()];
