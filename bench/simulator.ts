/**
 * Times ideal simulation with sampling beside named peers, circuit by circuit in turn, each in a process of its own.
 *
 *     node bench/simulator.ts [--python PYTHON] [--sizes 8,12,14,16,18,20] [--peers NAME,NAME] [--limit SECONDS] [--out FILE.json]
 *
 * `bench/README.md` says how to install the peers and what a timing holds.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Circuit } from '@bioql/language/circuit';
import { isSampleOf } from './simulator/agreement.ts';
import { FAMILIES } from './simulator/circuits.ts';
import { measure } from './simulator/measure.ts';
import { NPM_PEERS, OURS, type Peer, pythonPeers } from './simulator/peers.ts';
import { median, type Outcome, type Report, type Row, tables, targetLines } from './simulator/report.ts';

const SHOTS = 1024;
const MAX_REPETITIONS = 1000;
const BUDGET_MS = 3000;

const { values: options } = parseArgs({
  options: {
    python: { type: 'string', default: process.env['BIOQL_BENCH_PYTHON'] },
    sizes: { type: 'string', default: '8,12,14,16,18,20' },
    peers: { type: 'string' },
    limit: { type: 'string', default: '60' },
    out: { type: 'string' },
  },
});
const { python } = options;
if (python === undefined) console.log('without Qiskit: neither --python nor BIOQL_BENCH_PYTHON says where it is');
const known = [...NPM_PEERS, ...(python === undefined ? [] : pythonPeers(python))];
const names = options.peers?.split(',') ?? known.map(({ name }) => name);
const peers = known.filter(({ name }) => names.includes(name));
const limitSeconds = Number(options.limit);
const versions: Record<string, string> = {};

async function timed(subject: Peer, family: string, circuit: Circuit): Promise<Outcome> {
  const job = { circuit, shots: SHOTS, maxRepetitions: MAX_REPETITIONS, budgetMs: BUDGET_MS };
  const found = await measure(subject, job, limitSeconds * 1000);
  const what = `${subject.name}, ${family} on ${circuit.qubits} qubits`;
  if (found.state === 'stopped') {
    console.error(`${what}: stopped after ${limitSeconds} s`);
    return found;
  }
  const { version, compileMs, ms, counts } = found;
  if (!isSampleOf(circuit, counts)) throw new Error(`${what}: samples of another state`);
  versions[subject.name] = version;
  // What compiling takes off can be more than a short run takes, by noise.
  const medianMs = Math.max(0, median(ms));
  console.error(`${what}: ${medianMs.toFixed(2)} ms (${ms.length} times)`);
  return {
    state: 'measured',
    medianMs,
    firstMs: ms[0] ?? Number.NaN,
    repetitions: ms.length,
    ...(compileMs.length > 0 && { compileMs: median(compileMs) }),
  };
}

async function rowsOf(family: string, circuitOn: (qubits: number) => Circuit): Promise<Row[]> {
  const rows: Row[] = [];
  const tooSlow = new Set<string>();
  for (const qubits of options.sizes.split(',').map(Number)) {
    const circuit = circuitOn(qubits);
    const ours = await timed(OURS, family, circuit);
    if (ours.state !== 'measured') throw new Error('ours takes longer than the limit');
    const outcomes: Record<string, Outcome> = {};
    for (const peer of peers) {
      const outcome: Outcome = tooSlow.has(peer.name) ? { state: 'skipped' } : await timed(peer, family, circuit);
      if (outcome.state === 'stopped') tooSlow.add(peer.name);
      outcomes[peer.name] = outcome;
    }
    rows.push({ family, qubits, gates: circuit.gates.length, ours, peers: outcomes });
  }
  return rows;
}

const rows: Row[] = [];
for (const [family, circuitOn] of Object.entries(FAMILIES)) rows.push(...(await rowsOf(family, circuitOn)));

const report: Report = {
  machine: `${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`,
  shots: SHOTS,
  limitSeconds,
  versions,
  timed: Object.fromEntries([OURS, ...peers].map(({ name, timed }) => [name, timed])),
  rows,
};
console.log(`${report.machine}, ${SHOTS} shots`);
for (const [name, holds] of Object.entries(report.timed)) console.log(`${name} ${versions[name] ?? ''}: ${holds}`);
console.log(`\nMilliseconds, median (times ours)\n\n${tables(report)}\n`);
for (const line of targetLines(report)) console.log(line);
if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(report, null, 2)}\n`);
