import assert from 'node:assert/strict';
import { BACKENDS } from '@bioql/language/backends';
import { editDistance, nearestName } from '@bioql/language/nearest';
import { nearestProgram } from '@bioql/language/nearest-program';
import { readProgram, writeProgram } from '@bioql/language/program';
import { repairProgram } from '@bioql/language/repair-program';

const [SIMULATOR] = BACKENDS;

describe('the edit distance', () => {
  for (const [a, b, distance] of [
    ['', '', 0],
    ['ghz', 'ghz', 0],
    ['ghz', 'gzh', 1],
    ['bel', 'bell', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['ca', 'abc', 3],
  ] as const) {
    it(`of ${a} and ${b} is ${distance}`, () => {
      assert.equal(editDistance(a, b), distance);
      assert.equal(editDistance(b, a), distance);
    });
  }

  it('stops at a limit', () => assert.ok(editDistance('aaaaaaaaaa', 'bbbbbbbbbb', 2) > 2));
});

describe('the nearest name', () => {
  const names = BACKENDS.map(({ name }) => name);
  for (const [written, meant] of [
    ['Simulator', 'simulator'],
    ['simulater', 'simulator'],
    ['ibm-torino', 'ibm_torino'],
    ['torino', 'ibm_torino'],
    ['ibm', 'ibm_quantum'],
    ['ibmq', 'ibm_quantum'],
    ['aer_simulator', 'simulator'],
    ['mps_simulator', 'simulator_mps'],
    ['ionq.qpu', 'ionq_qpu'],
    ['ibm_kioto', 'ibm_kyoto'],
    ['rigetti', undefined],
    ['', undefined],
  ] as const) {
    it(`to ${JSON.stringify(written)} is ${meant}`, () => assert.equal(nearestName(written, names), meant));
  }
});

describe('the nearest program', () => {
  for (const [written, meant] of [
    ['Creat a GZH state of 5 qubits', 'Create 5-qubit GHZ state'],
    ['bel', 'Create Bell state'],
    ['qft 4', 'Run quantum Fourier transform on 4 qubits'],
    ['Run Grovr serch on 4 qubit for 1001', 'Run Grover search on 4 qubits for 1001'],
    ['Run Deutsch-Jozsa on 5 input bits with costant oracle', 'Run Deutsch-Jozsa on 5 input bits with constant oracle'],
    ['Run phase estmation of T with 4 counting qubits', 'Run phase estimation of T with 4 counting qubits'],
    ['dokc asprin to cox2', 'Dock aspirin to COX-2'],
    ['Apply gates on 2 qubits: h 0, cx 0 1', 'Apply gates on 2 qubits: h 0; cx 0 1'],
    ['transformada de fourier de 5 qubits', 'Run quantum Fourier transform on 5 qubits'],
    ['Create 2 qubit GHZ stat', 'Create 3-qubit GHZ state'],
    ['hello world', undefined],
  ] as const) {
    it(`to ${JSON.stringify(written)} is ${meant}`, () => {
      const found = SIMULATOR && nearestProgram(written, SIMULATOR);
      assert.equal(found && writeProgram(found), meant);
    });
  }

  for (const [broken, repaired] of [
    ['Create 2-qubit GHZ state', 'Create 3-qubit GHZ state'],
    ['Run Grover search on 4 qubits for 101', 'Run Grover search on 4 qubits for 0101'],
    ['Run Grover search on 3 qubits for 10110', 'Run Grover search on 5 qubits for 10110'],
    ['Apply gates on 2 qubits: h 0; cx 0 5', 'Apply gates on 6 qubits: h 0; cx 0 5'],
    ["Factor 17 with Shor's algorithm", "Factor 15 with Shor's algorithm"],
    ["Factor 1001 with Shor's algorithm", "Factor 15 with Shor's algorithm"],
    ['Score CRISPR guide GACG', undefined],
  ] as const) {
    it(`that can run instead of ${broken} is ${repaired}`, () => {
      const program = readProgram(broken);
      const found = program && SIMULATOR && repairProgram(program, SIMULATOR);
      assert.equal(found && writeProgram(found), repaired);
    });
  }
});
