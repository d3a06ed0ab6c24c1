import type { Algorithm, Knowledge, ProblemCode, Sentence } from '../algorithm.ts';
import type { Backend } from '../backends.ts';
import { buildCircuit, type CircuitBuilder, qubitRange } from '../circuit-builder.ts';
import { appendFourier } from './fourier.ts';
import { greatestCommonDivisor, orderFrom, powerModulo, primeFactors } from './order-finding.ts';
import { type ControlledX, synthesize } from './permutation.ts';

export type ShorSlots = {
  /** The number to factor. */
  readonly number: number;
};

/** The bases of the simulated numbers: each has an even order r, and base^(r/2) is not -1, so that it gives factors. */
const BASES: Readonly<Record<number, number>> = { 15: 7, 21: 2 };

/** The largest number that is simulated, and the largest that a program may have. */
/** The numbers whose circuit is small enough to simulate. */
export const SIMULATED_NUMBERS: readonly number[] = Object.keys(BASES).map(Number);
const LARGEST_SIMULATED = Math.max(...SIMULATED_NUMBERS);
const LARGEST = 99_999;

const bitsOf = (number: number): number => number.toString(2).length;

function check({ number }: ShorSlots, { kind }: Backend): ProblemCode | undefined {
  if (number < 15 || number % 2 === 0) return 'prime_or_even_number';
  if (number > LARGEST) return 'number_too_large';
  if (new Set(primeFactors(number)).size < 2) return 'prime_or_even_number';
  return kind === 'simulator' && number > LARGEST_SIMULATED ? 'number_too_large' : undefined;
}

/** x becomes factor * x modulo the number, for x below it, where the control is 1; larger x stay. */
function multiplication(factor: number, number: number): readonly ControlledX[] {
  const permutation = Array.from(Array(2 ** bitsOf(number)), (_, x) => (x < number ? (factor * x) % number : x));
  return synthesize(permutation);
}

function appendMultiplications(c: CircuitBuilder, base: number, number: number): void {
  const counting = 2 * bitsOf(number);
  const synthesized = new Map<number, readonly ControlledX[]>([[1, []]]);
  for (let control = 0; control < counting; control += 1) {
    const factor = powerModulo(base, 2 ** control, number);
    const gates = synthesized.get(factor) ?? multiplication(factor, number);
    synthesized.set(factor, gates);
    if (gates.length === 0) continue;
    const name: Sentence = {
      en: `Multiply by ${factor} modulo ${number} if q${control}`,
      es: `Multiplicar por ${factor} módulo ${number} si q${control}`,
    };
    c.stage(name, () => {
      for (const { target, controls } of gates) {
        c.controlled('x', [control, ...controls.map((bit) => counting + bit)], counting + target);
      }
    });
  }
}

const knowledge: Knowledge = {
  what: {
    en: 'Factors a whole number N by finding the order r of a base a: the least r with a^r = 1 modulo N. No classical method that is known does it in polynomial time.',
    es: 'Factoriza un entero N hallando el orden r de una base a: el menor r con a^r = 1 módulo N. No se conoce un método clásico que lo haga en tiempo polinómico.',
  },
  steps: [
    {
      en: 'H on the 2n counting qubits puts all exponents x in superposition; the n work qubits start at 1.',
      es: 'H en los 2n cúbits de conteo pone en superposición todos los exponentes x; los n cúbits de trabajo empiezan en 1.',
    },
    {
      en: 'Counting qubit k controls a multiplication by a^(2^k) modulo N: the work register becomes a^x modulo N.',
      es: 'El cúbit de conteo k controla una multiplicación por a^(2^k) módulo N: el registro de trabajo pasa a ser a^x módulo N.',
    },
    {
      en: 'The inverse QFT turns the period r into peaks at the multiples of 2^(2n)/r; the counting register is measured.',
      es: 'La QFT inversa convierte el periodo r en picos en los múltiplos de 2^(2n)/r; se mide el registro de conteo.',
    },
    {
      en: 'Continued fractions give r from a peak, and gcd(a^(r/2) - 1, N) and gcd(a^(r/2) + 1, N) are factors.',
      es: 'Las fracciones continuas dan r a partir de un pico, y mcd(a^(r/2) - 1, N) y mcd(a^(r/2) + 1, N) son factores.',
    },
  ],
  when: {
    en: 'To see why a large quantum computer would break RSA; on the machines of today only for very small numbers.',
    es: 'Para ver por qué un ordenador cuántico grande rompería RSA; en las máquinas de hoy, solo con números muy pequeños.',
  },
  source: {
    title: 'P. W. Shor, Polynomial-time algorithms for prime factorization and discrete logarithms (1997)',
    url: 'https://arxiv.org/abs/quant-ph/9508027',
  },
};

const SHOR = "shor(?:[’']?s)?(?: (?:factoring )?algorithm)?";
const PATTERNS = [
  new RegExp(
    `^(?:find factors of|factor|factori[sz]e)(?: number| integer)? (\\d{1,15}) (?:with|using|by|via) ${SHOR}$`,
  ),
  new RegExp(
    `^(?:(?:run|use|apply|do|perform) )?${SHOR}(?: (?:on|for|with|to factor|to factori[sz]e))?(?: number| integer)? ?(?:n ?= ?)?(\\d{1,15})$`,
  ),
  new RegExp(`^(?:(?:run|use|apply|do|perform) )?${SHOR} factor(?:ing|i[sz]ation)? (?:of )?(\\d{1,15})$`),
  /^factori[cz][ae]r? (?:el )?(?:numero )?(\d{1,15}) (?:con|usando|mediante) (?:el )?(?:algoritmo de )?shor$/,
];

/** Numbers of a request that are not the number to factor. */
const OTHER_NUMBERS = /\d+[ -]*(?:shots?|disparos?|mediciones|medidas|repeticiones|qubits?|cubits?|times|veces|runs)/g;

export const shor: Algorithm<ShorSlots> = {
  id: 'shor',
  title: { en: "Shor's algorithm", es: 'Algoritmo de Shor' },
  knowledge,
  examples: [{ number: 15 }, { number: 21 }],
  qubits: ({ number }) => 3 * bitsOf(number),
  write: ({ number }) => `Factor ${number} with Shor's algorithm`,
  read(text) {
    const number = PATTERNS.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
    return number === undefined ? undefined : { number: Number(number) };
  },
  check,
  grammar: '"Factor " number " with Shor\'s algorithm"',
  reasoning({ number }, lang, run) {
    const work = bitsOf(number);
    const base = BASES[number];
    if (lang === 'en') {
      const of = base === undefined ? 'the order of a base' : `the order of ${base} modulo ${number}`;
      return `Shor's algorithm for ${number} on ${3 * work} qubits, ${run}. H on ${2 * work} counting qubits, modular multiplications on ${work} work qubits and the inverse QFT find ${of}; only the counting register is measured.`;
    }
    const of = base === undefined ? 'el orden de una base' : `el orden de ${base} módulo ${number}`;
    return `Algoritmo de Shor para ${number} en ${3 * work} cúbits, ${run}. H en ${2 * work} cúbits de conteo, multiplicaciones modulares en ${work} de trabajo y la QFT inversa hallan ${of}; solo se mide el registro de conteo.`;
  },
  fromRequest({ text }) {
    const found = /\d+/.exec(text.replace(OTHER_NUMBERS, ' '))?.[0];
    if (/\bshor\b/.test(text)) return { number: Number(found ?? 15) };
    const isNamed = /\bfactor(?:i[sz]e|iza|izar|izes)?\b|\bprime factors\b|\bfactores primos\b/.test(text);
    return isNamed && found !== undefined ? { number: Number(found) } : undefined;
  },
  circuit({ number }) {
    const base = BASES[number];
    if (base === undefined) return undefined;
    const work = bitsOf(number);
    const counting = qubitRange(0, 2 * work);
    return buildCircuit(
      3 * work,
      (c) => {
        c.stage({ en: 'Superposition', es: 'Superposición' }, () => {
          for (const qubit of counting) c.h(qubit);
        });
        c.stage({ en: 'Work register at 1', es: 'Registro de trabajo en 1' }, () => c.x(2 * work));
        appendMultiplications(c, base, number);
        c.stage({ en: 'Inverse QFT', es: 'QFT inversa' }, () => appendFourier(c, counting, true));
      },
      counting,
    );
  },
  conclusion({ number }, probabilities, lang) {
    const base = BASES[number] ?? 0;
    const counting = 2 * bitsOf(number);
    const found = [...probabilities]
      .sort(([a, likely], [b, unlikely]) => unlikely - likely || a.localeCompare(b))
      .map(([bits]) => orderFrom(Number.parseInt(bits, 2), counting, base, number))
      .find((order) => order !== undefined);
    if (found === undefined) {
      return lang === 'en'
        ? `No outcome shows the order of ${base} modulo ${number}: run it again.`
        : `Ningún resultado muestra el orden de ${base} módulo ${number}: ejecútalo otra vez.`;
    }
    const { order, outcome, fraction } = found;
    const half = powerModulo(base, order / 2, number);
    const factors = [half - 1, half + 1].map((value) => greatestCommonDivisor(value, number)).sort((a, b) => a - b);
    const product = `${number} = ${factors.join(' x ')}`;
    const isExact = outcome * order === fraction.numerator * 2 ** counting;
    const measured = `${outcome}/${2 ** counting}`;
    const ratio = `${fraction.numerator}/${order}`;
    return lang === 'en'
      ? `${measured} is ${isExact ? '' : 'close to '}${ratio}, so ${base} has the order ${order} modulo ${number}, and ${product}.`
      : `${measured} es ${isExact ? '' : 'casi '}${ratio}, así que ${base} tiene el orden ${order} módulo ${number}, y ${product}.`;
  },
  sample: (random) => ({ number: random.pick([15, 21]) }),
};
