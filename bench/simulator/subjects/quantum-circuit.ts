/** Quantastica's `quantum-circuit`, as `simulator/protocol.ts` says. */
import { createRequire } from 'node:module';
import type { Gate } from '@bioql/language/circuit';
import { readJob, repeat } from '../protocol.ts';

interface QuantumCircuit {
  appendGate(name: string, wires: readonly number[], options?: { params: Record<string, string> }): void;
  run(): void;
  measureAllMultishot(shots: number): Record<string, number>;
}

const require = createRequire(import.meta.url);
const Circuit = require('quantum-circuit') as new (qubits: number) => QuantumCircuit;
const { version } = require('quantum-circuit/package.json') as { version: string };

/** Its names of gates and of their angles, where they are not ours. */
const NAMES: Readonly<Record<string, string>> = { p: 'u1', cp: 'cu1' };
const ANGLES: Readonly<Record<string, string>> = { rx: 'theta', ry: 'theta', rz: 'phi', p: 'lambda' };

function append(circuit: QuantumCircuit, { name, targets, controls, angle }: Gate): void {
  const own = `${'c'.repeat(controls.length)}${name}`;
  const options = angle === undefined ? [] : [{ params: { [ANGLES[name] ?? '']: String(angle) } }];
  circuit.appendGate(NAMES[own] ?? own, [...controls, ...targets], ...options);
}

const job = await readJob();
const circuit = new Circuit(job.circuit.qubits);
for (const gate of job.circuit.gates) append(circuit, gate);
await repeat(job, version, {
  run() {
    circuit.run();
    return circuit.measureAllMultishot(job.shots);
  },
});
