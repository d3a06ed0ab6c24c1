// Written by language/chemistry/hamiltonians.py, which says how; do not edit.
import type { PauliSum } from '../pauli.ts';

/** A molecule in STO-3G with two active electrons in two orbitals, on two qubits. */
export interface Molecule {
  readonly formula: string;
  /** Bond lengths in angstrom. */
  readonly geometry: string;
  readonly charge: number;
  /** The occupied and the empty active orbital: number by energy from 1, and irreducible representation. */
  readonly orbitals: readonly [string, string];
  /** Hartree; nuclear repulsion and the frozen orbitals are in the coefficient of II. */
  readonly hamiltonian: PauliSum;
}

export const MOLECULES: readonly Molecule[] = [
  {
    formula: 'H2',
    geometry: 'H-H 0.735 Å',
    charge: 0,
    orbitals: ['1 (A1g)', '2 (A1u)'],
    hamiltonian: [
      ['II', -0.33240425132388063],
      ['IZ', 0.39793742484317957],
      ['ZI', -0.39793742484317957],
      ['ZZ', -0.011280104256235296],
      ['XX', 0.18093119978423144],
    ],
  },
  {
    formula: 'HeH+',
    geometry: 'He-H 0.772 Å',
    charge: 1,
    orbitals: ['1 (A1)', '2 (A1)'],
    hamiltonian: [
      ['II', -1.7997298326001199],
      ['IZ', 0.5675133859801516],
      ['IX', 0.10492942465176187],
      ['ZI', -0.5675133859801516],
      ['ZZ', -0.09337411472634344],
      ['ZX', -0.1049294246442385],
      ['XI', 0.10492942465176187],
      ['XZ', 0.1049294246442385],
      ['XX', 0.1456372996479177],
    ],
  },
  {
    formula: 'LiH',
    geometry: 'Li-H 1.595 Å',
    charge: 0,
    orbitals: ['2 (A1)', '6 (A1)'],
    hamiltonian: [
      ['II', -7.349012678672935],
      ['IZ', 0.26069714386398135],
      ['IX', 0.003738225374751658],
      ['ZI', -0.26069714386398135],
      ['ZZ', -0.008383106273780028],
      ['ZX', -0.0037382253754093264],
      ['XI', 0.003738225374751658],
      ['XZ', 0.0037382253754093264],
      ['XX', 0.12387233088229847],
    ],
  },
  {
    formula: 'BeH2',
    geometry: 'Be-H 1.326 Å, 180°',
    charge: 0,
    orbitals: ['3 (A1u)', '6 (A1g)'],
    hamiltonian: [
      ['II', -14.991410824778315],
      ['IZ', 0.28831771806402173],
      ['ZI', -0.2883177180640222],
      ['ZZ', -0.007711324919063678],
      ['XX', 0.0834302049475853],
    ],
  },
  {
    formula: 'H2O',
    geometry: 'O-H 0.958 Å, 104.5°',
    charge: 0,
    orbitals: ['3 (B2)', '7 (B2)'],
    hamiltonian: [
      ['II', -74.0546251345088],
      ['IZ', 0.45808807597715173],
      ['IX', 0.0014109482909553175],
      ['ZI', -0.45808807597715173],
      ['ZZ', -0.007752750995656754],
      ['ZX', -0.0014109482987566674],
      ['XI', 0.0014109482909553175],
      ['XZ', 0.0014109482987566674],
      ['XX', 0.15249747322935123],
    ],
  },
  {
    formula: 'NH3',
    geometry: 'N-H 1.012 Å, 106.7°',
    charge: 0,
    orbitals: ["3 (A')", "7 (A')"],
    hamiltonian: [
      ['II', -54.577177992508695],
      ['IZ', 0.44233443055175314],
      ['IX', 0.00481269526710823],
      ['ZI', -0.44233443055175314],
      ['ZZ', -0.007808326477324101],
      ['ZX', -0.004812695254462884],
      ['XI', 0.00481269526710823],
      ['XZ', 0.004812695254462884],
      ['XX', 0.1340756686000513],
    ],
  },
  {
    formula: 'CH4',
    geometry: 'C-H 1.087 Å, 109.5°',
    charge: 0,
    orbitals: ['3 (B1)', '6 (B1)'],
    hamiltonian: [
      ['II', -38.89258362980627],
      ['IZ', 0.4199796311479247],
      ['IX', 0.004974058708514237],
      ['ZI', -0.41997963114792647],
      ['ZZ', -0.005732777304398695],
      ['ZX', -0.004974058708796296],
      ['XI', 0.004974058708514237],
      ['XZ', 0.004974058708796296],
      ['XX', 0.08596789525915143],
    ],
  },
  {
    formula: 'N2',
    geometry: 'N-N 1.098 Å',
    charge: 0,
    orbitals: ['5 (E1uy)', '9 (E1gy)'],
    hamiltonian: [
      ['II', -107.03728428937244],
      ['IZ', 0.23168527359491264],
      ['ZI', -0.2316852735949091],
      ['ZZ', -0.004679805971775863],
      ['XX', 0.18747883809864285],
    ],
  },
  {
    formula: 'HF',
    geometry: 'H-F 0.917 Å',
    charge: 0,
    orbitals: ['3 (A1)', '6 (A1)'],
    hamiltonian: [
      ['II', -97.81668440360207],
      ['IZ', 0.3962269887933232],
      ['IX', -0.05661322027599923],
      ['ZI', -0.3962269887933232],
      ['ZZ', -0.03835839517461892],
      ['ZX', 0.05661322027607568],
      ['XI', -0.05661322027599923],
      ['XZ', -0.05661322027607568],
      ['XX', 0.17109906569126732],
    ],
  },
];
