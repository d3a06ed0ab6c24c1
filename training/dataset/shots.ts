import type { Random } from '@bioql/language/random';

const ROUND_SHOTS = [
  1, 10, 50, 100, 128, 200, 250, 256, 300, 400, 500, 512, 600, 750, 800, 1000, 1024, 1500, 2000, 2048, 2500, 3000, 4000,
  4096, 5000, 8000, 8192, 10000, 20000, 50000, 100000, 1000000,
];

/** A number of shots that can be asked for. */
export const drawShots = (random: Random): number =>
  random.chance(0.65)
    ? random.pick(ROUND_SHOTS)
    : random.chance(0.7)
      ? random.between(1, 9999)
      : random.between(1, 200) * 50;

/** The same, and now and then one that cannot be. */
export const drawAnyShots = (random: Random): number =>
  random.chance(0.015) ? random.pick([0, 1_000_001, 2_000_000, 5_000_000, 10_000_000]) : drawShots(random);
