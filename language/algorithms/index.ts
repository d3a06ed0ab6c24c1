import type { Algorithm, Slots } from '../algorithm.ts';
import { bell } from './bell.ts';
import { bernsteinVazirani } from './bernstein-vazirani.ts';
import { crispr } from './crispr.ts';
import { customGates } from './custom-gates.ts';
import { deutschJozsa } from './deutsch-jozsa.ts';
import { dnaAlignment } from './dna-alignment.ts';
import { docking } from './docking.ts';
import { drugDesign } from './drug-design.ts';
import { iqft, qft } from './fourier.ts';
import { ghz } from './ghz.ts';
import { grover } from './grover.ts';
import { phaseEstimation } from './phase-estimation.ts';
import { proteinFolding } from './protein-folding.ts';
import { qaoa } from './qaoa.ts';
import { shor } from './shor.ts';
import { superposition } from './superposition.ts';
import { teleportation } from './teleportation.ts';
import { vqe } from './vqe.ts';
import { wState } from './w-state.ts';

/** Every algorithm of the dialect. The order decides ties when a request is read by templates. */
export const ALGORITHMS: readonly Algorithm<Slots>[] = [
  crispr,
  dnaAlignment,
  proteinFolding,
  drugDesign,
  docking,
  shor,
  vqe,
  qaoa,
  phaseEstimation,
  bernsteinVazirani,
  deutschJozsa,
  teleportation,
  grover,
  iqft,
  qft,
  wState,
  ghz,
  bell,
  customGates,
  superposition,
];
