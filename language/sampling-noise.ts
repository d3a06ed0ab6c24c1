/** What a sample is drawn from: the exact probability of each outcome by its number, and how often it is drawn. */
export interface Ideal {
  readonly shots: number;
  readonly exact: Float64Array;
}

/** What is less likely than this share of the likeliest number of hits is left out. */
const NEGLIGIBLE = 1e-18;
/** Probabilities that differ less than this differ by rounding alone. */
const ROUNDING = 1e-12;

/** Digits to which probabilities are the same; fewer move the sum by less than a part in ten thousand. */
const DIGITS = 10;
const FEWER_DIGITS = 4;
const MANY_OUTCOMES = 2 ** 12;

/** How likely each number of hits is, from the number `from` on. */
interface Hits {
  readonly from: number;
  readonly mass: readonly number[];
}

/** The binomial distribution, from its likeliest number outwards, so that nothing over- or underflows. */
function hitsOf(shots: number, probability: number): Hits {
  const odds = probability / (1 - probability);
  const mode = Math.min(shots, Math.floor((shots + 1) * probability));
  if (probability <= 0 || probability >= 1) return { from: mode, mass: [1] };
  const outwards = (step: 1 | -1): number[] => {
    const shares: number[] = [];
    let share = 1;
    for (let hits = mode; hits !== (step === 1 ? shots : 0); hits += step) {
      share *= step === 1 ? ((shots - hits) / (hits + 1)) * odds : hits / (shots - hits + 1) / odds;
      if (share < NEGLIGIBLE) break;
      shares.push(share);
    }
    return shares;
  };
  const below = outwards(-1);
  const shares = [...below.toReversed(), 1, ...outwards(1)];
  const sum = shares.reduce((total, share) => total + share, 0);
  return { from: mode - below.length, mass: shares.map((share) => share / sum) };
}

/** How far a drawn share is from its probability on average: De Moivre's closed form of a binomial's mean deviation. */
export function meanDeviation(shots: number, probability: number): number {
  const next = Math.floor(shots * probability) + 1;
  if (probability <= 0 || next > shots) return 0;
  const { from, mass } = hitsOf(shots, probability);
  return (2 * next * (1 - probability) * (mass[next - from] ?? 0)) / shots;
}

/** One outcome in one sample. */
interface Drawn {
  readonly shots: number;
  readonly probability: number;
}

/** How far the drawn shares of two samples are apart on average: the integral of `F(1 - G) + G(1 - F)`, which is exact for steps. */
export function meanGap(a: Drawn, b: Drawn): number {
  const [one, other] = [hitsOf(a.shots, a.probability), hitsOf(b.shots, b.probability)];
  let [i, j, below, belowOther, sum] = [0, 0, 0, 0, 0];
  let place = 0;
  while (i < one.mass.length || j < other.mass.length) {
    const next = i < one.mass.length ? (one.from + i) / a.shots : Number.POSITIVE_INFINITY;
    const nextOther = j < other.mass.length ? (other.from + j) / b.shots : Number.POSITIVE_INFINITY;
    const to = Math.min(next, nextOther);
    sum += (below * (1 - belowOther) + belowOther * (1 - below)) * (to - place);
    place = to;
    if (next === to) below += one.mass[i++] as number;
    if (nextOther === to) belowOther += other.mass[j++] as number;
  }
  return sum;
}

/** The total variation distance that a sample has from its ideal on average. */
export const expectedNoise = ({ shots, exact }: Ideal): number =>
  halfSum(exact.length, (outcome) => meanDeviation(shots, exact[outcome] as number), [exact]);

/** The total variation distance that two samples have from each other on average. */
export const expectedDistance = (a: Ideal, b: Ideal): number =>
  halfSum(
    a.exact.length,
    (outcome) =>
      meanGap(
        { shots: a.shots, probability: a.exact[outcome] as number },
        { shots: b.shots, probability: b.exact[outcome] as number },
      ),
    [a.exact, b.exact],
  );

/** Half the sum over all outcomes; outcomes with the same probabilities are worked out once, of very many also those with about the same. */
function halfSum(outcomes: number, term: (outcome: number) => number, by: readonly Float64Array[]): number {
  const known = new Map<string, number>();
  const digits = outcomes > MANY_OUTCOMES ? FEWER_DIGITS : DIGITS;
  let sum = 0;
  for (let outcome = 0; outcome < outcomes; outcome += 1) {
    if (by.every((exact) => (exact[outcome] as number) < ROUNDING)) continue;
    const key = by.map((exact) => (exact[outcome] as number).toPrecision(digits)).join(' ');
    const value = known.get(key) ?? term(outcome);
    known.set(key, value);
    sum += value;
  }
  return sum / 2;
}
