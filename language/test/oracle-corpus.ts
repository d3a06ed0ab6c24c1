/**
 * Prints the corpus that other quantum software judges (`oracle/`), one JSON object a line: for programs of every
 * simulated algorithm, what our simulator makes of them, and their exports.
 */
import { fileURLToPath } from 'node:url';
import { ALGORITHMS } from '@bioql/language/algorithms/index';
import { MOLECULES } from '@bioql/language/algorithms/molecules';
import { PROBLEMS } from '@bioql/language/algorithms/problems/index';
import type { QaoaSlots } from '@bioql/language/algorithms/qaoa';
import { anglesFor } from '@bioql/language/algorithms/qaoa-circuit';
import { backendNamed, DEFAULT_BACKEND, DEFAULT_SHOTS } from '@bioql/language/backends';
import type { Call } from '@bioql/language/call';
import { writeQasm3 } from '@bioql/language/export/qasm3';
import { writeQiskit } from '@bioql/language/export/qiskit';
import { checkProgram, circuitOf, type Program, qubitsOf, readProgram, writeProgram } from '@bioql/language/program';
import { createRandom } from '@bioql/language/random';
import { runCall } from '@bioql/language/run';
import { simulate } from '@bioql/language/simulator';
import { RANGES } from './oracle-ranges.ts';

/** Seeded programs of each algorithm, beside its examples and the ranges. */
const SAMPLES = 20;
const SEED = 20_261;

/** Larger states are judged by their distribution and by their exports alone. */
const MAX_STATE_QUBITS = 8;

/** Facts that a reference needs and that the program's text does not tell. */
const EXTRA: Readonly<Record<string, (program: Program) => object>> = {
  vqe: ({ slots }) => ({ hamiltonian: MOLECULES.find(({ formula }) => formula === slots['molecule'])?.hamiltonian }),
  qaoa: ({ slots }) => qaoaAngles(slots as QaoaSlots),
};

function qaoaAngles({ problem, nodes, layers }: QaoaSlots): object {
  const found = PROBLEMS.find(({ name }) => name === problem);
  if (found === undefined) throw new RangeError(`no problem ${problem}`);
  return anglesFor(found, nodes, layers);
}

function readOrThrow(text: string): Program {
  const program = readProgram(text);
  if (program === undefined || writeProgram(program) !== text) throw new RangeError(`not a canonical program: ${text}`);
  return program;
}

/** Every program of the corpus by its canonical string. */
export function corpusPrograms(): Map<string, Program> {
  const random = createRandom(SEED);
  const samples = ALGORITHMS.flatMap(({ id, examples, sample }) =>
    [...examples, ...Array.from({ length: SAMPLES }, () => sample(random))].map((slots) => ({ algorithm: id, slots })),
  );
  const ranges = ALGORITHMS.flatMap(({ id }) => RANGES[id] ?? []).map(readOrThrow);
  const programs = [...ranges, ...samples];
  const backend = backendNamed(DEFAULT_BACKEND);
  const judged = programs.filter(
    (program) =>
      backend !== undefined && checkProgram(program, backend) === undefined && circuitOf(program) !== undefined,
  );
  return new Map(judged.map((program) => [writeProgram(program), program]));
}

export const callOf = (program: Program): Call => ({
  name: 'result',
  program,
  backend: DEFAULT_BACKEND,
  shots: DEFAULT_SHOTS,
});

/** What an oracle is told of a program. */
export function lineOf(text: string, program: Program): string {
  const call = callOf(program);
  const run = runCall(call, { seed: 1, lang: 'en' });
  if (run === undefined) throw new RangeError(`not simulated: ${text}`);
  const { circuit, probabilities } = run;
  const small = circuit.qubits <= MAX_STATE_QUBITS ? simulate(circuit) : undefined;
  return JSON.stringify({
    program: text,
    algorithm: program.algorithm,
    slots: program.slots,
    qubits: qubitsOf(program),
    measured: circuit.measured,
    probabilities: Object.fromEntries(probabilities),
    state: small === undefined ? null : { re: [...small.re], im: [...small.im] },
    qasm3: writeQasm3(call, circuit),
    qiskit: writeQiskit(call, circuit),
    extra: EXTRA[program.algorithm]?.(program) ?? {},
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [text, program] of corpusPrograms()) process.stdout.write(`${lineOf(text, program)}\n`);
}
