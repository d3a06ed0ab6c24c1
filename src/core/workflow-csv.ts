import { bitString } from '@bioql/language/run';

/** A step with its outcomes by number: bit k is the k-th measured qubit. */
export interface CsvStep {
  /** Counted from one. */
  readonly step: number;
  readonly name: string;
  readonly program: string;
  readonly backend: string;
  readonly shots: number;
  readonly seed: number;
  readonly exact: Float64Array;
  readonly counts: ReadonlyMap<number, number>;
}

const HEAD = 'step,name,program,backend,shots,seed,outcome,decimal,probability,count,frequency';
/** Smaller probabilities, and more digits, are rounding. */
const NEGLIGIBLE = 1e-12;
const DIGITS = 12;

/** A line for each outcome of each step. */
export const workflowCsv = (steps: readonly CsvStep[]): string => `${[HEAD, ...steps.flatMap(linesOf)].join('\n')}\n`;

function linesOf({ exact, counts, ...step }: CsvStep): string[] {
  const bits = Math.log2(exact.length);
  const head = [step.step, step.name, quoted(step.program), step.backend, step.shots, step.seed].join(',');
  const lines: string[] = [];
  exact.forEach((probability, outcome) => {
    const count = counts.get(outcome) ?? 0;
    if (probability < NEGLIGIBLE && count === 0) return;
    const share = Number(probability.toPrecision(DIGITS));
    lines.push([head, bitString(outcome, bits), outcome, share, count, count / step.shots].join(','));
  });
  return lines;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
