import type { RequestFacts } from '../algorithm.ts';
import { PROBLEMS } from './problems/index.ts';
import type { Problem } from './problems/problem.ts';

/** What a text says of a QAOA program; `undefined` means unsaid. */
export interface QaoaWords {
  readonly problem?: Problem;
  readonly nodes?: number;
  readonly layers?: number;
  /** The text without what was understood. */
  readonly rest: string;
}

export const QAOA_NAME =
  /\bqaoa\b|\bquantum approximate optimi[sz]ation(?: algorithm)?\b|\boptimizacion cuantica aproximada\b/;
const NODES =
  /(?<![\d.])(\d{1,9})[ -]*(?:nodes?|vert(?:ex|ices)|cit(?:y|ies)|assets?|stocks?|numbers?|nodos?|ciudad(?:es)?|activos?|numeros?)\b/;
const QUBITS = /(?<![\d.])(\d{1,9})[ -]*(?:qubits?|cubits?)\b/;
const LAYERS =
  /(?<![\d.])(\d{1,9})[ -]*(?:layers?|levels?|rounds?|capas?|niveles|rondas?)\b|\b(?:p ?= ?|depth (?:of )?|profundidad (?:de )?)(\d{1,9})\b/;

/** Reads the problem, its size and the layers, in any order. */
export function readWords(text: string): QaoaWords {
  const problem = PROBLEMS.find(({ spoken }) => spoken.test(text));
  const layers = LAYERS.exec(text);
  // A round trip of cities has more qubits than cities.
  const hasQubitANode = problem === undefined || problem.qubits(2) === 2;
  const nodes = NODES.exec(text) ?? (hasQubitANode ? QUBITS.exec(text) : null);
  const understood = [QAOA_NAME, problem?.spoken, layers?.[0], nodes?.[0]];
  const rest = understood.reduce<string>((left, part) => (part === undefined ? left : left.replace(part, ' ')), text);
  return {
    rest: rest.replace(/[,;:]/g, ' ').replace(/\s+/g, ' ').trim(),
    ...(problem !== undefined && { problem }),
    ...(nodes !== null && { nodes: Number(nodes[1]) }),
    ...(layers !== null && { layers: Number(layers[1] ?? layers[2]) }),
  };
}

/** Problems whose name alone asks for QAOA. */
const UNMISTAKABLE =
  /\bmax(?:imum)?[- ]?cut\b|\bcorte maximo\b|\btsp\b|\btravell?ing[- ]sales|\bviajante\b|\bvertex[- ]?cover\b|\bindependent[- ]set\b|\bconjunto independiente\b|\bnumber partition/;
/** Problems that there is no instance of. */
const OTHER_PROBLEM = /\bknapsack\b|\bmochila\b|\bcolou?ring\b|\bcoloreo\b|\b(?:max-?|3-?)?sat\b|\bscheduling\b/;

/** The QAOA program that a request speaks of; `undefined` when it speaks of none. */
export function wordsOfRequest({ text, raw, lang }: RequestFacts): QaoaWords | undefined {
  if (!(QAOA_NAME.test(text) || UNMISTAKABLE.test(text)) || OTHER_PROBLEM.test(text)) return undefined;
  // "Mis" is also Spanish for "my".
  return readWords(lang === 'es' && !/\bMIS\b/.test(raw) ? text.replace(/\bmis\b/g, '') : text);
}
