const Z = 1.96;

/** The 95 % Wilson score interval of a share, in percent. */
export function wilson(right: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 100];
  const share = right / of;
  const scale = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return [100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half)];
}
