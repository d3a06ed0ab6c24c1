/** Closer than this to a fraction of pi is that fraction. */
const NEAR = 1e-9;
const SMALL = Array.from({ length: 360 }, (_, at) => at + 1);
const POWERS = Array.from({ length: 11 }, (_, at) => 2 ** (at + 9));

/** An angle as a person writes it: `π/4`, `−3π/8`, or a decimal number where it is no fraction of pi. */
export function angleText(radians: number): string {
  const turns = Math.abs(radians) / Math.PI;
  const sign = radians < 0 ? '−' : '';
  for (const under of [...SMALL, ...POWERS]) {
    const over = Math.round(turns * under);
    if (over > 0 && Math.abs(turns * under - over) < NEAR * over) return sign + fractionText(over, under);
  }
  return sign + Number(Math.abs(radians).toPrecision(4));
}

const fractionText = (over: number, under: number): string =>
  `${over === 1 ? '' : over}π${under === 1 ? '' : `/${under}`}`;
