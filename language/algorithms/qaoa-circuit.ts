import type { Circuit } from '../circuit.ts';
import { buildCircuit, type CircuitBuilder, qubitRange } from '../circuit-builder.ts';
import type { Ising } from '../ising.ts';
import type { Problem } from './problems/problem.ts';
import { findAngles, type QaoaAngles, transferAngles } from './qaoa-angles.ts';

/** Larger instances take their angles from a smaller one. */
export const MAX_SEARCHED_QUBITS = 10;

/** The angles of a program: searched on its own instance up to 10 qubits, beyond that on a smaller one. */
export function anglesFor(problem: Problem, nodes: number, layers: number): QaoaAngles {
  const objective = problem.objective(nodes);
  if (problem.qubits(nodes) <= MAX_SEARCHED_QUBITS) return findAngles(objective, layers);
  const reference = problem.objective(problem.referenceNodes);
  return transferAngles(findAngles(reference, layers), reference, objective);
}

/** exp(-i gamma C) up to a global phase, for the objective C. */
function appendObjective(c: CircuitBuilder, { fields, couplings }: Ising, gamma: number): void {
  for (const { a, b, weight } of couplings) {
    c.cx(a, b);
    c.rz(2 * gamma * weight, b);
    c.cx(a, b);
  }
  fields.forEach((weight, qubit) => {
    if (weight !== 0) c.rz(2 * gamma * weight, qubit);
  });
}

/** H on every qubit, then for each layer exp(-i gamma C) and exp(-i beta B), with B the sum of all X. */
export const qaoaCircuit = (objective: Ising, { gammas, betas }: QaoaAngles): Circuit =>
  buildCircuit(objective.qubits, (c) => {
    const all = qubitRange(0, objective.qubits);
    c.stage({ en: 'Superposition', es: 'Superposición' }, () => {
      for (const qubit of all) c.h(qubit);
    });
    gammas.forEach((gamma, layer) => {
      c.stage({ en: `Layer ${layer + 1}: cost`, es: `Capa ${layer + 1}: coste` }, () => {
        appendObjective(c, objective, gamma);
      });
      c.stage({ en: `Layer ${layer + 1}: mixer`, es: `Capa ${layer + 1}: mezclador` }, () => {
        for (const qubit of all) c.rx(2 * (betas[layer] as number), qubit);
      });
    });
  });
