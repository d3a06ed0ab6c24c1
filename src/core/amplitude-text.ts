import type { Lang } from '@bioql/language/algorithm';
import { angleText } from '@bioql/language/drawing/angle-text';

/** Smaller parts of an amplitude are rounding. */
const NEGLIGIBLE = 1e-9;

/** A complex number: `0.707`, `−0.5i`, `0.354 + 0.354i`. */
export function amplitudeText(re: number, im: number, lang: Lang): string {
  const digits = new Intl.NumberFormat(lang, {
    maximumSignificantDigits: 4,
    maximumFractionDigits: 4,
    roundingPriority: 'lessPrecision',
  });
  const text = (value: number) => digits.format(Math.abs(value));
  const sign = (value: number) => (value < 0 ? '−' : '');
  const [real, imaginary] = [Math.abs(re) > NEGLIGIBLE, Math.abs(im) > NEGLIGIBLE];
  if (!imaginary) return `${sign(real ? re : 0)}${text(real ? re : 0)}`;
  if (!real) return `${sign(im)}${text(im)}i`;
  return `${sign(re)}${text(re)} ${im < 0 ? '−' : '+'} ${text(im)}i`;
}

/** The angle of a complex number, between −π and π. */
export function phaseOf(re: number, im: number): number {
  const phase = Math.atan2(Math.abs(im) > NEGLIGIBLE ? im : 0, Math.abs(re) > NEGLIGIBLE ? re : 0);
  return Math.abs(phase) < NEGLIGIBLE ? 0 : phase;
}

export const phaseText = (re: number, im: number): string => angleText(phaseOf(re, im));
