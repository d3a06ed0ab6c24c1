import type { Algorithm, Knowledge, Probabilities, Sentence } from '../algorithm.ts';
import { diagonalOf } from '../ising.ts';
import { decimalText, shareText } from '../number-text.ts';
import { PROBLEMS } from './problems/index.ts';
import type { Problem } from './problems/problem.ts';
import { anglesFor, MAX_SEARCHED_QUBITS, qaoaCircuit } from './qaoa-circuit.ts';
import { QAOA_NAME, readWords, wordsOfRequest } from './qaoa-words.ts';

export type QaoaSlots = {
  /** The name of one of `PROBLEMS`. */
  readonly problem: string;
  /** Nodes, cities, numbers or assets. */
  readonly nodes: number;
  readonly layers: number;
};

export const MAX_LAYERS = 10;

function problemOf({ problem }: QaoaSlots): Problem {
  const found = PROBLEMS.find(({ name }) => name === problem);
  if (found === undefined) throw new RangeError(`no problem ${problem}`);
  return found;
}

/** What the outcomes are worth against random guessing, and the best of them. */
function conclude(slots: QaoaSlots, probabilities: Probabilities, lang: 'en' | 'es'): string {
  const problem = problemOf(slots);
  const { name, sign, decimals } = problem.value;
  const objective = problem.objective(slots.nodes);
  const values = diagonalOf(objective);
  const outcomes = [...probabilities].map(([bits, probability]) => {
    const solution = Number.parseInt(bits, 2);
    return { bits, solution, probability, value: values[solution] as number };
  });
  const shown = (value: number): string => decimalText(sign * value, lang, decimals).replace(/^-(?=[0.,]+$)/, '');
  const mean = outcomes.reduce((sum, { value, probability }) => sum + value * probability, 0);
  const most = outcomes.reduce((least, { value }) => Math.max(least, value), Number.NEGATIVE_INFINITY);
  const isBest = (value: number): boolean => value > most - 1e-9;
  const best = outcomes.filter(({ value }) => isBest(value)).sort((a, b) => b.probability - a.probability);
  const likely = shareText(
    best.reduce((sum, { probability }) => sum + probability, 0),
    lang,
  );
  const byChance = shareText(values.filter(isBest).length / values.length, lang);
  const [first] = best;
  if (first === undefined) return '';
  const said = problem.describe(first.solution, slots.nodes)[lang];
  return lang === 'en'
    ? `Mean ${name.en}: ${shown(mean)}; by random guessing: ${shown(objective.constant)}. The best outcome, ${first.bits}, ${said}; outcomes as good have probability ${likely}, by chance ${byChance}.`
    : `Valor medio (${name.es}): ${shown(mean)}; al azar: ${shown(objective.constant)}. El mejor resultado, ${first.bits}, ${said}; los resultados así de buenos tienen probabilidad ${likely}, al azar ${byChance}.`;
}

const knowledge: Knowledge = {
  what: {
    en: 'Looks for good solutions of an optimisation problem over bits: layers of a cost phase and a mixer, whose angles are chosen so that the mean of the objective is as large as it can be.',
    es: 'Busca buenas soluciones de un problema de optimización sobre bits: capas de una fase de coste y un mezclador, cuyos ángulos se eligen para que la media del objetivo sea lo mayor posible.',
  },
  steps: [
    { en: 'H on every qubit makes all solutions at once.', es: 'H en cada cúbit forma todas las soluciones a la vez.' },
    {
      en: 'The cost layer gives each solution a phase by its value: RZ between two CX for a pair of bits, RZ for one bit.',
      es: 'La capa de coste da a cada solución una fase según su valor: RZ entre dos CX para un par de bits, RZ para un bit.',
    },
    {
      en: 'The mixer, RX on every qubit, lets solutions interfere: good ones gain amplitude.',
      es: 'El mezclador, RX en cada cúbit, hace interferir las soluciones: las buenas ganan amplitud.',
    },
    {
      en: 'The angles come from a search on the exact state of the instance, or of a smaller one beyond 10 qubits. All qubits are measured.',
      es: 'Los ángulos salen de una búsqueda en el estado exacto del caso, o de uno menor por encima de 10 cúbits. Se miden todos los cúbits.',
    },
  ],
  when: {
    en: 'To study optimisation on machines of today: shallow circuits, good solutions, no proof that they are the best.',
    es: 'Para estudiar optimización en las máquinas de hoy: circuitos poco profundos, buenas soluciones, sin prueba de que sean las mejores.',
  },
  source: {
    title: 'E. Farhi, J. Goldstone, S. Gutmann, A quantum approximate optimization algorithm (2014)',
    url: 'https://arxiv.org/abs/1411.4028',
  },
};

/** Words of a program that say nothing. */
const FILLERS: ReadonlySet<string> = new Set(
  'run do solve use perform execute apply with using for on of over and to in by problem graph ring cycle instance ejecuta resuelve usa para con en de del y el la problema grafo anillo'.split(
    ' ',
  ),
);

const layerCount = (layers: number): Sentence => ({
  en: layers === 1 ? '1 layer' : `${layers} layers`,
  es: layers === 1 ? '1 capa' : `${layers} capas`,
});

export const qaoa: Algorithm<QaoaSlots> = {
  id: 'qaoa',
  title: { en: 'QAOA', es: 'QAOA' },
  knowledge,
  examples: [
    { problem: 'MaxCut', nodes: 4, layers: 1 },
    { problem: 'MIS', nodes: 5, layers: 2 },
    { problem: 'TSP', nodes: 3, layers: 3 },
  ],
  qubits: (slots) => problemOf(slots).qubits(slots.nodes),
  write: ({ problem, nodes, layers }) => `Run QAOA for ${problem} on ${nodes} nodes with ${layers} layers`,
  read(text) {
    if (!QAOA_NAME.test(text)) return undefined;
    const { problem, nodes, layers, rest } = readWords(text);
    if (problem === undefined || nodes === undefined) return undefined;
    if (!rest.split(' ').every((word) => word === '' || FILLERS.has(word))) return undefined;
    return { problem: problem.name, nodes, layers: layers ?? 1 };
  },
  check(slots) {
    const { leastNodes, mostNodes } = problemOf(slots);
    if (slots.nodes < leastNodes) return 'qubits_too_few';
    if (slots.nodes > mostNodes) return 'qubits_too_many';
    return slots.layers < 1 || slots.layers > MAX_LAYERS ? 'target_out_of_range' : undefined;
  },
  grammar: `"Run QAOA for " (${PROBLEMS.map(({ name }) => `"${name}"`).join(' | ')}) " on " number " nodes with " number " layers"`,
  reasoning(slots, lang, run) {
    const { problem, nodes } = slots;
    const { unit, qubits } = problemOf(slots);
    const layers = layerCount(slots.layers);
    const count = qubits(nodes);
    return lang === 'en'
      ? `QAOA for ${problem} on ${nodes} ${unit.en} with ${layers.en}, ${run}. H on ${count} qubits, then ${layers.en} of cost phases (CX and RZ) and RX mixers at optimised angles make good solutions likely; all qubits are measured.`
      : `QAOA para ${problem} con ${nodes} ${unit.es} y ${layers.es}, ${run}. H en ${count} cúbits y luego ${layers.es} de fases de coste (CX y RZ) y mezcladores RX con ángulos optimizados favorecen las buenas soluciones; se miden todos los cúbits.`;
  },
  fromRequest(facts) {
    const words = wordsOfRequest(facts);
    return words && { problem: words.problem?.name ?? 'MaxCut', nodes: words.nodes ?? 4, layers: words.layers ?? 1 };
  },
  circuit(slots) {
    const problem = problemOf(slots);
    return qaoaCircuit(problem.objective(slots.nodes), anglesFor(problem, slots.nodes, slots.layers));
  },
  conclusion: conclude,
  sample(random) {
    const problem = random.pick(PROBLEMS);
    const most = problem.name === 'TSP' ? problem.referenceNodes : MAX_SEARCHED_QUBITS;
    return { problem: problem.name, nodes: random.between(problem.leastNodes, most), layers: random.between(1, 4) };
  },
};
