import type { Lang, Sentence } from '../algorithm.ts';
import { numberText, percentText } from '../number-text.ts';
import { barNames, diamond, othersBar, outcomeBar, type Plot } from './histogram-bars.ts';
import { highestShare, layOutBars, type OutcomeLabels, outcomeName, ticksUpTo } from './histogram-layout.ts';
import type { OutcomeRow, OutcomeSum } from './outcomes.ts';
import { standaloneStyle } from './style.ts';
import { bitOrderText, IDEAL } from './words.ts';
import { element, line, textElement } from './xml.ts';

export interface HistogramOptions {
  readonly lang: Lang;
  /** All draws, those of outcomes that are not shown included. */
  readonly shots: number;
  /** The measured qubits, lowest bit first. */
  readonly measured: readonly number[];
  readonly labels?: OutcomeLabels;
  /** What else was possible, as one bar at the end. */
  readonly others?: OutcomeSum;
  /** The least width, in px. */
  readonly width?: number;
  readonly title?: string;
  /** As of a circuit drawing. */
  readonly form?: 'standalone' | 'interactive';
}

const MARGIN = 16;
const AXIS = 56;
const TITLE = 30;
const LEGEND = 52;
const PLOT = 220;
const CAPTION = 26;
const CHAR_PX = 6.4;

const SAMPLED: Sentence = { en: 'sampled, {0} shots', es: 'muestreado, {0} mediciones' };
const EXACT: Sentence = { en: 'exact probability', es: 'probabilidad exacta' };
const WHOLE: Sentence = { en: 'Histogram of {0} outcomes', es: 'Histograma de {0} resultados' };

const filled = (sentence: Sentence, lang: Lang, value: number): string =>
  sentence[lang].replace('{0}', numberText(value, lang));

/** Sampled shares as bars and exact probabilities as diamonds, in the order of the rows. */
export function drawHistogram(rows: readonly OutcomeRow[], options: HistogramOptions): string {
  const { lang, labels = 'bits', title, width: least = 720, form = 'standalone', measured, shots } = options;
  const interactive = form === 'interactive';
  const others = options.others !== undefined && options.others.outcomes > 0 ? options.others : undefined;
  const names = rows.map(({ bits }) => outcomeName(bits, labels));
  const bars = layOutBars(names, { others: others !== undefined, least: least - AXIS - 2 * MARGIN });
  const shown = rows.length > 0 || others === undefined ? rows : [{ bits: '', ...others }];
  const ticks = ticksUpTo(highestShare(shown, shots));
  const top = MARGIN + (title === undefined ? 0 : TITLE) + LEGEND;
  const base = top + PLOT;
  const y = (share: number) => base - (share / (ticks.at(-1) as number)) * PLOT;
  const plot: Plot = { lang, shots, labels, interactive, bars, ticks, left: MARGIN + AXIS, base, y };
  const caption = interactive ? '' : `${IDEAL[lang]} ${bitOrderText(measured, lang)}`;
  const legendEnd = legendMiddle(plot) + 30 + EXACT[lang].length * CHAR_PX;
  const width = Math.round(
    Math.max(plot.left + bars.plotWidth + MARGIN, legendEnd + MARGIN, caption.length * 6 + 2 * MARGIN),
  );
  const height = Math.round(base + bars.namesHeight + (interactive ? 0 : CAPTION) + MARGIN / 2);
  const parts = [
    ...legend(plot, top - LEGEND),
    ...axis(plot),
    ...rows.map((row, at) => outcomeBar(row, at, plot)),
    ...barNames(names, plot),
    ...(others === undefined ? [] : [othersBar(others, rows.length, plot)]),
  ];
  if (title !== undefined) parts.push(textElement('text', { class: 'title', x: MARGIN, y: MARGIN + 14 }, title));
  if (caption !== '') parts.push(textElement('text', { class: 'caption', x: MARGIN, y: height - 14 }, caption));
  const spoken = filled(WHOLE, lang, rows.length + (others?.outcomes ?? 0));
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'bioql-drawing',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: interactive ? 'group' : 'graphics-document document',
      'aria-label': spoken,
    },
    interactive ? parts : [...standaloneStyle(title ?? spoken), ...parts],
  );
}

/** Where the second entry of the legend begins. */
const legendMiddle = ({ lang, shots }: Plot): number =>
  MARGIN + 22 + filled(SAMPLED, lang, shots).length * CHAR_PX + 20;

function legend(plot: Plot, y: number): string[] {
  const { lang, shots } = plot;
  const second = legendMiddle(plot);
  return [
    element('rect', { class: 'sampled', x: MARGIN, y: y + 2, width: 14, height: 14, rx: 2 }),
    textElement('text', { class: 'legend', x: MARGIN + 22, y: y + 13 }, filled(SAMPLED, lang, shots)),
    line('exact', second, y + 9, second + 22, y + 9),
    diamond(second + 11, y + 9),
    textElement('text', { class: 'legend', x: second + 30, y: y + 13 }, EXACT[lang]),
  ];
}

function axis({ lang, bars, ticks, left, base, y }: Plot): string[] {
  const step = ticks[1] ?? 1;
  const decimals = Math.max(0, -Math.floor(Math.log10(step * 100) + 1e-9));
  return [
    ...ticks.flatMap((share) => [
      line('grid', left, y(share), left + bars.plotWidth, y(share)),
      textElement('text', { class: 'tick', x: left - 8, y: y(share) + 4 }, percentText(share, lang, decimals)),
    ]),
    line('axis', left, base, left + bars.plotWidth, base),
  ];
}
