import { readFileSync } from 'node:fs';
import type { Lang, Slots } from '@bioql/language/algorithm';
import { BACKENDS, DEFAULT_BACKEND, DEFAULT_SHOTS } from '@bioql/language/backends';
import { type Call, checkCall } from '@bioql/language/call';
import { fixPrompt } from '@bioql/language/exchange';
import { writeProgram } from '@bioql/language/program';
import type { Random } from '@bioql/language/random';
import type { Example } from './example.ts';
import { drawWrong, drawWrongBits, type Spoken } from './fill/draw.ts';
import { fillBySample, fillerOf } from './fill/index.ts';
import { drawShots } from './shots.ts';
import { hasPlaceholder, speak } from './speak.ts';
import { pickBackend, spokenBackend, spokenShots, spokenUnwanted } from './surfaces.ts';
import { numbered } from './workflow.ts';

/** A written wish to change the program at hand; `change` says what of it changes. */
export interface EditPhrasing {
  readonly text: string;
  readonly lang: 'en' | 'es' | 'mixed';
  readonly register: string;
  readonly change: readonly string[];
  /** The algorithms that the text is about, where it names them. */
  readonly applies?: readonly string[];
}

export const readEdits = (): EditPhrasing[] =>
  readFileSync(new URL('./phrasings/tasks/edits.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as EditPhrasing);

const SIZED = ['ghz', 'w_state', 'superposition', 'qft', 'iqft'];
const ANY = [
  ...SIZED,
  'bell',
  'grover',
  'bernstein_vazirani',
  'vqe',
  'qaoa',
  'teleportation',
  'phase_estimation',
  'shor',
];

/** A change of one algorithm's slots: which algorithms, and which placeholder and slot it fills. */
const SLOTS: Readonly<
  Record<string, { readonly of: readonly string[]; readonly says: string; readonly slots: readonly string[] }>
> = {
  bell: { of: ['bell'], says: 'bell', slots: ['variant'] },
  target: { of: ['grover'], says: 'target', slots: ['qubits', 'target'] },
  secret: { of: ['bernstein_vazirani'], says: 'secret', slots: ['secret'] },
  input: { of: ['qft', 'iqft'], says: 'input', slots: ['qubits', 'input'] },
  oracle: { of: ['deutsch_jozsa'], says: 'oracle', slots: ['oracle'] },
  number: { of: ['shor'], says: 'number', slots: ['number'] },
  molecule: { of: ['vqe'], says: 'molecule', slots: ['molecule'] },
  layers: { of: ['qaoa'], says: 'layers', slots: ['layers'] },
  nodes: { of: ['qaoa'], says: 'n', slots: ['nodes'] },
  ligand: { of: ['docking'], says: 'ligand', slots: ['ligand'] },
  receptor: { of: ['docking'], says: 'receptor', slots: ['target'] },
  disease: { of: ['drug_design'], says: 'disease', slots: ['disease'] },
  counting: { of: ['phase_estimation'], says: 'n', slots: ['counting'] },
};

const QUBITS: Readonly<Record<string, (qubits: number) => number>> = {
  'one-more-qubit': (qubits) => qubits + 1,
  'one-qubit-fewer': (qubits) => qubits - 1,
  'double-qubits': (qubits) => qubits * 2,
};

const SHOTS: Readonly<Record<string, (shots: number) => number>> = {
  'double-shots': (shots) => shots * 2,
  'half-shots': (shots) => Math.floor(shots / 2),
  'ten-times-shots': (shots) => shots * 10,
  'shots=1024': () => DEFAULT_SHOTS,
};

function algorithmsFor({ change, applies }: EditPhrasing): readonly string[] {
  if (applies !== undefined) return applies;
  const own = change.map((name) => SLOTS[name]?.of).find((of) => of !== undefined);
  if (own !== undefined) return own;
  return change.some((name) => name === 'n' || name in QUBITS) ? SIZED : ANY;
}

/** Twice as often the simulator as people's programs have it. */
const drawBackend = (random: Random): string => (random.chance(0.5) ? DEFAULT_BACKEND : random.pick(BACKENDS).name);

function drawCall(algorithm: string, random: Random): Call {
  const { slots } = fillBySample(algorithm)({ random, lang: 'en', has: () => false });
  const sized = SIZED.includes(algorithm);
  const small: Slots = sized ? { qubits: random.between(4, 9) } : slots;
  const shots = random.chance(0.4) ? DEFAULT_SHOTS : 2 * Math.ceil(drawShots(random) / 2);
  return { name: 'result', program: { algorithm, slots: small }, backend: drawBackend(random), shots };
}

/** The statements that the model sees: calls alone, without import and print. */
export const statements = (calls: readonly Call[]): string =>
  calls
    .map(
      ({ name, program, backend, shots }) =>
        `${name} = quantum("${writeProgram(program)}", backend="${backend}", shots=${shots})`,
    )
    .join('\n');

/** A program and what is to be changed in it, with the changed program. */
export function editExample(phrasing: EditPhrasing, random: Random): Example {
  const { text, change } = phrasing;
  const lang: Lang = phrasing.lang === 'mixed' ? random.pick(['en', 'es']) : phrasing.lang;
  const algorithm = random.pick(algorithmsFor(phrasing));
  const before = [drawCall(algorithm, random)];
  if (change.every((name) => name.startsWith('device') || name.startsWith('shots')) && random.chance(0.12))
    before.push(drawCall(random.pick(ANY), random));
  // A list of nodes or counting qubits is `n` to the fillers.
  const has = (name: string): boolean =>
    hasPlaceholder(text, name) || (name === 'n' && (hasPlaceholder(text, 'nodes') || hasPlaceholder(text, 'counting')));
  const filled = fillerOf(algorithm)({ random, lang, has });
  const device = pickBackend(random);
  const shots = drawShots(random);
  const qubits = Number(filled.values['n'] ?? 0);
  const changed = (call: Call): Call => {
    let { backend, shots: count } = call;
    const slots: Record<string, string | number> = { ...call.program.slots };
    for (const name of change) {
      if (name === 'device') backend = device;
      else if (name === 'backend=simulator') backend = DEFAULT_BACKEND;
      else if (name === 'shots') count = shots;
      else if (name === 'n') slots['qubits'] = qubits;
      else if (SHOTS[name] !== undefined) count = SHOTS[name](count);
      else if (QUBITS[name] !== undefined) slots['qubits'] = QUBITS[name](Number(slots['qubits']));
      else for (const slot of SLOTS[name]?.slots ?? []) slots[slot] = filled.slots[slot] ?? '';
    }
    return { ...call, program: { ...call.program, slots }, backend, shots: count };
  };
  const values: Record<string, Spoken> = {
    device: spokenBackend(device, lang, random),
    notdevice: spokenUnwanted(device, lang, random),
    shots: text.includes('{shots:word}') ? shots : spokenShots(shots, lang, random),
    wrongshots: drawShots(random),
    wrong: drawWrong(qubits || 4, random),
    wrongbits: drawWrongBits(filled.values, random),
    noise: random.between(2, 99),
    ...filled.values,
    nodes: filled.values['n'] ?? 0,
    counting: filled.values['n'] ?? 0,
  };
  const calls = numbered(before).map(changed);
  const problem = calls.map(checkCall).find((found) => found !== undefined);
  return {
    prompt: fixPrompt(statements(numbered(before)), speak(text, lang, values, random)),
    lang,
    answer: problem === undefined ? { calls, note: '' } : { refuse: problem },
  };
}
