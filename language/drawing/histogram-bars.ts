import type { Lang, Sentence } from '../algorithm.ts';
import { numberText, percentText, shareText } from '../number-text.ts';
import { type BarLayout, type OutcomeLabels, outcomeName, shareOf } from './histogram-layout.ts';
import type { OutcomeRow, OutcomeSum } from './outcomes.ts';
import { element, line, textElement } from './xml.ts';

/** Where bars are drawn, and how. */
export interface Plot {
  readonly lang: Lang;
  readonly shots: number;
  readonly labels: OutcomeLabels;
  readonly interactive: boolean;
  readonly bars: BarLayout;
  readonly ticks: readonly number[];
  readonly left: number;
  /** Where the axis of outcomes lies. */
  readonly base: number;
  /** The height of a share of the shots, from the top of the picture. */
  y(share: number): number;
}

/** Narrower bars have no percentage above, and no diamond on their exact probability. */
const VALUE_SLOT = 46;
const DIAMOND_SLOT = 13;
/** Nearer to the axis a diamond is a stain. */
const DIAMOND_RISE = 2;

const OTHERS: Sentence = { en: 'others', es: 'otros' };

const othersName = ({ outcomes }: OutcomeSum, lang: Lang): string =>
  lang === 'en' ? `${numberText(outcomes, lang)} ${OTHERS.en}` : `${OTHERS.es} ${numberText(outcomes, lang)}`;

/** An outcome in words: `101: exact 94.53%, sampled 94.34% (966 of 1,024)`. */
function outcomeText(name: string, { probability, count }: Omit<OutcomeRow, 'bits'>, { lang, shots }: Plot): string {
  const [exact, drawn] = [probability, shareOf(count, shots)].map((share) => shareText(share, lang));
  const [some, all] = [numberText(count, lang), numberText(shots, lang)];
  return lang === 'en'
    ? `${name}: exact ${exact}, sampled ${drawn} (${some} of ${all})`
    : `${name}: exacta ${exact}, muestreada ${drawn} (${some} de ${all})`;
}

const middleOf = ({ bars, left }: Plot, at: number): number => left + bars.first + at * bars.slot;

export const diamond = (x: number, y: number): string =>
  element('path', {
    class: 'diamond',
    d: `M${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100 - 5}l5 5l-5 5l-5 -5z`,
  });

const value = (x: number, y: number, text: string): string => textElement('text', { class: 'value', x, y }, text);

function exactMark(x: number, share: number, { bars, base, y }: Plot): string[] {
  const height = y(share);
  const mark = line('exact', x - bars.bar / 2 - 3, height, x + bars.bar / 2 + 3, height);
  return bars.slot < DIAMOND_SLOT || base - height < DIAMOND_RISE ? [mark] : [mark, diamond(x, height)];
}

/** The sampled share of an outcome as a bar, its exact probability as a mark across it. */
export function outcomeBar(row: OutcomeRow, at: number, plot: Plot): string {
  const { bars, base, y, lang, interactive } = plot;
  const [x, share] = [middleOf(plot, at), shareOf(row.count, plot.shots)];
  const spoken = outcomeText(outcomeName(row.bits, plot.labels), row, plot);
  const highest = y(Math.max(share, row.probability));
  const hit = { class: 'hit', x: x - bars.slot / 2, y: highest - 8, width: bars.slot, height: base - highest + 8 };
  const shapes = [
    textElement('title', {}, spoken),
    ...(interactive ? [element('rect', hit)] : []),
    element('rect', { class: 'sampled', x: x - bars.bar / 2, y: y(share), width: bars.bar, height: base - y(share) }),
    ...exactMark(x, row.probability, plot),
    ...(bars.slot < VALUE_SLOT ? [] : [value(x, highest - 10, percentText(share, lang, 1))]),
  ];
  const role = interactive ? { role: 'button', tabindex: -1 } : { role: 'graphics-symbol img' };
  return element('g', { class: 'outcome', 'data-outcome': row.bits, ...role, 'aria-label': spoken }, shapes);
}

/** All that is not shown, in one dashed bar; cut off with a zigzag where it is higher than the axis. */
export function othersBar(others: OutcomeSum, at: number, plot: Plot): string {
  const { bars, base, ticks, y, lang } = plot;
  const [x, share] = [middleOf(plot, at), shareOf(others.count, plot.shots)];
  const most = ticks.at(-1) as number;
  const spoken = outcomeText(othersName(others, lang), others, plot);
  const [left, right, top] = [x - bars.bar / 2, x + bars.bar / 2, y(Math.min(share, most))].map(
    (px) => Math.round(px * 100) / 100,
  ) as [number, number, number];
  const quarter = (right - left) / 4;
  const edge = share > most ? `l${quarter} -6l${quarter} 6l${quarter} -6L${right} ${top}` : `H${right}`;
  const shapes = [
    textElement('title', {}, spoken),
    element('path', { class: 'others', d: `M${left} ${base}V${top}${edge}V${base}z` }),
    ...(others.probability <= most ? exactMark(x, others.probability, plot) : []),
    value(x, top - 10, percentText(share, lang, bars.slot < VALUE_SLOT ? 0 : 1)),
  ];
  const name = { class: 'others-bar', role: 'graphics-symbol img', 'aria-label': spoken };
  return element('g', name, [...shapes, ...othersLabel(others, x, plot)]);
}

function othersLabel(others: OutcomeSum, x: number, { bars, base, lang }: Plot): string[] {
  if (bars.turned) return [turnedName(x, base, othersName(others, lang))];
  return othersName(others, lang)
    .split(' ')
    .map((word, row) => textElement('text', { class: 'others-name', x, y: base + 16 + row * 13 }, word));
}

function turnedName(x: number, base: number, name: string): string {
  const [at, y] = [Math.round((x + 4) * 100) / 100, base + 8];
  return textElement('text', { class: 'outcome-name turned', x: at, y, transform: `rotate(-90 ${at} ${y})` }, name);
}

/** The names below the bars. */
export function barNames(names: readonly string[], plot: Plot): string[] {
  const { bars, base } = plot;
  return names.flatMap((name, at) => {
    if (at % bars.step !== 0) return [];
    const x = middleOf(plot, at);
    return [
      bars.turned ? turnedName(x, base, name) : textElement('text', { class: 'outcome-name', x, y: base + 17 }, name),
    ];
  });
}
