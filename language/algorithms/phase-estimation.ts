import type { Algorithm, Knowledge, Lang, Probabilities } from '../algorithm.ts';
import { ANGLE_GRAMMAR, fractionOfPi, radiansOf, randomAngle, readAngle } from '../angle.ts';
import { atLeast } from '../qubits.ts';
import {
  eigenAngle,
  eigenstate,
  type PhaseEstimationSlots,
  phaseEstimationCircuit,
  type Unitary,
} from './phase-estimation-circuit.ts';

/** `P(pi/8)` for `p( π/8 )`, `T` for `t`; `undefined` for other gates. */
function readUnitary(text: string): Unitary | undefined {
  const name = text.trim().toUpperCase();
  if (name === 'HADAMARD') return 'H';
  if (name === 'Z' || name === 'S' || name === 'T' || name === 'X' || name === 'H') return name;
  const angle = readAngle(/^(?:p|phase|u1) ?\(([^()]*)\)$/i.exec(text.trim())?.[1] ?? '');
  return angle === undefined ? undefined : `P(${angle})`;
}

const GATE = '(?:pauli[- ]?)?([zstxh]|hadamard|(?:p|phase|u1) ?\\([^()]{1,40}\\))';
const NAME = '^(?:run|do|perform|execute|apply)? ?(?:quantum )?(?:phase estimation|qpe)(?: algorithm)?';
const OF = `(?: (?:of|for|on))?(?: (?:gate|unitary|operator))?(?: u ?=)? ${GATE}(?: gate)?`;
const WITH =
  '(?: (?:with|using|on|over))? (\\d+) (?:counting |precision |evaluation )?(?:qubits|bits)(?: of precision)?';
const PATTERNS = [new RegExp(`${NAME}${OF}(?:,?${WITH})?$`), new RegExp(`${NAME}${WITH},?${OF}$`)] as const;

const ASKED =
  /phase estimation|estimat\w* (?:of )?(?:the )?(?:eigen)?phase|\bqpe\b|estimacion (?:cuantica )?de (?:la )?fase|estim\w+ la (?:auto)?fase/;
const PHASE_GATE = /\b(?:p|phase|u1) ?\([^()]{1,40}\)/;
const NAMED_GATE =
  /\b(?:pauli[- ]?|gate |compuerta |puerta |operador |operator |unitary |u ?= ?|(?:of|for|de|del|para) (?:the |la |el |an? |un )?)([zstxh])\b(?!')|\b([zstxh])[- ]gate\b|\b(hadamard)\b/;
const COUNTING = /(?<!\d)(\d{1,5})[- ]*(?:counting|precision|evaluation|ancilla\w*|bits?\b|conteo|digit\w*)/;

/** The outcome that comes most, the smallest of equals. */
function likeliest(probabilities: Probabilities): string {
  const sorted = [...probabilities].sort(([a], [b]) => (a < b ? -1 : 1));
  const [outcome] = sorted.reduce((best, next) => (next[1] > best[1] + 1e-9 ? next : best), ['', 0]);
  return outcome;
}

/** `over / under` in lowest terms. */
function fraction(over: number, under: number): string {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const common = divisor(over, under);
  return over === 0 ? '0' : `${over / common}/${under / common}`;
}

/** The phase in turns that the eigenvalue has, within [0, 1). */
function exactPhase(unitary: Unitary): string {
  const angle = eigenAngle(unitary);
  const [over, under] = fractionOfPi(angle) ?? [];
  if (over !== undefined && under !== undefined)
    return fraction(((over % (2 * under)) + 2 * under) % (2 * under), 2 * under);
  const turns = radiansOf(angle) / (2 * Math.PI);
  return (turns - Math.floor(turns)).toFixed(6);
}

function conclusion({ unitary, counting }: PhaseEstimationSlots, probabilities: Probabilities, lang: Lang): string {
  const outcome = likeliest(probabilities);
  const estimate = fraction(Number.parseInt(outcome, 2), 2 ** counting);
  const exact = exactPhase(unitary);
  return lang === 'en'
    ? `The likeliest outcome, ${outcome}, reads as the phase ${estimate} of a turn; the exact phase of ${unitary} on ${eigenstate(unitary)} is ${exact}.`
    : `El resultado más probable, ${outcome}, se lee como la fase ${estimate} de vuelta; la fase exacta de ${unitary} en ${eigenstate(unitary)} es ${exact}.`;
}

const countingQubits = (counting: number): string =>
  counting === 1 ? '1 counting qubit' : `${counting} counting qubits`;
const deConteo = (counting: number): string => (counting === 1 ? '1 cúbit de conteo' : `${counting} cúbits de conteo`);

function reasoning({ unitary, counting }: PhaseEstimationSlots, lang: Lang, run: string): string {
  return lang === 'en'
    ? `Phase estimation of ${unitary} with ${countingQubits(counting)}, ${run}. H on the counting qubits, controlled powers of ${unitary} on its eigenstate ${eigenstate(unitary)}, then the inverse QFT: the counting qubits are measured and give the phase in binary.`
    : `Estimación de fase de ${unitary} con ${deConteo(counting)}, ${run}. H en los cúbits de conteo, potencias controladas de ${unitary} sobre su autoestado ${eigenstate(unitary)} y la QFT inversa: se miden los cúbits de conteo, que dan la fase en binario.`;
}

const knowledge: Knowledge = {
  what: {
    en: 'Reads the phase of an eigenvalue of a unitary, exp(2πi·phase), as a binary fraction: with t counting qubits to the nearest 1/2^t, with a probability of at least 4/π² = 0.405.',
    es: 'Lee la fase de un valor propio de un operador unitario, exp(2πi·fase), como fracción binaria: con t cúbits de conteo da el 1/2^t más cercano, con probabilidad de al menos 4/π² = 0,405.',
  },
  steps: [
    {
      en: 'Prepare an eigenstate on the highest qubit, and H on every counting qubit.',
      es: 'Preparar un autoestado en el cúbit más alto y H en cada cúbit de conteo.',
    },
    {
      en: 'Counting qubit k controls U^(2^k); powers that are the identity are left out.',
      es: 'El cúbit de conteo k controla U^(2^k); las potencias que son la identidad se omiten.',
    },
    {
      en: 'The inverse QFT turns the wave of phases into a number; the counting qubits are measured.',
      es: 'La QFT inversa convierte la onda de fases en un número; se miden los cúbits de conteo.',
    },
  ],
  when: {
    en: 'To find energies of molecules or the period in Shor’s algorithm; each further bit doubles the uses of U.',
    es: 'Para hallar energías de moléculas o el período en el algoritmo de Shor; cada bit más duplica los usos de U.',
  },
  source: {
    title: 'R. Cleve, A. Ekert, C. Macchiavello, M. Mosca, Quantum algorithms revisited (1998)',
    url: 'https://arxiv.org/abs/quant-ph/9708016',
  },
};

export const phaseEstimation: Algorithm<PhaseEstimationSlots> = {
  id: 'phase_estimation',
  title: { en: 'Phase estimation', es: 'Estimación de fase' },
  knowledge,
  examples: [
    { unitary: 'T', counting: 3 },
    { unitary: 'P(pi/3)', counting: 5 },
    { unitary: 'H', counting: 2 },
  ],
  qubits: ({ counting }) => counting + 1,
  write: ({ unitary, counting }) => `Run phase estimation of ${unitary} with ${countingQubits(counting)}`,
  read(text) {
    const [, gate, after] = PATTERNS[0].exec(text) ?? [];
    const [, before, last] = PATTERNS[1].exec(text) ?? [];
    const unitary = readUnitary(gate ?? last ?? '');
    return unitary === undefined ? undefined : { unitary, counting: Number(after ?? before ?? 3) };
  },
  check: ({ counting }) => atLeast(1, counting),
  grammar: `"Run phase estimation of " ([ZSTXH] | "P(" ${ANGLE_GRAMMAR} ")") " with " ("1 counting qubit" | ([2-9] | [1-9] [0-9]{1,4}) " counting qubits")`,
  reasoning,
  fromRequest({ text, qubits }) {
    if (!ASKED.test(text)) return undefined;
    const gate =
      PHASE_GATE.exec(text)?.[0] ??
      NAMED_GATE.exec(text)
        ?.slice(1)
        .find((name) => name !== undefined);
    const counting = COUNTING.exec(text)?.[1];
    return {
      unitary: readUnitary(gate ?? 'T') ?? 'T',
      counting: counting === undefined ? (qubits ?? 3) : Number(counting),
    };
  },
  circuit: phaseEstimationCircuit,
  conclusion,
  sample: (random) => ({
    unitary: random.chance(0.4) ? `P(${randomAngle(random)})` : random.pick(['Z', 'S', 'T', 'X', 'H'] as const),
    counting: random.between(1, 8),
  }),
};
