import type { Report, SetReport } from './report.ts';
import { type Share, shareText } from './share.ts';
import { LEVELS, type Slice } from './slices.ts';

const MEANING: Readonly<Record<(typeof LEVELS)[number], string>> = {
  L0: 'code came, and no echo',
  L1: 'it is Python',
  L2: 'its calls have the shape of BioQL calls',
  L3: 'program with all slots, backend and shots are right',
  L4: 'its circuits equal independent references',
  L5: 'its reasoning tells what the code runs',
};

const GROUP_TITLES: Readonly<Record<Slice['group'], string>> = {
  expected: 'expected',
  documented: 'documented category',
  algorithm: 'algorithm',
  language: 'language',
  register: 'register or kind',
};

export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const shareCells = ({ right, of, percent, low, high }: Share): string[] =>
  of === 0
    ? ['0/0', '', '']
    : [`${right}/${of}`, `${percent.toFixed(1)} %`, `${low.toFixed(1)} to ${high.toFixed(1)} %`];

const SHARE_HEAD = ['right', 'share', '95 % interval (Wilson)'];

function setSection({ set, cases, levels, latency, sources, slices, right }: SetReport): string {
  const groups = Map.groupBy(slices, ({ group }) => group);
  const rows = [...groups].flatMap(([group, all]) =>
    all.map(({ name, share }) => [`${GROUP_TITLES[group]}: ${name}`, ...shareCells(share)]),
  );
  const { machineP50, machineP95, wallP50, wallP95 } = latency;
  const from = Object.entries(sources)
    .map(([source, count]) => `${source} ${count}`)
    .join(', ');
  return [
    `## ${set}`,
    `${cases} cases. Machine seconds p50 ${machineP50}, p95 ${machineP95}; answer there after p50 ${wallP50} ms, p95 ${wallP95} ms. Answered by: ${from}.`,
    tableOf(
      ['level', ...SHARE_HEAD],
      LEVELS.filter((level) => levels[level].of > 0).map((level) => [
        `${level}: ${MEANING[level]}`,
        ...shareCells(levels[level]),
      ]),
    ),
    tableOf(['slice', ...SHARE_HEAD], [['**all**', ...shareCells(right)], ...rows]),
  ].join('\n\n');
}

/** The report for people. */
export function markdownOf(report: Report): string {
  const { model, engine, selfCheck, reasoning, temperature, limit, seed, sets, unanswered, refusals } = report;
  const sample = limit === undefined ? 'every case' : `at most ${limit} cases of each set, drawn with seed ${seed}`;
  return `${[
    '# Evaluation',
    `Written by \`npm run eval\`: ${model}, engine ${engine}, self-check ${selfCheck ? 'on' : 'off'}, ${reasoning ? 'with reasoning' : 'code alone'}, temperature ${temperature}, ${sample}. \`training/README.md\` says what is judged and how.`,
    tableOf(
      ['set', ...SHARE_HEAD],
      [
        ...sets.map(({ set, right }) => [set, ...shareCells(right)]),
        ...unanswered.map((set) => [set, 'not answered: the service has no such route', '', '']),
      ],
    ),
    tableOf(
      ['over all sets', ...SHARE_HEAD],
      [
        ['refusals: precision', ...shareCells(refusals.precision)],
        ['refusals: recall', ...shareCells(refusals.recall)],
        ['refusals: right reason, where refused', ...shareCells(refusals.reason)],
        ['no hardware unless asked', ...shareCells(report.keptOffHardware)],
        ['finished answers that are Python', ...shareCells(report.parses)],
      ],
    ),
    ...sets.map(setSection),
  ].join('\n\n')}\n`;
}

/** A few lines for the terminal. */
export const summaryOf = ({ sets, unanswered, refusals, keptOffHardware }: Report): string =>
  [
    ...sets.map(
      ({ set, right, latency }) =>
        `${set.padEnd(10)} ${shareText(right)}; machine seconds p50 ${latency.machineP50}, p95 ${latency.machineP95}`,
    ),
    ...unanswered.map((set) => `${set.padEnd(10)} not answered`),
    `refusals   precision ${shareText(refusals.precision)}, recall ${shareText(refusals.recall)}`,
    `hardware only when asked ${shareText(keptOffHardware)}`,
  ].join('\n');
