import { createBest } from './best.ts';

/** What is known of one outcome: its exact probability, and how often it was drawn. */
export interface OutcomeRow {
  /** Highest measured qubit leftmost. */
  readonly bits: string;
  readonly probability: number;
  readonly count: number;
}

export type OutcomeSort = 'outcome' | 'probability' | 'count';

export interface OutcomeQuery {
  readonly sort: OutcomeSort;
  /** How many rows at most. */
  readonly top: number;
  /** `0`, `1`, `?` for any bit, `*` for any bits; bits alone are looked for anywhere. Empty for all. */
  readonly filter: string;
}

/** Outcomes taken together. */
export interface OutcomeSum {
  readonly outcomes: number;
  readonly probability: number;
  readonly count: number;
}

export interface OutcomeSelection {
  /** In the wanted order. */
  readonly rows: readonly OutcomeRow[];
  /** All that the filter lets through, the rows included. */
  readonly matching: OutcomeSum;
  /** What the filter lets through beyond the rows. */
  readonly others: OutcomeSum;
}

type Compare = (a: OutcomeRow, b: OutcomeRow) => number;

const byBits: Compare = (a, b) => (a.bits < b.bits ? -1 : Number(a.bits > b.bits));

/** Probabilities that differ less than this differ by rounding alone. */
const ROUNDING = 1e-12;

const byLikelihood: Compare = (a, b) => {
  const difference = b.probability - a.probability;
  return Math.abs(difference) < ROUNDING ? b.count - a.count || byBits(a, b) : difference;
};

const COMPARE: Readonly<Record<OutcomeSort, Compare>> = {
  outcome: byLikelihood,
  probability: byLikelihood,
  count: (a, b) => b.count - a.count || byLikelihood(a, b),
};

/** Whether the text is a filter of outcomes. */
export const isFilter = (text: string): boolean => /^[01?*]*$/.test(text);

/**
 * The rows to show, in the wanted order. Of more than `top` the likeliest stay, and of those as likely the most drawn; the most
 * drawn first when sorted by count.
 */
export function selectOutcomes(all: Iterable<OutcomeRow>, { sort, top, filter }: OutcomeQuery): OutcomeSelection {
  const pattern = /[?*]/.test(filter) ? filter : `*${filter}*`;
  const matching = createSum();
  const best = createBest(top, COMPARE[sort]);
  for (const row of all) {
    if (filter !== '' && !matches(row.bits, pattern)) continue;
    matching.add(row);
    best.offer(row);
  }
  const rows = best.kept();
  const shown = createSum();
  for (const row of rows) shown.add(row);
  const [sum, part] = [matching.sum(), shown.sum()];
  return {
    rows: sort === 'outcome' ? rows.toSorted(byBits) : rows,
    matching: sum,
    others: {
      outcomes: sum.outcomes - part.outcomes,
      probability: Math.max(0, sum.probability - part.probability),
      count: sum.count - part.count,
    },
  };
}

function createSum(): { add(row: OutcomeRow): void; sum(): OutcomeSum } {
  let [outcomes, probability, count] = [0, 0, 0];
  return {
    add(row) {
      outcomes += 1;
      probability += row.probability;
      count += row.count;
    },
    sum: () => ({ outcomes, probability, count }),
  };
}

/** Whether bits fit a pattern of `0`, `1`, `?` and `*`. */
function matches(bits: string, pattern: string): boolean {
  let [at, place] = [0, 0];
  let star = -1;
  let resumed = 0;
  while (at < bits.length) {
    const sign = pattern[place];
    if (sign === '*') {
      star = place;
      resumed = at;
      place += 1;
    } else if (sign === '?' || sign === bits[at]) {
      at += 1;
      place += 1;
    } else if (star !== -1) {
      place = star + 1;
      resumed += 1;
      at = resumed;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(place));
}
