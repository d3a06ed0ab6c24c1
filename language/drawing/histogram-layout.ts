import type { OutcomeRow } from './outcomes.ts';

export type OutcomeLabels = 'bits' | 'ket' | 'decimal';

const MONO_PX = 7.3;
const LEAST_SLOT = 11.5;
const MOST_SLOT = 110;
const MOST_BAR = 54;
const WIDEST = 1500;
const TURNED_PX = 11;
const TICKS = 5;
/** What the name of the last bar takes, level and turned. */
const OTHERS_PX = 37;
const OTHERS_TURNED_PX = 104;

/** Where the bars stand, in px from the left of the plot. */
export interface BarLayout {
  readonly plotWidth: number;
  readonly slot: number;
  readonly bar: number;
  /** The middle of the first bar. */
  readonly first: number;
  /** Whether the names are written upwards, for want of room. */
  readonly turned: boolean;
  /** Every how many bars has a name. */
  readonly step: number;
  readonly namesHeight: number;
}

export function outcomeName(bits: string, labels: OutcomeLabels): string {
  if (labels === 'ket') return `|${bits}⟩`;
  return labels === 'decimal' ? String(Number.parseInt(bits, 2)) : bits;
}

export interface BarOptions {
  /** Whether one more bar follows, for all that has no bar of its own. */
  readonly others: boolean;
  /** The least width of the plot, in px. */
  readonly least: number;
}

/** Shares the width among the bars; the plot grows up to a limit before names are left out. */
export function layOutBars(names: readonly string[], { others, least }: BarOptions): BarLayout {
  const count = Math.max(1, names.length + Number(others));
  const plotWidth = Math.min(WIDEST, Math.max(least, count * LEAST_SLOT));
  const slot = Math.min(MOST_SLOT, plotWidth / count);
  const longest = names.reduce((most, name) => Math.max(most, name.length), 0) * MONO_PX;
  const turned = Math.max(longest + 8, others ? OTHERS_PX : 0) > slot;
  return {
    plotWidth,
    slot,
    bar: Math.min(MOST_BAR, slot * 0.66),
    first: (plotWidth - slot * count) / 2 + slot / 2,
    turned,
    step: turned ? Math.max(1, Math.ceil(TURNED_PX / slot - 0.05)) : 1,
    namesHeight: turned ? Math.max(longest, others ? OTHERS_TURNED_PX : 0) + 14 : others ? 36 : 26,
  };
}

/** Marks of an axis from 0 to just above the value, at steps of 1, 2 or 5 times a power of ten. */
export function ticksUpTo(value: number): readonly number[] {
  const most = value > 0 ? value : 1;
  const power = 10 ** Math.floor(Math.log10(most / TICKS));
  const step = ([1, 2, 5, 10].find((times) => times * power >= most / TICKS - 1e-12) ?? 10) * power;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** The largest share of a row, exact or drawn. */
export const highestShare = (rows: readonly OutcomeRow[], shots: number): number =>
  rows.reduce((most, { probability, count }) => Math.max(most, probability, shareOf(count, shots)), 0);

export const shareOf = (count: number, shots: number): number => (shots === 0 ? 0 : count / shots);
