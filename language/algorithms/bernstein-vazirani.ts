import type { Algorithm, Knowledge } from '../algorithm.ts';
import { buildCircuit, qubitRange } from '../circuit-builder.ts';

export type BernsteinVaziraniSlots = {
  /** The hidden bits, leftmost = highest input qubit. */
  readonly secret: string;
};

const READ =
  /^(?:run|do|perform|execute)? ?bernstein[- ]?vazirani(?: algorithm)?(?:,? (?:for|with|on|to find|finding))?(?:,? (?:secret|hidden))?(?: (?:bits|string|bit string|bitstring|key))?(?: of)? ?[=:]? ?([01]+)$/;

/** A single secret bit, which is too short to be found as a bit string. */
const SINGLE = /(?:secret|hidden|string|secreta|secreto|oculta|key)[a-z ]*[=:]? ?([01])(?![\d.])/;

const knowledge: Knowledge = {
  what: {
    en: 'Finds the n secret bits s of a function f(x) = s·x mod 2 with one call, where n calls are needed classically.',
    es: 'Encuentra los n bits secretos s de una función f(x) = s·x mod 2 con una sola llamada; clásicamente hacen falta n.',
  },
  steps: [
    {
      en: 'X and H put the ancilla, the highest qubit, in |->; H on every input makes all inputs at once.',
      es: 'X y H llevan la ancila, el cúbit más alto, a |->; H en cada entrada forma todas las entradas a la vez.',
    },
    {
      en: 'The oracle is a CX to the ancilla from each input whose secret bit is 1: it gives input x the sign (-1)^(s·x).',
      es: 'El oráculo es una CX a la ancila desde cada entrada cuyo bit secreto es 1: da a la entrada x el signo (-1)^(s·x).',
    },
    {
      en: 'H on the inputs turns the pattern of signs into the secret itself, which is measured.',
      es: 'H en las entradas convierte el patrón de signos en el propio secreto, que se mide.',
    },
  ],
  when: {
    en: 'To learn phase kickback, and to test a machine: the one right outcome is known beforehand.',
    es: 'Para aprender el retroceso de fase y para probar una máquina: el único resultado correcto se conoce de antemano.',
  },
  source: {
    title: 'E. Bernstein, U. Vazirani, Quantum complexity theory (1997)',
    url: 'https://doi.org/10.1137/S0097539796300921',
  },
};

export const bernsteinVazirani: Algorithm<BernsteinVaziraniSlots> = {
  id: 'bernstein_vazirani',
  title: { en: 'Bernstein-Vazirani', es: 'Bernstein-Vazirani' },
  knowledge,
  examples: [{ secret: '1011' }, { secret: '11010' }],
  qubits: ({ secret }) => secret.length + 1,
  write: ({ secret }) => `Run Bernstein-Vazirani for secret ${secret}`,
  read(text) {
    const secret = READ.exec(text)?.[1];
    return secret === undefined ? undefined : { secret };
  },
  check: () => undefined,
  grammar: '"Run Bernstein-Vazirani for secret " bits',
  reasoning({ secret }, lang, run) {
    return lang === 'en'
      ? `Bernstein-Vazirani for secret ${secret}, ${run}. H on the inputs and |-> on the ancilla, a CX to the ancilla from each input whose secret bit is 1, then H on the inputs: they are always measured as ${secret}.`
      : `Bernstein-Vazirani para el secreto ${secret}, ${run}. H en las entradas y |-> en la ancila, una CX a la ancila desde cada entrada con bit secreto 1 y luego H en las entradas: al medirlas siempre dan ${secret}.`;
  },
  fromRequest({ text, bits }) {
    if (!/bernstein|vazirani/.test(text)) return undefined;
    const secret = bits ?? SINGLE.exec(text)?.[1];
    return secret === undefined ? undefined : { secret };
  },
  circuit({ secret }) {
    const inputs = secret.length;
    const register = qubitRange(0, inputs);
    return buildCircuit(
      inputs + 1,
      (c) => {
        c.stage({ en: 'All inputs at once', es: 'Todas las entradas a la vez' }, () => {
          c.x(inputs);
          for (const qubit of [...register, inputs]) c.h(qubit);
        });
        c.stage({ en: 'Oracle', es: 'Oráculo' }, () => {
          for (const qubit of register) if (secret[inputs - 1 - qubit] === '1') c.cx(qubit, inputs);
        });
        c.stage({ en: 'Interference', es: 'Interferencia' }, () => {
          for (const qubit of register) c.h(qubit);
        });
      },
      register,
    );
  },
  conclusion(_, probabilities, lang) {
    const [found = ''] = [...probabilities].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0]);
    return lang === 'en'
      ? `The secret is ${found}, found with one call.`
      : `El secreto es ${found}, con una sola llamada.`;
  },
  sample: (random) => ({
    secret: Array.from({ length: random.between(1, 9) }, () => random.pick(['0', '1'])).join(''),
  }),
};
