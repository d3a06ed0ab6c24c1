import assert from 'node:assert/strict';
import { ALGORITHMS } from '@bioql/language/algorithms/index';
import type { Call } from '@bioql/language/call';
import type { Circuit } from '@bioql/language/circuit';
import { buildCircuit } from '@bioql/language/circuit-builder';
import { EXPORT_FORMATS } from '@bioql/language/export/formats';
import { writeQasm3 } from '@bioql/language/export/qasm3';
import { writeQiskit } from '@bioql/language/export/qiskit';
import { writeQsc } from '@bioql/language/export/qsc';
import { circuitOf, type Program, readProgram } from '@bioql/language/program';
import { createRandom } from '@bioql/language/random';
import { simulate } from '@bioql/language/simulator';
import { randomCircuit } from './random-circuit.ts';
import { qscWires, readQasm3, readQsc } from './read-back.ts';

function callOf(text: string, backend = 'simulator'): { call: Call; circuit: Circuit } {
  const program = readProgram(text) as Program;
  const circuit = circuitOf(program);
  assert.ok(circuit, text);
  return { call: { name: 'result', program, backend, shots: 500 }, circuit };
}

/** The overlap of the states that two circuits make: 1 when they are the same but for a global phase. */
function overlap(one: Circuit, other: Circuit): number {
  const [a, b] = [simulate(one), simulate(other)];
  let [real, imaginary] = [0, 0];
  a.re.forEach((re, at) => {
    const [im, re2, im2] = [a.im[at] as number, b.re[at] as number, b.im[at] as number];
    real += re * re2 + im * im2;
    imaginary += re * im2 - im * re2;
  });
  return Math.hypot(real, imaginary);
}

/** Examples of every algorithm, and every gate with and without controls. */
const CIRCUITS: readonly (readonly [string, Call, Circuit])[] = [
  ...ALGORITHMS.flatMap(({ id, examples }) =>
    examples.flatMap((slots, at) => {
      const program = { algorithm: id, slots };
      const circuit = circuitOf(program);
      if (circuit === undefined) return [];
      return [[`${id} ${at}`, { name: 'result', program, backend: 'simulator', shots: 100 }, circuit] as const];
    }),
  ),
  ...Array.from({ length: 10 }, (_, seed) => {
    const { call } = callOf('Create Bell state');
    return [`random circuit ${seed}`, call, randomCircuit(createRandom(seed), 5, 52)] as const;
  }),
];

describe('the export to OpenQASM 3', () => {
  it('is a program that says what it is and how its bits are read', () => {
    const { call, circuit } = callOf('Create Bell state psi+');
    assert.equal(
      writeQasm3(call, circuit),
      `// BioQL: Create Bell state psi+
// Bits, left to right: q1 q0 (q0 is the rightmost, as in Qiskit).
OPENQASM 3.0;
include "stdgates.inc";

bit[2] c;
qubit[2] q;

x q[1];
h q[0];
cx q[0], q[1];

c[0] = measure q[0];
c[1] = measure q[1];
`,
    );
  });

  it('makes the same state and measures the same bits', () => {
    for (const [name, call, circuit] of CIRCUITS) {
      const back = readQasm3(writeQasm3(call, circuit));
      assert.deepEqual(back.measured, circuit.measured, name);
      assert.ok(Math.abs(1 - overlap(circuit, back)) < 1e-9, name);
    }
  });

  it('turns controlled rotations by no more than a turn, and keeps their sign', () => {
    const { call } = callOf('Create Bell state');
    const circuit = buildCircuit(3, (c) => {
      c.controlled('ry', [0], 1, -Math.PI / 4);
      c.controlled('rz', [0, 1], 2, 3 * Math.PI);
      c.controlled('rx', [2], 0, 1.5);
    });
    const lines = writeQasm3(call, circuit).split('\n').slice(8, 13);
    assert.deepEqual(
      lines.map((line) => line.replace(/ \/\/.*/, '')),
      [
        'cry(7*pi/4) q[0], q[1];',
        'z q[0];',
        'ctrl(2) @ rz(pi) q[0], q[1], q[2];',
        'cz q[1], q[0];',
        'crx(1.5) q[2], q[0];',
      ],
    );
  });

  it('writes angles as floats', () => {
    for (const [name, call, circuit] of CIRCUITS) {
      for (const [, angle = ''] of writeQasm3(call, circuit).matchAll(/\b(?!ctrl\()[a-z]+\(([^)]*)\) q/g)) {
        assert.match(angle, /pi|[.e]/, name);
      }
    }
  });

  it('names the stages', () => {
    const { call, circuit } = callOf('Run Grover search on 3 qubits for 101');
    const comments = writeQasm3(call, circuit).match(/^\/\/ (Oracle|Diffusion) \d$/gm);
    assert.deepEqual(comments, ['// Oracle 1', '// Diffusion 1', '// Oracle 2', '// Diffusion 2']);
  });
});

describe('the export to Qiskit', () => {
  it('is a whole program', () => {
    const { call, circuit } = callOf('Create 3-qubit GHZ state');
    assert.equal(
      writeQiskit(call, circuit),
      `# BioQL: Create 3-qubit GHZ state
# Bits, left to right: q2 q1 q0 (q0 is the rightmost, as in Qiskit).
# Needs: pip install "qiskit>=1"
from qiskit import QuantumCircuit
from qiskit.primitives import StatevectorSampler

SHOTS = 500
SEED = 7

circuit = QuantumCircuit(3, 3)
circuit.h(0)
circuit.cx(0, 1)
circuit.cx(1, 2)
circuit.measure([0, 1, 2], [0, 1, 2])

# Ideal, noiseless simulation on this computer.
sampler = StatevectorSampler(seed=SEED)
result = sampler.run([circuit], shots=SHOTS).result()[0]
counts = result.data.c.get_counts()
print(counts)
`,
    );
  });

  it('builds gates with many controls from their class, and imports what it uses', () => {
    const { call } = callOf('Create Bell state');
    const circuit = buildCircuit(4, (c) => {
      c.controlled('x', [0, 1, 2], 3);
      c.controlled('p', [0, 1], 2, Math.PI / 8);
      c.controlled('z', [0, 1, 2], 3);
      c.gate({ name: 'swap', targets: [2, 3], controls: [0, 1] });
      c.controlled('t', [0], 1);
    });
    const text = writeQiskit(call, circuit);
    assert.match(
      text,
      /^from math import pi\n\nfrom qiskit import QuantumCircuit\nfrom qiskit\.circuit\.library import SwapGate, TGate, ZGate\n/m,
    );
    assert.deepEqual(text.match(/^circuit\.(mc|append).*$/gm), [
      'circuit.mcx([0, 1, 2], 3)',
      'circuit.mcp(pi/8, [0, 1], 2)',
      'circuit.append(ZGate().control(3), [0, 1, 2, 3])',
      'circuit.append(SwapGate().control(2), [0, 1, 2, 3])',
      'circuit.append(TGate().control(1), [0, 1])',
    ]);
  });

  it('says how to run on hardware of IBM, without a key, and that other hardware is not meant', () => {
    const named = (backend: string) => {
      const { call, circuit } = callOf('Create Bell state', backend);
      return writeQiskit(call, circuit);
    };
    assert.match(named('ibm_torino'), /QiskitRuntimeService\(\)\.backend\("ibm_torino"\)/);
    assert.match(named('ibm_quantum'), /least_busy/);
    assert.match(named('ionq_qpu'), /a machine of IonQ: this program does not run there/);
    assert.doesNotMatch(named('ionq_simulator'), /does not run there/);
    assert.doesNotMatch(named('ibm_torino'), /token|api_key/i);
  });
});

describe('the export to Microsoft’s circuit file', () => {
  it('makes the same state and measures the same qubits', () => {
    for (const [name, call, circuit] of CIRCUITS) {
      const { circuit: back } = readQsc(writeQsc(call, circuit));
      assert.deepEqual(back.measured.toSorted(), circuit.measured.toSorted(), name);
      assert.ok(Math.abs(1 - overlap(circuit, back)) < 1e-9, name);
    }
  });

  it('draws nothing over another thing of its column', () => {
    for (const [name, call, circuit] of CIRCUITS) {
      for (const { components } of readQsc(writeQsc(call, circuit)).columns) {
        const spans = components.map((component) => qscWires(component).sort((a, b) => a - b));
        const ordered = spans.toSorted(([a = 0], [b = 0]) => a - b);
        const apart = ordered.slice(1).every((span, at) => (span[0] ?? 0) > (ordered[at]?.at(-1) ?? 0));
        assert.ok(apart, name);
      }
    }
  });

  it('tells which qubits are measured', () => {
    const { call, circuit } = callOf('Run quantum teleportation');
    const { version, circuits } = JSON.parse(writeQsc(call, circuit));
    assert.equal(version, 1);
    assert.deepEqual(circuits[0].qubits, [{ id: 0 }, { id: 1 }, { id: 2, numResults: 1 }]);
  });
});

describe('the export formats', () => {
  it('write every simulated program in both languages', () => {
    for (const { id, write } of EXPORT_FORMATS) {
      for (const [name, call, circuit] of CIRCUITS) {
        for (const lang of ['en', 'es'] as const) {
          assert.doesNotMatch(write(call, circuit, lang), /undefined|NaN|Infinity/, `${id}: ${name}`);
        }
      }
    }
  });
});
