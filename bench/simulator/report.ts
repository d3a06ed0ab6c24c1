export interface Timing {
  readonly state: 'measured';
  readonly medianMs: number;
  /** The first repetition, in a process that has done nothing yet. */
  readonly firstMs: number;
  readonly repetitions: number;
  /** Of `qsharp-lang`: what it takes to compile, which its other times do not hold. */
  readonly compileMs?: number;
}

/** `stopped`: longer than the limit. `skipped`: a smaller circuit of the family was stopped. */
export type Outcome = Timing | { readonly state: 'stopped' } | { readonly state: 'skipped' };

export interface Row {
  readonly family: string;
  readonly qubits: number;
  readonly gates: number;
  readonly ours: Timing;
  readonly peers: Readonly<Record<string, Outcome>>;
}

export interface Report {
  readonly machine: string;
  readonly shots: number;
  readonly limitSeconds: number;
  readonly versions: Readonly<Record<string, string>>;
  /** By name, ours first: what one timing holds. */
  readonly timed: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? Number.NaN) + (sorted[sorted.length >> 1] ?? Number.NaN)) / 2;
};

const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(value < 1 ? 2 : 3));

/** How many times ours, at least if it was stopped. */
function ratioOf(
  outcome: Outcome,
  { ours }: Row,
  { limitSeconds }: Report,
): { ratio: number; text: string } | undefined {
  if (outcome.state === 'skipped') return undefined;
  const isStopped = outcome.state === 'stopped';
  const ratio = (isStopped ? limitSeconds * 1000 : outcome.medianMs) / ours.medianMs;
  return { ratio, text: `${isStopped ? '> ' : ''}${digits(ratio)}×` };
}

function entry(outcome: Outcome | undefined, row: Row, report: Report): string {
  const ratio = outcome && ratioOf(outcome, row, report);
  if (outcome === undefined || ratio === undefined) return '–';
  if (outcome.state !== 'measured') return `> ${report.limitSeconds} s (${ratio.text})`;
  const compiling = outcome.compileMs === undefined ? '' : ` + ${digits(outcome.compileMs)} compiling`;
  return `${digits(outcome.medianMs)}${compiling} (${ratio.text})`;
}

/** A Markdown table a family: milliseconds, and in brackets how many times ours. */
export function tables(report: Report): string {
  const [ours = '', ...peers] = Object.keys(report.timed);
  const families = [...new Set(report.rows.map(({ family }) => family))];
  return families
    .map((family) => {
      const rows = report.rows.filter((row) => row.family === family);
      return [
        `### ${family}`,
        '',
        `| ${['qubits', 'gates', ours, ...peers].join(' | ')} |`,
        `|${'---|'.repeat(peers.length + 3)}`,
        ...rows.map((row) => {
          const entries = peers.map((peer) => entry(row.peers[peer], row, report));
          return `| ${[row.qubits, row.gates, digits(row.ours.medianMs), ...entries].join(' | ')} |`;
        }),
      ].join('\n');
    })
    .join('\n\n');
}

/** A peer, the qubits at which it is compared, and how many times as long as ours it must take in every family. */
const TARGETS: readonly (readonly [peer: string, qubits: number, times: number])[] = [
  ['quantum-circuit', 14, 20],
  ['qsharp-lang', 14, 100],
  ['Qiskit Statevector', 16, 1],
];

/** A line for each target and family: whether it is met, with the ratio. */
export const targetLines = (report: Report): string[] =>
  TARGETS.flatMap(([peer, qubits, times]) =>
    report.rows.flatMap((row) => {
      const outcome = row.peers[peer];
      const found = row.qubits === qubits && outcome && ratioOf(outcome, row, report);
      if (!found) return [];
      const verdict = found.ratio >= times ? 'met' : 'NOT met';
      return [`${peer} at ${qubits} qubits, ${row.family}: ${found.text} ours, target ${times}×: ${verdict}`];
    }),
  );
