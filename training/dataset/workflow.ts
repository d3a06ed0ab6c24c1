import { readFileSync } from 'node:fs';
import type { Lang } from '@bioql/language/algorithm';
import { DEFAULT_BACKEND, DEFAULT_SHOTS } from '@bioql/language/backends';
import { type Call, checkCall } from '@bioql/language/call';
import type { Program } from '@bioql/language/program';
import type { Random } from '@bioql/language/random';
import type { Example } from './example.ts';
import type { Spoken } from './fill/draw.ts';
import { fillerOf } from './fill/index.ts';
import { FAMILIES, NOUNS } from './fill/nouns.ts';
import { drawShots } from './shots.ts';
import { hasPlaceholder, speak } from './speak.ts';
import { pickBackend, spokenBackend, spokenShots, spokenUnwanted } from './surfaces.ts';

/** One run of a written workflow: `of` is `a`, `b`, `c` or `family`; `n` the placeholder of a family's qubits. */
interface Step {
  readonly of: string;
  readonly backend: 'simulator' | 'device' | 'device2';
  readonly shots: 'default' | 'shots' | 'shots2';
  readonly n?: string;
  readonly name?: string;
}

/** A written request for several runs, in the order in which they run. */
export interface WorkflowPhrasing {
  readonly text: string;
  readonly lang: 'en' | 'es' | 'mixed';
  readonly register: string;
  readonly steps: readonly Step[];
}

export const readWorkflows = (): WorkflowPhrasing[] =>
  readFileSync(new URL('./phrasings/tasks/workflow.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as WorkflowPhrasing);

/** The first six are what most people ask for. */
const WEIGHTS = Object.keys(NOUNS).map((id, at) => [id, at < 7 ? 3 : 1] as const);

interface Named {
  readonly program: Program;
  readonly said: string;
}

function drawNoun(lang: Lang, random: Random): Named {
  const algorithm = random.weighted(WEIGHTS);
  const text = random.pick(NOUNS[algorithm]?.[lang] ?? []);
  const { slots, values } = fillerOf(algorithm)({ random, lang, has: (name) => hasPlaceholder(text, name) });
  return { program: { algorithm, slots }, said: speak(text, lang, values, random) };
}

function drawDevice(other: string, random: Random): string {
  const name = pickBackend(random);
  return name === DEFAULT_BACKEND || name === other ? drawDevice(other, random) : name;
}

/** Numbers the results of several calls. */
export const numbered = (calls: readonly Call[]): Call[] =>
  calls.length === 1 ? [...calls] : calls.map((call, at) => ({ ...call, name: `result_${at + 1}` }));

/** Fills a written workflow with fresh programs, machines and numbers. */
export function workflowExample({ text, lang: written, steps }: WorkflowPhrasing, random: Random): Example {
  const lang: Lang = written === 'mixed' ? random.pick(['en', 'es']) : written;
  const nouns = new Map<string, Named>();
  for (const letter of ['a', 'b', 'c']) nouns.set(letter, drawNoun(lang, random));
  const family = random.pick(Object.keys(FAMILIES));
  const least = family === 'ghz' || family === 'w_state' ? 3 : 2;
  const start = random.between(least, 6);
  const sizes: Readonly<Record<string, number>> = {
    n1: start,
    n2: start + random.between(1, 3),
    n3: start + random.between(4, 6),
    n4: start + random.between(7, 9),
  };
  const device = drawDevice('', random);
  const device2 = drawDevice(device, random);
  const [shots, shots2] = [drawShots(random), drawShots(random)];
  const values: Record<string, Spoken> = {
    ...Object.fromEntries([...nouns].map(([letter, { said }]) => [letter, { exact: said }])),
    ...sizes,
    family: { exact: random.pick(FAMILIES[family]?.[lang] ?? []) },
    device: spokenBackend(device, lang, random),
    device2: spokenBackend(device2, lang, random),
    shots: text.includes('{shots:word}') ? shots : spokenShots(shots, lang, random),
    shots2: text.includes('{shots2:word}') ? shots2 : spokenShots(shots2, lang, random),
    noise: random.between(2, 99),
    notdevice: spokenUnwanted(device, lang, random),
  };
  const backends = { simulator: DEFAULT_BACKEND, device, device2 };
  const counts = { default: DEFAULT_SHOTS, shots, shots2 };
  const calls = steps.map((step): Call => {
    const program = nouns.get(step.of)?.program ?? {
      algorithm: family,
      slots: { qubits: sizes[step.n ?? 'n1'] ?? start },
    };
    return { name: step.name ?? '', program, backend: backends[step.backend], shots: counts[step.shots] };
  });
  const names = numbered(calls).map(({ name }) => name);
  const bound = calls.map((call, at) => ({ ...call, name: call.name === '' ? (names[at] ?? '') : call.name }));
  const problem = bound.map(checkCall).find((found) => found !== undefined);
  return {
    prompt: speak(text, lang, values, random),
    lang,
    answer: problem === undefined ? { calls: bound, note: '' } : { refuse: problem },
  };
}

const JOINTS: Readonly<Record<Lang, readonly (readonly [string, string])[]>> = {
  en: [
    ['', '. Then '],
    ['', ', then '],
    ['first ', ', and after that '],
    ['', '\nand then\n'],
    ['1. ', '\n2. '],
    ['1) ', ' 2) '],
    ['', '; also '],
    ['- ', '\n- '],
    ['two things: ', ' and '],
    ['', '. After that: '],
    ['', ' + '],
    ['step 1: ', ', step 2: '],
    ['', '. Second: '],
    ['in one script: ', '; '],
  ],
  es: [
    ['', '. Luego '],
    ['', ', y después '],
    ['primero ', ', y luego '],
    ['', '\ny entonces\n'],
    ['1. ', '\n2. '],
    ['1) ', ' 2) '],
    ['', '; también '],
    ['- ', '\n- '],
    ['dos cosas: ', ' y '],
    ['', '. Después: '],
    ['', ' + '],
    ['paso 1: ', ', paso 2: '],
    ['en un mismo programa: ', '; '],
  ],
};

/** Without its capital and its full stop, as it stands inside another sentence. */
const lowered = (text: string): string =>
  text.replace(/^[A-ZÁÉÍÓÚ](?=[a-záéíóúñ ])/, (letter) => letter.toLowerCase()).replace(/[.!?]$/, '');

/** Two requests said one after the other; `undefined` when either is no plain request for one program. */
export function joined(first: Example, second: Example, random: Random): Example | undefined {
  const { lang } = first;
  if ('refuse' in first.answer || 'refuse' in second.answer || second.lang !== lang) return undefined;
  if (first.prompt.length + second.prompt.length > 220 || first.answer.note !== '' || second.answer.note !== '')
    return undefined;
  const [before, between] = random.pick(JOINTS[lang]);
  const calls = numbered([...first.answer.calls, ...second.answer.calls]);
  return {
    prompt: `${before}${before === '' ? first.prompt : lowered(first.prompt)}${between}${lowered(second.prompt)}`,
    lang,
    answer: { calls, note: '' },
  };
}
