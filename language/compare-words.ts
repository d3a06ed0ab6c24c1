import type { Lang } from './algorithm.ts';
import type { RunNoise, RunPair } from './compare-runs.ts';
import { numberText, shareText } from './number-text.ts';

/** Ideal distributions closer than this differ by rounding alone. */
const SAME = 1e-9;

export const isSameIdeal = ({ ideals }: Pick<RunPair, 'ideals'>): boolean => ideals < SAME;

export const shotsText = (shots: number, lang: Lang): string => {
  const unit = lang === 'en' ? (shots === 1 ? 'shot' : 'shots') : shots === 1 ? 'medición' : 'mediciones';
  return `${numberText(shots, lang)} ${unit}`;
};

const stepsText = ({ first, second }: Pick<RunPair, 'first' | 'second'>, lang: Lang): string =>
  lang === 'en' ? `Steps ${first} and ${second}` : `Pasos ${first} y ${second}`;

/** What two steps are to each other, before anything is drawn. */
export function idealText(pair: Omit<RunPair, 'samples'>, lang: Lang): string {
  const [steps, ideals, expected] = [
    stepsText(pair, lang),
    shareText(pair.ideals, lang),
    shareText(pair.expected, lang),
  ];
  if (isSameIdeal(pair))
    return lang === 'en'
      ? `${steps} have the same ideal distribution. Samples of these shots differ by ${expected} on average, by chance alone.`
      : `${steps} tienen la misma distribución ideal. Con estas mediciones, las muestras difieren un ${expected} de media, solo por azar.`;
  return lang === 'en'
    ? `${steps} have ideal distributions that are ${ideals} apart. Samples of these shots differ by ${expected} on average.`
    : `${steps} tienen distribuciones ideales que distan un ${ideals}. Con estas mediciones, las muestras difieren un ${expected} de media.`;
}

/** What a drawn pair shows. */
export function pairText(pair: RunPair, lang: Lang): string {
  const [steps, ideals] = [stepsText(pair, lang), shareText(pair.ideals, lang)];
  const [samples, expected] = [shareText(pair.samples, lang), shareText(pair.expected, lang)];
  if (isSameIdeal(pair))
    return lang === 'en'
      ? `${steps} have the same ideal distribution. These samples differ by ${samples}, by chance alone (${expected} on average for these shots).`
      : `${steps} tienen la misma distribución ideal. Estas muestras difieren un ${samples}, solo por azar (un ${expected} de media con estas mediciones).`;
  return lang === 'en'
    ? `${steps} have ideal distributions that are ${ideals} apart. These samples differ by ${samples} (${expected} on average for these shots).`
    : `${steps} tienen distribuciones ideales que distan un ${ideals}. Estas muestras difieren un ${samples} (un ${expected} de media con estas mediciones).`;
}

export const noiseText = ({ step, shots, distance, expected }: RunNoise, lang: Lang): string =>
  lang === 'en'
    ? `Step ${step}: ${shotsText(shots, lang)}, ${shareText(distance, lang)} from its ideal (${shareText(expected, lang)} on average).`
    : `Paso ${step}: ${shotsText(shots, lang)}, a un ${shareText(distance, lang)} de su ideal (un ${shareText(expected, lang)} de media).`;

/** What the distances are, in a sentence. */
export const DISTANCE: Readonly<Record<Lang, string>> = {
  en: 'Distances are total variation distances: half the sum of the differences, 0% for the same and 100% for nothing in common.',
  es: 'Las distancias son de variación total: la mitad de la suma de las diferencias, 0 % si es lo mismo y 100 % si nada es común.',
};
