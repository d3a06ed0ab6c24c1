import type { Lang } from '@bioql/language/algorithm';
import { DEFAULT_BACKEND, DEFAULT_SHOTS } from '@bioql/language/backends';
import { type Call, checkCall, writeCode } from '@bioql/language/call';
import { plain } from '@bioql/language/normalize';
import { readCode } from '@bioql/language/python';
import { createRandom } from '@bioql/language/random';
import { nearDuplicates, type Text } from '../near-duplicates.ts';
import { example } from './example.ts';
import type { Phrasing } from './phrasing.ts';
import { spokenForms } from './surfaces.ts';

/** A line of exported feedback once a person has read it: the code is what the answer should have been. */
export interface Reviewed {
  readonly consent?: unknown;
  readonly reviewed?: unknown;
  readonly lang?: unknown;
  readonly register?: unknown;
  readonly prompt?: unknown;
  readonly code?: unknown;
}

export type Judged = { readonly phrasing: Phrasing & { readonly consent: true } } | { readonly why: string };

const LANGS: readonly unknown[] = ['en', 'es', 'mixed'];

/** Puts a placeholder where a text says a value; `undefined` when it does not say it, or more than once. */
function marked(text: string, forms: readonly string[], placeholder: string): string | undefined {
  for (const form of [...new Set(forms)].sort((a, b) => b.length - a.length)) {
    const quoted = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const parts = text.split(new RegExp(`(?<![\\p{L}\\p{N}_])${quoted}(?![\\p{L}\\p{N}_])`, 'iu'));
    if (parts.length === 2) return parts.join(placeholder);
    if (parts.length > 2) return undefined;
  }
  return undefined;
}

const digitsOf = (shots: number): string[] => [
  String(shots),
  shots.toLocaleString('en-US'),
  shots.toLocaleString('de-DE'),
];

/** The prompt with shots and machine to be drawn anew; the program's own slots stay as they are. */
function textOf(prompt: string, { backend, shots }: Call, langs: readonly Lang[]): string | undefined {
  const named = langs.flatMap((lang) => spokenForms(backend, lang));
  const placed = backend === DEFAULT_BACKEND ? prompt : marked(prompt, [backend, ...named], '{device}');
  if (placed === undefined || shots === DEFAULT_SHOTS) return placed;
  return marked(placed, digitsOf(shots), '{shots}');
}

const TRIES = Array.from({ length: 20 }, (_, seed) => seed);

/** Whether the data set would ask for just this program. Numbers of shots out of range are drawn, too, and then refused. */
function keepsProgram(phrasing: Phrasing, { program }: Call): boolean {
  const answers = TRIES.map((seed) => example(phrasing, createRandom(seed)).answer);
  const made = answers.flatMap((answer) => ('calls' in answer ? answer.calls : []));
  return made.length > 0 && made.every((call) => JSON.stringify(call.program) === JSON.stringify(program));
}

/** Makes a phrasing of a reviewed line, or says why it may not join the data set. */
export function judge(line: Reviewed, development: readonly Text[], training: readonly Text[]): Judged {
  const { consent, reviewed, lang, register, prompt, code } = line;
  if (consent !== true) return { why: 'there is no consent: true' };
  if (reviewed !== true) return { why: 'there is no reviewed: true' };
  if (!LANGS.includes(lang)) return { why: 'lang must be en, es or mixed' };
  if (typeof register !== 'string' || register === '') return { why: 'register is missing' };
  if (typeof prompt !== 'string' || prompt.trim() === '' || prompt.includes('{')) return { why: 'prompt is no prompt' };
  if (typeof code !== 'string') return { why: 'code is missing' };
  const [call, ...others] = readCode(code) ?? [];
  if (call === undefined || writeCode(call, ...others) !== code.trim()) return { why: 'the code is not canonical' };
  if (others.length > 0) return { why: 'only programs of one call can join' };
  const problem = checkCall(call);
  if (problem !== undefined) return { why: `the program cannot run: ${problem}` };

  const { algorithm, slots } = call.program;
  const text = textOf(prompt.trim(), call, lang === 'mixed' ? ['en', 'es'] : [lang as Lang]);
  if (text === undefined) return { why: 'the prompt does not say the shots or the backend of the code, just once' };
  const phrasing = { algorithm, lang: lang as Phrasing['lang'], register, text, slots, consent: true as const };
  if (!keepsProgram(phrasing, call)) return { why: 'the data set cannot keep the slots of this program' };
  if (training.some((known) => plain(known.text) === plain(text))) return { why: 'the data set has this phrasing' };
  const [near] = nearDuplicates(development, [{ place: 'feedback', text, about: algorithm }]);
  if (near !== undefined) return { why: `it is too near to ${near.development.place} of the development sets` };
  return { phrasing };
}
