declare const nanoUsd: unique symbol;

/** US dollars in whole billionths, always a safe integer: at most about nine million dollars either way. */
export type NanoUsd = number & { readonly [nanoUsd]: true };

export const MICRO_USD = 1_000;
export const CENT = 10_000_000;
const NANOS_PER_USD = 1_000_000_000;

/** Asserts that a number is an amount; fractions and overflow are programming errors. */
export function nano(amount: number): NanoUsd {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of nano-dollars`);
  return (amount + 0) as NanoUsd;
}

export const ZERO = nano(0);

export const add = (...amounts: NanoUsd[]): NanoUsd => amounts.reduce((sum, amount) => nano(sum + amount), ZERO);

export const subtract = (from: NanoUsd, amount: NanoUsd): NanoUsd => nano(from - amount);

/** Rounds to the nearest multiple of `unit` nano-dollars, halves away from zero. */
export function roundTo(unit: number, amount: NanoUsd): NanoUsd {
  const rest = Math.abs(amount) % unit;
  const size = Math.abs(amount) - rest + (rest * 2 >= unit ? unit : 0);
  return nano(amount < 0 ? -size : size);
}

const USD_TEXT = /^(\d{1,7})(?:\.(\d{1,6}))?$/;

/** Reads an amount such as `10` or `0.002279`. Text finer than a micro-dollar, signed or too large is no amount. */
export function parseUsd(text: string): NanoUsd | undefined {
  const match = USD_TEXT.exec(text);
  if (match === null) return undefined;
  const [, whole = '', fraction = ''] = match;
  const amount = Number(whole) * NANOS_PER_USD + Number(fraction.padEnd(6, '0')) * MICRO_USD;
  return Number.isSafeInteger(amount) ? nano(amount) : undefined;
}

/** The number of dollars that goes on the wire: six decimals. */
export const wireUsd = (amount: NanoUsd): number => roundTo(MICRO_USD, amount) / NANOS_PER_USD;

export const usdText = (amount: NanoUsd, decimals = 6): string => wireUsd(amount).toFixed(decimals);
