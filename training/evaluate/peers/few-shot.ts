import { ALGORITHMS } from '@bioql/language/algorithms/index';
import { BACKENDS, DEFAULT_BACKEND, DEFAULT_SHOTS } from '@bioql/language/backends';
import { writeCode } from '@bioql/language/call';
import { readProgram } from '@bioql/language/program';

/** One example of the prompt: a request, and its program or the reason of its refusal. */
interface Shot {
  readonly prompt: string;
  readonly program?: string;
  readonly backend?: string;
  readonly shots?: number;
  readonly refuse?: string;
}

/** Written for this prompt: every kind of program once, both languages, stated and unstated slots, one refusal. */
export const SHOTS: readonly Shot[] = [
  {
    prompt: 'GHZ, 7 qubits, ibm_kyoto, 300 shots',
    program: 'Create 7-qubit GHZ state',
    backend: 'ibm_kyoto',
    shots: 300,
  },
  {
    prompt: 'phase estimation of T with 3 counting qubits',
    program: 'Run phase estimation of T with 3 counting qubits',
  },
  {
    prompt: 'superposición de seis cúbits, cien disparos',
    program: 'Create uniform superposition of 6 qubits',
    shots: 100,
  },
  { prompt: 'the singlet, on real IonQ hardware please', program: 'Create Bell state psi-', backend: 'ionq_qpu' },
  { prompt: 'qft of eleven qubits', program: 'Run quantum Fourier transform on 11 qubits' },
  { prompt: '¿Qué tal se cocina una tortilla?', refuse: 'out_of_scope' },
  { prompt: 'a W state of nine qubits, run 250 times', program: 'Create 9-qubit W state', shots: 250 },
  {
    prompt: 'QFT inversa con entrada 0011, en IBM, 2000 mediciones',
    program: 'Run inverse quantum Fourier transform on 4 qubits with input 0011',
    backend: 'ibm_quantum',
    shots: 2000,
  },
  { prompt: 'Factor 21 with Shor', program: "Factor 21 with Shor's algorithm" },
  {
    prompt: 'Bernstein-Vazirani, secreto 01101, 50 tiros',
    program: 'Run Bernstein-Vazirani for secret 01101',
    shots: 50,
  },
  { prompt: 'h on 0, then cx 0 1, then z 1', program: 'Apply gates on 2 qubits: h 0; cx 0 1; z 1' },
  { prompt: 'energía del LiH por VQE en ionq_forte', program: 'Run VQE for LiH', backend: 'ionq_forte' },
  {
    prompt: 'MaxCut with QAOA, 4 nodes, 2 layers, 700 shots',
    program: 'Run QAOA for MaxCut on 4 nodes with 2 layers',
    shots: 700,
  },
  { prompt: 'Dock ibuprofen into COX-1 on Condor', program: 'Dock ibuprofen to COX-1', backend: 'ibm_condor' },
  { prompt: 'alinea TTGACA con TTGCCA', program: 'Align DNA TTGACA with TTGCCA' },
  {
    prompt: 'Deutsch-Jozsa, 5 input bits, constant',
    program: 'Run Deutsch-Jozsa on 5 input bits with constant oracle',
  },
  { prompt: '¿Cómo se pliega la lisozima? mil disparos', program: 'Fold protein lysozyme', shots: 1000 },
  { prompt: 'teleport a qubit', program: 'Run quantum teleportation' },
  { prompt: 'Grover en Aer para encontrar 0010', program: 'Run Grover search on 4 qubits for 0010', backend: 'aer' },
  { prompt: 'Make me a Bell pair', program: 'Create Bell state' },
];

/** A request and its answer, as a person would see them. */
export interface Example {
  readonly prompt: string;
  readonly reply: string;
}

export const codeBlock = (code: string): string => `\`\`\`python\n${code}\n\`\`\``;

function replyOf({ program: text, backend = DEFAULT_BACKEND, shots = DEFAULT_SHOTS, refuse }: Shot): string {
  if (text === undefined) return `refuse ${refuse}`;
  const program = readProgram(text);
  if (program === undefined) throw new RangeError(`not a program: ${text}`);
  return codeBlock(writeCode({ name: 'result', program, backend, shots }));
}

/** The same examples for every request. */
export const EXAMPLES: readonly Example[] = SHOTS.map((shot) => ({ prompt: shot.prompt, reply: replyOf(shot) }));

/** What a person would tell a model that has never seen BioQL. */
export const INSTRUCTIONS = `You write BioQL, a small Python library for quantum programs. Answer every request, in English or Spanish, with one Python code block and nothing else:

${codeBlock('from bioql import quantum\n\nresult = quantum("PROGRAM", backend="BACKEND", shots=SHOTS)\nprint(result)')}

PROGRAM is one of these sentences, with the request's own numbers, bits and names:
${ALGORITHMS.map(({ write, examples: [plainest] }) => (plainest === undefined ? '' : `- ${write(plainest)}`)).join('\n')}
Bell states end in phi-, psi+ or psi- when they are not the plain one.
BACKEND is one of ${BACKENDS.map(({ name }) => name).join(', ')}. It is ${DEFAULT_BACKEND} unless the request names another; IBM is ibm_quantum, IonQ is ionq_qpu.
SHOTS is ${DEFAULT_SHOTS} unless the request says how many.
Only a request that has nothing to do with quantum programs gets one line instead: refuse out_of_scope`;
