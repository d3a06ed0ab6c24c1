import type { Lang } from './algorithm.ts';

const DECIMALS = 2;
/** Below half of this a share would read as zero. */
const SMALLEST_SHARE = 0.0001;

const numbers: Readonly<Record<Lang, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en'),
  es: new Intl.NumberFormat('es'),
};

export const numberText = (value: number, lang: Lang): string => numbers[lang].format(value);

/** A number with exactly this many decimals. */
export const decimalText = (value: number, lang: Lang, decimals: number): string =>
  new Intl.NumberFormat(lang, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);

/** A share of 1 as a percentage with this many decimals. */
export const percentText = (share: number, lang: Lang, decimals: number): string =>
  new Intl.NumberFormat(lang, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(share);

/** A share of 1 as a percentage with two decimals; only what never happens is zero. */
export const shareText = (share: number, lang: Lang): string =>
  share > 0 && share < SMALLEST_SHARE / 2
    ? `<${percentText(SMALLEST_SHARE, lang, DECIMALS)}`
    : percentText(share, lang, DECIMALS);
