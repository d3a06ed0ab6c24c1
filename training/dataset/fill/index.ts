import { entryOf } from '@bioql/language/program';
import { fillCrispr, fillDnaAlignment, fillDocking, fillDrugDesign, fillProteinFolding } from './biology.ts';
import {
  fillBernsteinVazirani,
  fillCustomGates,
  fillDeutschJozsa,
  fillPhaseEstimation,
  fillTeleportation,
} from './circuits.ts';
import type { Filler } from './draw.ts';
import { fillQaoa, fillShor, fillVqe } from './problems.ts';
import { fillBell, fillFourier, fillGrover, fillQubits } from './states.ts';

const FILLERS: Readonly<Record<string, Filler>> = {
  bell: fillBell,
  ghz: fillQubits(3, 3),
  w_state: fillQubits(3, 3),
  superposition: fillQubits(1, 1),
  qft: fillFourier,
  iqft: fillFourier,
  grover: fillGrover,
  custom_gates: fillCustomGates,
  teleportation: fillTeleportation,
  deutsch_jozsa: fillDeutschJozsa,
  bernstein_vazirani: fillBernsteinVazirani,
  phase_estimation: fillPhaseEstimation,
  shor: fillShor,
  vqe: fillVqe,
  qaoa: fillQaoa,
  docking: fillDocking,
  protein_folding: fillProteinFolding,
  dna_alignment: fillDnaAlignment,
  drug_design: fillDrugDesign,
  crispr: fillCrispr,
};

/** Slots from the algorithm itself, for a prompt that quotes the program. */
export const fillBySample =
  (algorithm: string): Filler =>
  ({ random }) => ({ slots: entryOf({ algorithm, slots: {} }).sample(random), values: {} });

/** How to fill the phrasings of an algorithm. */
export const fillerOf = (algorithm: string): Filler => FILLERS[algorithm] ?? fillBySample(algorithm);
