import type { ChargeDetails, Feature, Ledger } from '../domain/ledger.ts';
import type { NanoUsd } from '../domain/money.ts';
import { costOf, type Rate, wholeMs } from '../domain/price.ts';
import { boundSeconds } from './metered.ts';

/** So many answers are looked at, and so many there must be. */
const NEWEST = 50;
const FEWEST = 5;

/** A generate with reasoning on two cores, `bench/results/generate.json`: p50 0.401 s at 95.5 tokens. */
const BENCH = { secondsPerToken: 0.0042, completionTokens: 95.5 };

export interface Basis {
  readonly measured: 'this_service' | 'bench';
  readonly requests: number;
  /** Of the whole request, its prompt included, for each token that was written. */
  readonly secondsPerToken: number;
  readonly completionTokens: number;
}

interface Amount {
  readonly seconds: number;
  readonly charge: NanoUsd;
}

export interface Estimate {
  readonly typical: Amount;
  /** The hold of such a request. */
  readonly most: Amount;
  readonly basis: Basis;
}

export interface Estimating {
  readonly ledger: Ledger;
  readonly rate: Rate;
  readonly deadlineMs: number;
}

const median = (sorted: readonly number[]): number => {
  const at = (index: number): number => sorted[index] ?? 0;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
};

function basisOf(charges: readonly ChargeDetails[]): Basis {
  const tokens = charges.reduce((sum, { completionTokens }) => sum + completionTokens, 0);
  if (charges.length < FEWEST || tokens === 0) return { measured: 'bench', requests: charges.length, ...BENCH };
  const seconds = charges.reduce((sum, charge) => sum + charge.seconds, 0);
  const written = charges.map(({ completionTokens }) => completionTokens).sort((a, b) => a - b);
  return {
    measured: 'this_service',
    requests: charges.length,
    secondsPerToken: seconds / tokens,
    completionTokens: median(written),
  };
}

/** What a request of a feature would cost that may write so many tokens. */
export async function estimate(
  { ledger, rate, deadlineMs }: Estimating,
  feature: Feature,
  maxTokens: number,
): Promise<Estimate> {
  const basis = basisOf(await ledger.recentCharges(feature, NEWEST));
  const bound = boundSeconds(maxTokens, deadlineMs);
  const tokens = Math.min(maxTokens, basis.completionTokens);
  const seconds = wholeMs(Math.min(bound, tokens * basis.secondsPerToken)) / 1000;
  return {
    typical: { seconds, charge: costOf(seconds, rate).charge },
    most: { seconds: bound, charge: costOf(bound, rate).charge },
    basis,
  };
}
