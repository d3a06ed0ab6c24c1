/** Money in the extension is whole micro-dollars, which is what the wire's dollars are rounded to. */
export type Micros = number;

export const microsOf = (usd: number): Micros => Math.round(usd * 1_000_000);

/** Dollars with the given decimals, cut and not rounded, so that no balance looks larger than it is. */
const dollars = (micros: Micros, decimals: number): string => {
  const step = 10 ** (6 - decimals);
  return `$${((Math.trunc(micros / step) * step) / 1_000_000).toFixed(decimals)}`;
};

/** All six decimals: what one request costs is far below a cent. */
export const exactText = (micros: Micros): string => dollars(micros, 6);

/** A cost in the status bar: `$0`, `$0.000148`, `$0.0123`, `$1.23`. Never cut to zero. */
export function costText(micros: Micros): string {
  if (micros === 0) return '$0';
  if (micros < 10_000) return dollars(micros, 6);
  return micros < 1_000_000 ? dollars(micros, 4) : dollars(micros, 2);
}

/** A balance in the status bar: `$9.99`, `$0.0421`, `$0.000148`. */
export function balanceText(micros: Micros): string {
  if (micros >= 1_000_000 || micros <= 0) return dollars(micros, 2);
  return micros >= 10_000 ? dollars(micros, 4) : dollars(micros, 6);
}
