import type { Lang } from './algorithm.ts';
import { percentText } from './drawing/words.ts';

const DECIMALS = 2;
const SMALLEST = 0.0001;

/** A share of 1 as a percentage; only what never happens is zero. */
export const shareText = (share: number, lang: Lang): string =>
  share > 0 && share < SMALLEST / 2 ? `<${percentText(SMALLEST, lang, DECIMALS)}` : percentText(share, lang, DECIMALS);
