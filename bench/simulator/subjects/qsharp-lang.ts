/** Microsoft's `qsharp-lang`, which compiles OpenQASM 3 and runs it shot by shot, as `simulator/protocol.ts` says. */
import { readFileSync } from 'node:fs';
import type { Circuit, Gate } from '@bioql/language/circuit';
import { getCompiler, loadWasmModule, QscEventTarget } from 'qsharp-lang';
import { readJob, repeat } from '../protocol.ts';

/** OpenQASM takes no integer for an angle. */
const float = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

function statement({ name, targets, controls, angle }: Gate): string {
  const operands = [...controls, ...targets].map((qubit) => `q[${qubit}]`).join(', ');
  return `${'c'.repeat(controls.length)}${name}${angle === undefined ? '' : `(${float(angle)})`} ${operands};`;
}

const openQasm = ({ qubits, gates }: Circuit): string =>
  [
    'OPENQASM 3.0;',
    'include "stdgates.inc";',
    `qubit[${qubits}] q;`,
    `bit[${qubits}] c;`,
    ...gates.map(statement),
    'c = measure q;',
  ].join('\n');

/** `[Zero, One]`, c[0] first, as q1 q0. */
const bitsOf = (result: string): string =>
  [...result.matchAll(/Zero|One/g)]
    .map(([bit]) => (bit === 'One' ? '1' : '0'))
    .reverse()
    .join('');

const fileOf = (path: string): Buffer => readFileSync(new URL(`../${path}`, import.meta.resolve('qsharp-lang')));

const { version } = JSON.parse(fileOf('package.json').toString()) as { version: string };
const job = await readJob();
const sources: [string, string][] = [['circuit.qasm', openQasm(job.circuit)]];
const program = { sources, languageFeatures: [], projectType: 'openqasm' as const };
await loadWasmModule(new Uint8Array(fileOf('lib/web/qsc_wasm_bg.wasm')).buffer);
const compiler = await getCompiler();

async function run(): Promise<Record<string, number>> {
  const events = new QscEventTarget(true);
  await compiler.run(program, '', job.shots, events);
  const counts: Record<string, number> = {};
  for (const { result } of events.getResults()) {
    const bits = bitsOf(String(result));
    counts[bits] = (counts[bits] ?? 0) + 1;
  }
  return counts;
}

await repeat(job, version, { compile: () => compiler.getHir(program), run });
