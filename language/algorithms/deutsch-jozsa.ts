import type { Algorithm, Knowledge } from '../algorithm.ts';
import { buildCircuit, qubitRange } from '../circuit-builder.ts';
import { atLeast } from '../qubits.ts';

export type DeutschJozsaSlots = {
  /** Bits of the function's argument; the circuit has one qubit more. */
  readonly inputs: number;
  readonly oracle: 'balanced' | 'constant';
};

const inputBits = (inputs: number): string => (inputs === 1 ? '1 input bit' : `${inputs} input bits`);
const bitsDeEntrada = (inputs: number): string => (inputs === 1 ? '1 bit de entrada' : `${inputs} bits de entrada`);

/** `000`; beyond five bits `0...0`. */
const all = (bit: '0' | '1', inputs: number): string => (inputs <= 5 ? bit.repeat(inputs) : `${bit}...${bit}`);

const NAME = '^(?:run|do|perform|execute|test)? ?deutsch[- ]?(?:jozsa|josza|joza)(?: algorithm| test| problem)?';
const INPUTS = '(?: (?:on|with|for|over|of))? (\\d+)[- ](?:input )?(?:bits?|inputs?|qubits)(?: function)?';
const ORACLE = '(?: (?:and|with|for|using))? (balanced|constant)(?: (?:oracle|function))?';
const PATTERNS = [new RegExp(`${NAME}${INPUTS}(?:,?${ORACLE})?$`), new RegExp(`${NAME}${ORACLE},?${INPUTS}$`)] as const;

const NAMED = /deutsch[- ]?jo(?:z|s)|deutsch(?:'s)? (?:algorithm|problem|oracle)|(?:algoritmo|problema) de deutsch/;

const knowledge: Knowledge = {
  what: {
    en: 'Tells with one call whether a function on n bits is constant or balanced (1 on exactly half of the inputs), where certainty may take 2^(n-1)+1 calls classically.',
    es: 'Dice con una sola llamada si una función de n bits es constante o balanceada (1 en justo la mitad de las entradas); una respuesta clásica segura puede necesitar 2^(n-1)+1 llamadas.',
  },
  steps: [
    {
      en: 'X and H put the ancilla, the highest qubit, in |->; H on every input makes all inputs at once.',
      es: 'X y H llevan la ancila, el cúbit más alto, a |->; H en cada entrada forma todas las entradas a la vez.',
    },
    {
      en: 'The oracle adds f to the ancilla, which turns into a sign of the input: CX from every input (parity) for balanced, X on the ancilla (f = 1) for constant.',
      es: 'El oráculo suma f a la ancila, lo que se vuelve un signo de la entrada: CX desde cada entrada (paridad) si es balanceada, X en la ancila (f = 1) si es constante.',
    },
    {
      en: 'H on the inputs again makes the signs interfere; the inputs are measured.',
      es: 'H en las entradas de nuevo hace interferir los signos; se miden las entradas.',
    },
  ],
  when: {
    en: 'To learn phase kickback and interference: the first exponential gap to exact classical algorithms.',
    es: 'Para aprender el retroceso de fase y la interferencia: la primera ventaja exponencial sobre los algoritmos clásicos exactos.',
  },
  source: {
    title: 'D. Deutsch, R. Jozsa, Rapid solution of problems by quantum computation (1992)',
    url: 'https://doi.org/10.1098/rspa.1992.0167',
  },
};

export const deutschJozsa: Algorithm<DeutschJozsaSlots> = {
  id: 'deutsch_jozsa',
  title: { en: 'Deutsch-Jozsa', es: 'Deutsch-Jozsa' },
  knowledge,
  examples: [
    { inputs: 3, oracle: 'balanced' },
    { inputs: 3, oracle: 'constant' },
  ],
  qubits: ({ inputs }) => inputs + 1,
  write: ({ inputs, oracle }) => `Run Deutsch-Jozsa on ${inputBits(inputs)} with ${oracle} oracle`,
  read(text) {
    const [, inputs, oracle] = PATTERNS[0].exec(text) ?? [];
    if (inputs !== undefined) return { inputs: Number(inputs), oracle: oracle === 'constant' ? oracle : 'balanced' };
    const [, kind, count] = PATTERNS[1].exec(text) ?? [];
    if (count === undefined) return undefined;
    return { inputs: Number(count), oracle: kind === 'constant' ? kind : 'balanced' };
  },
  check: ({ inputs }) => atLeast(1, inputs),
  grammar:
    '"Run Deutsch-Jozsa on " ("1 input bit" | ([2-9] | [1-9] [0-9]{1,4}) " input bits") " with " ("balanced" | "constant") " oracle"',
  reasoning({ inputs, oracle }, lang, run) {
    const outcome = all(oracle === 'balanced' ? '1' : '0', inputs);
    return lang === 'en'
      ? `Deutsch-Jozsa on ${inputBits(inputs)} with a ${oracle} oracle, ${run}. H on the inputs and |-> on the ancilla, ${oracle === 'balanced' ? 'CX from each input to it' : 'X on it'}, then H on the inputs: measured, they are always ${outcome}, and only ${all('0', inputs)} means constant.`
      : `Deutsch-Jozsa con ${bitsDeEntrada(inputs)} y oráculo ${oracle === 'balanced' ? 'balanceado' : 'constante'}, ${run}. H en las entradas y |-> en la ancila, ${oracle === 'balanced' ? 'CX de cada entrada a ella' : 'X en ella'} y H en las entradas: al medirlas siempre dan ${outcome}, y solo ${all('0', inputs)} indica constante.`;
  },
  fromRequest({ text, qubits }) {
    if (!NAMED.test(text)) return undefined;
    const stated = /(?<!\d)(\d{1,5})[- ]*(?:input|bits?\b|variables?|entradas?)/.exec(text)?.[1];
    return {
      inputs: stated === undefined ? (qubits ?? 3) : Number(stated),
      oracle: /\bconstant/.test(text) && !/\bbalance/.test(text) ? 'constant' : 'balanced',
    };
  },
  circuit({ inputs, oracle }) {
    const register = qubitRange(0, inputs);
    return buildCircuit(
      inputs + 1,
      (c) => {
        c.stage({ en: 'All inputs at once', es: 'Todas las entradas a la vez' }, () => {
          c.x(inputs);
          for (const qubit of [...register, inputs]) c.h(qubit);
        });
        c.stage({ en: 'Oracle', es: 'Oráculo' }, () => {
          if (oracle === 'constant') c.x(inputs);
          else for (const qubit of register) c.cx(qubit, inputs);
        });
        c.stage({ en: 'Interference', es: 'Interferencia' }, () => {
          for (const qubit of register) c.h(qubit);
        });
      },
      register,
    );
  },
  conclusion({ inputs }, probabilities, lang) {
    const constant = (probabilities.get('0'.repeat(inputs)) ?? 0) > 0.5;
    if (lang === 'en') {
      return constant
        ? `Every input bit is 0, so the function is constant.`
        : `Not every input bit is 0, so the function is balanced.`;
    }
    return constant
      ? `Todos los bits de entrada son 0: la función es constante.`
      : `No todos los bits de entrada son 0: la función es balanceada.`;
  },
  sample: (random) => ({ inputs: random.between(1, 9), oracle: random.pick(['balanced', 'constant'] as const) }),
};
