import type { Lang } from '@bioql/language/algorithm';
import type { Call } from '@bioql/language/call';
import { type OutcomeRow, selectOutcomes } from '@bioql/language/drawing/outcomes';
import { bitOrderText, IDEAL } from '@bioql/language/drawing/words';
import { numberText, shareText } from '@bioql/language/number-text';
import { entryOf, writeProgram } from '@bioql/language/program';
import type { ProgramRun } from '@bioql/language/run';

const COLUMNS = 60;
const SHOWN_OUTCOMES = 16;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

const WORDS = {
  en: { bits: 'bits', exact: 'exact', sampled: 'sampled', more: 'more', depth: 'depth', seed: 'seed' },
  es: { bits: 'bits', exact: 'exacto', sampled: 'medido', more: 'más', depth: 'profundidad', seed: 'semilla' },
} as const satisfies Record<Lang, Record<string, string>>;

const qubitsText = (qubits: number, lang: Lang): string =>
  lang === 'en' ? `${qubits} qubit${qubits === 1 ? '' : 's'}` : `${qubits} cúbit${qubits === 1 ? '' : 's'}`;

const shotsText = (shots: number, lang: Lang): string => {
  const one = shots === 1;
  const unit = lang === 'en' ? (one ? 'shot' : 'shots') : one ? 'medición' : 'mediciones';
  return `${numberText(shots, lang)} ${unit}`;
};

/** The name of the result, the algorithm, and the program as it is written canonically. */
export const headingText = ({ name, program }: Call, lang: Lang): string =>
  `${name}: ${entryOf(program).title[lang]}\n${writeProgram(program)}`;

/** A run for a person to read, at most 60 columns wide but for its sentences. */
export function runText(call: Call, run: ProgramRun, note: string | undefined, lang: Lang): string {
  const { circuit, depth, seed, conclusion } = run;
  const words = WORDS[lang];
  const facts = [
    call.backend,
    qubitsText(circuit.qubits, lang),
    `${words.depth} ${numberText(depth, lang)}`,
    shotsText(call.shots, lang),
    `${words.seed} ${seed}`,
  ];
  return [
    headingText(call, lang),
    facts.join(' · '),
    '',
    ...histogram(run, lang),
    '',
    ...(conclusion === undefined ? [] : [conclusion]),
    ...(note === undefined ? [] : [note]),
    `${IDEAL[lang]} ${bitOrderText(circuit.measured, lang)}`,
  ].join('\n');
}

function histogram({ probabilities, counts }: ProgramRun, lang: Lang): string[] {
  const words = WORDS[lang];
  const all: OutcomeRow[] = [...probabilities].map(([bits, probability]) => ({
    bits,
    probability,
    count: counts.get(bits) ?? 0,
  }));
  const shots = all.reduce((sum, { count }) => sum + count, 0);
  const { rows, others } = selectOutcomes(all, { sort: 'probability', top: SHOWN_OUTCOMES, filter: '' });
  const shares = (probability: number, count: number) =>
    [probability, count / shots].map((share) => shareText(share, lang).padStart(9)).join('');
  const rest = `… ${numberText(others.outcomes, lang)} ${words.more}`;
  const width = Math.max(
    words.bits.length,
    ...rows.map(({ bits }) => bits.length),
    others.outcomes === 0 ? 0 : rest.length,
  );
  const space = COLUMNS - width - 2 * 9 - 2;
  const highest = Math.max(...rows.map(({ probability }) => probability));
  return [
    `${words.bits.padEnd(width)}${words.exact.padStart(9)}${words.sampled.padStart(9)}`,
    ...rows.map(({ bits, probability, count }) =>
      `${bits.padEnd(width)}${shares(probability, count)}  ${bar((space * probability) / highest)}`.trimEnd(),
    ),
    ...(others.outcomes === 0 ? [] : [`${rest.padEnd(width)}${shares(others.probability, others.count)}`]),
  ];
}

/** A bar of this many columns, in eighths. */
function bar(columns: number): string {
  const eighths = Math.round(columns * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}
