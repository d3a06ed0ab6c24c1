/** An angle as a fraction of pi, `over * pi / under`, with `under` above zero. */
export interface PiFraction {
  readonly over: number;
  readonly under: number;
}

const UNDERS = [
  ...Array.from({ length: 360 }, (_, at) => at + 1),
  ...Array.from({ length: 12 }, (_, at) => 2 ** (at + 9)),
];

/** The fraction of pi that is exactly this number, as a computer multiplies and divides. */
export function piFraction(angle: number): PiFraction | undefined {
  if (angle === 0) return undefined;
  for (const under of UNDERS) {
    const over = Math.round((angle / Math.PI) * under);
    if (over !== 0 && (over * Math.PI) / under === angle) return { over, under };
  }
  return undefined;
}

/** An angle as Python and OpenQASM read it, never an integer: `pi/4`, `-3*pi/8`, `1.0`, `0.35`. */
export function angleCode(angle: number): string {
  const fraction = piFraction(angle);
  return fraction === undefined ? floatCode(angle) : fractionCode(fraction);
}

export function fractionCode({ over, under }: PiFraction): string {
  const size = Math.abs(over);
  return `${over < 0 ? '-' : ''}${size === 1 ? '' : `${size}*`}pi${under === 1 ? '' : `/${under}`}`;
}

export const floatCode = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));
