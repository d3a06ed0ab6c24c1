import assert from 'node:assert/strict';
import { MOLECULES } from '../algorithms/molecules.ts';
import { energyOf, vqe } from '../algorithms/vqe.ts';
import { depthOf } from '../circuit.ts';
import { normalize } from '../normalize.ts';
import { expectation, groundEnergy, realMatrixOf } from '../pauli.ts';
import { createRandom } from '../random.ts';
import { readRequest } from '../request.ts';
import { outcomeProbabilities, simulate } from '../simulator.ts';

const read = (program: string) => vqe.read(normalize(program), program.replace(/\s+/g, ' ').trim());
const request = (prompt: string) => vqe.fromRequest(readRequest(prompt))?.molecule;

/** The least eigenvalue by power iteration on a shifted matrix: another way than the one under test. */
function leastEigenvalue(matrix: readonly (readonly number[])[]): number {
  const shift = Math.max(...matrix.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)));
  let vector = matrix.map((_, at) => 1 + at / 10);
  let value = 0;
  for (let step = 0; step < 20_000; step += 1) {
    const next = matrix.map(
      (row, i) => shift * (vector[i] as number) - row.reduce((sum, h, j) => sum + h * (vector[j] as number), 0),
    );
    value = Math.hypot(...next);
    vector = next.map((entry) => entry / value);
  }
  return shift - value;
}

describe('vqe', () => {
  it('reads what it writes', () => {
    const random = createRandom(7);
    for (let at = 0; at < 300; at += 1) {
      const slots = vqe.sample(random);
      assert.deepEqual(read(vqe.write(slots)), slots);
    }
    assert.equal(vqe.write({ molecule: 'H2' }), 'Run VQE for H2');
  });

  it('reads other spellings', () => {
    const variants: Record<string, string> = {
      'run vqe for h2': 'H2',
      'VQE for the H2 molecule': 'H2',
      'Run VQE on the water molecule': 'H2O',
      'vqe of agua': 'H2O',
      'Ejecuta VQE para hidrógeno': 'H2',
      'Compute ground state energy of lithium hydride with VQE': 'LiH',
      'run a variational quantum eigensolver for LIH': 'LiH',
      'VQE for helium hydride ion': 'HeH+',
      'VQE para amoníaco.': 'NH3',
      'Run VQE for beryllium hydride': 'BeH2',
      'Run VQE for hidruro de litio': 'LiH',
      'Run VQE for co2': 'CO2',
      'Run VQE for caffeine': 'Caffeine',
      'Run VQE for NaCl': 'NaCl',
    };
    for (const [program, molecule] of Object.entries(variants)) assert.deepEqual(read(program), { molecule }, program);
  });

  it('refuses other texts', () => {
    for (const program of [
      'Run VQE',
      'Run VQE for ',
      'Run VQE for H2 and LiH',
      'Run QAOA for MaxCut on 4 nodes with 1 layers',
      'Dock aspirin to COX-2',
      'H2',
      `Run VQE for ${'A'.repeat(21)}`,
    ]) {
      assert.equal(read(program), undefined, program);
    }
  });

  it('finds every ground-state energy of the table within chemical accuracy', () => {
    for (const { formula, hamiltonian } of MOLECULES) {
      const exact = leastEigenvalue(realMatrixOf(hamiltonian));
      assert.ok(Math.abs(groundEnergy(hamiltonian) - exact) < 1e-10, formula);
      const found = energyOf({ molecule: formula });
      assert.ok(found !== undefined && found.energy - exact > -1e-10, formula);
      assert.ok(found.energy - exact < 0.0016, `${formula}: ${found.energy} Ha, exactly ${exact} Ha`);
      // The reference alone is not good enough, so that the ansatz is what is tested.
      const hartreeFock = expectation({ re: Float64Array.of(0, 1, 0, 0), im: new Float64Array(4) }, hamiltonian);
      assert.ok(hartreeFock - exact > 0.0016, formula);
    }
  });

  it('knows the energy of hydrogen', () => {
    // Full configuration interaction in STO-3G at 0.735 angstrom.
    assert.ok(Math.abs((energyOf({ molecule: 'H2' })?.energy ?? 0) + 1.137306) < 1e-6);
    assert.match(vqe.conclusion?.({ molecule: 'H2' }, new Map(), 'en') ?? '', /-1\.1373 Ha .* 0\.0 mHa/);
  });

  it('prepares the state of that energy', () => {
    for (const { formula: molecule, hamiltonian } of MOLECULES) {
      const circuit = vqe.circuit({ molecule });
      assert.ok(circuit !== undefined);
      const state = simulate(circuit);
      const { energy, angle } = energyOf({ molecule }) ?? { energy: 0, angle: 0 };
      assert.ok(Math.abs(expectation(state, hamiltonian) - energy) < 1e-12);
      const outcomes = [0, Math.cos(angle / 2) ** 2, Math.sin(angle / 2) ** 2, 0];
      outcomeProbabilities(state, circuit.measured).forEach((probability, outcome) => {
        assert.ok(Math.abs(probability - (outcomes[outcome] as number)) < 1e-9);
      });
      assert.equal(depthOf(circuit), 3);
    }
  });

  it('describes a molecule that is not in the table', () => {
    const slots = { molecule: 'Caffeine' };
    assert.equal(vqe.circuit(slots), undefined);
    assert.equal(vqe.qubits(slots), 0);
    assert.match(vqe.reasoning(slots, 'en', 'simulator, 1024 shots'), /not simulated/);
  });

  it('takes mean values of Pauli strings', () => {
    // (|00> + i|11>)/sqrt(2): XY and YX are 1, ZZ is 1, XX and YY are 0.
    const state = { re: Float64Array.of(Math.SQRT1_2, 0, 0, 0), im: Float64Array.of(0, 0, 0, Math.SQRT1_2) };
    const values = { II: 1, XY: 1, YX: 1, ZZ: 1, XX: 0, YY: 0, ZI: 0, IX: 0 };
    for (const [label, value] of Object.entries(values)) {
      assert.ok(Math.abs(expectation(state, [[label, 1]]) - value) < 1e-12, label);
    }
  });

  it('finds the molecule of a request', () => {
    const requests: Record<string, string | undefined> = {
      'Run VQE for the hydrogen molecule with 2048 shots': 'H2',
      'I want the ground state energy of water on IBM hardware': 'H2O',
      'Calcula la energía del estado fundamental del amoníaco': 'NH3',
      'vqe de hidruro de litio': 'LiH',
      'VQE LiH': 'LiH',
      'VQE for HeH+': 'HeH+',
      'VQE for carbon dioxide': 'CO2',
      'VQE for benzene, 100 shots': 'Benzene',
      'VQE for C6H6': 'C6H6',
      'run vqe on the simulator': 'H2',
      'Haz un VQE': 'H2',
      'Create a Bell state': undefined,
      'Dock aspirin to water': undefined,
    };
    for (const [prompt, molecule] of Object.entries(requests)) assert.equal(request(prompt), molecule, prompt);
  });
});
