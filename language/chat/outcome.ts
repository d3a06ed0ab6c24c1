import type { Lang } from '../algorithm.ts';
import { backendNamed } from '../backends.ts';
import { type Call, explainCall } from '../call.ts';
import { simulatedCircuitOf } from '../call-circuit.ts';
import type { OutcomeRow, OutcomeSum } from '../drawing/outcomes.ts';
import { numberText, shareText } from '../number-text.ts';
import { entryOf, writeProgram } from '../program.ts';
import { escaped, inCode, paragraphs, table } from './markdown.ts';
import { CHAT } from './words.ts';

/** What a simulation gave, in the likeliest outcomes. */
export interface Outcome {
  readonly call: Call;
  readonly seed: number;
  readonly rows: readonly OutcomeRow[];
  readonly others: OutcomeSum;
  readonly conclusion?: string;
}

/** A bar of four signs at most, since a chat is narrow; the joiners keep it on one line. */
const BAR_EIGHTHS = 32;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

function bar(share: number): string {
  const eighths = Math.round(share * BAR_EIGHTHS);
  return [...'█'.repeat(eighths >> 3), EIGHTHS[eighths & 7]].join('\u2060');
}

/** The result of a run as Markdown, with a bar for each outcome. */
export function outcomeMarkdown({ call, seed, rows, others, conclusion }: Outcome, lang: Lang): string {
  const words = CHAT[lang];
  const { columns } = words;
  const most = Math.max(...rows.map(({ count }) => count), 1);
  const lines = rows.map(({ bits, probability, count }) => [
    inCode(bits),
    shareText(probability, lang),
    `${numberText(count, lang)}\u00a0${bar(count / most)}`,
  ]);
  const rest =
    others.outcomes === 0
      ? []
      : [
          [
            words.others(numberText(others.outcomes, lang)),
            shareText(others.probability, lang),
            numberText(others.count, lang),
          ],
        ];
  return paragraphs(
    heading(call, lang),
    conclusion === undefined ? undefined : `**${escaped(conclusion)}**`,
    table([columns.outcome, columns.probability, columns.counts], [...lines, ...rest]),
    `${words.ran(numberText(call.shots, lang), String(seed))} ${words.bitOrder}`,
    hardwareNote([call], lang),
  );
}

/** A call that has no result here: why, and what is known without one. `undefined` when it can be simulated. */
export function notSimulatedMarkdown(call: Call, lang: Lang): string | undefined {
  const found = simulatedCircuitOf(call, lang);
  if (found.state === 'circuit') return undefined;
  const facts = found.state === 'described' ? entryOf(call.program).facts?.(call.program.slots, lang) : undefined;
  return paragraphs(
    heading(call, lang),
    escaped(found.message),
    ...(found.state === 'described' ? [escaped(explainCall(call, lang)), facts && escaped(facts)] : []),
  );
}

const heading = ({ program }: Call, lang: Lang): string =>
  `### ${escaped(entryOf(program).title[lang])} · ${inCode(writeProgram(program))}`;

/** Said wherever a program names hardware. */
export function hardwareNote(calls: readonly Call[], lang: Lang): string | undefined {
  const names = [...new Set(calls.map(({ backend }) => backend))].filter(
    (name) => backendNamed(name)?.kind === 'hardware',
  );
  return names.length === 0 ? undefined : `*${CHAT[lang].hardwareNote(names.map(escaped).join(', '))}*`;
}
