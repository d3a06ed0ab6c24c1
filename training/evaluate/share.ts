import { wilson } from './wilson.ts';

/** How many of how many, with the 95 % Wilson interval in percent. */
export interface Share {
  readonly right: number;
  readonly of: number;
  readonly percent: number;
  readonly low: number;
  readonly high: number;
}

const rounded = (percent: number): number => Math.round(percent * 10) / 10;

export function share(right: number, of: number): Share {
  const [low, high] = wilson(right, of);
  return { right, of, percent: of === 0 ? 0 : rounded((100 * right) / of), low: rounded(low), high: rounded(high) };
}

export const shareOf = (values: readonly boolean[]): Share =>
  share(values.filter((value) => value).length, values.length);

/** `41/44 · 93.2 % (81.8 to 97.7)` */
export const shareText = ({ right, of, percent, low, high }: Share): string =>
  of === 0 ? '0/0' : `${right}/${of} · ${percent.toFixed(1)} % (${low.toFixed(1)} to ${high.toFixed(1)})`;

/** `93.2 %`, and nothing of nothing. */
export const percentText = ({ of, percent }: Share): string => (of === 0 ? '' : `${percent.toFixed(1)} %`);

/** The value that this share of the values does not exceed. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * at) - 1))] ?? 0;
}
