import type { Algorithm, Lang } from '../algorithm.ts';
import { buildCircuit } from '../circuit-builder.ts';

export type BellVariant = 'phi+' | 'phi-' | 'psi+' | 'psi-';
export type BellSlots = {
  readonly variant: BellVariant;
};

const STATES: Readonly<Record<BellVariant, string>> = {
  'phi+': '(|00> + |11>)/sqrt(2)',
  'phi-': '(|00> - |11>)/sqrt(2)',
  'psi+': '(|01> + |10>)/sqrt(2)',
  'psi-': '(|01> - |10>)/sqrt(2)',
};

const GATES: Readonly<Record<Lang, Readonly<Record<BellVariant, string>>>> = {
  en: {
    'phi+': 'H on q0, then CX from q0 to q1',
    'phi-': 'X and H on q0, then CX from q0 to q1',
    'psi+': 'X on q1, H on q0, then CX from q0 to q1',
    'psi-': 'X on q0 and q1, H on q0, then CX from q0 to q1',
  },
  es: {
    'phi+': 'H en q0 y luego CX de q0 a q1',
    'phi-': 'X y H en q0 y luego CX de q0 a q1',
    'psi+': 'X en q1, H en q0 y luego CX de q0 a q1',
    'psi-': 'X en q0 y q1, H en q0 y luego CX de q0 a q1',
  },
};

const VARIANTS: readonly BellVariant[] = ['phi+', 'phi-', 'psi+', 'psi-'];

const outcomes = (variant: BellVariant): readonly [string, string] =>
  variant.startsWith('phi') ? ['00', '11'] : ['01', '10'];

/** The variant that a normalised text names. */
function variantIn(text: string): BellVariant | undefined {
  if (/\bsingle(t|te)\b/.test(text)) return 'psi-';
  const [, letter, sign] = /\b(phi|psi)\s*[-_^ ]?\s*(\+|-|plus|minus|mas|menos)/.exec(text) ?? [];
  if (letter === undefined || sign === undefined) return undefined;
  return `${letter}${['+', 'plus', 'mas'].includes(sign) ? '+' : '-'}` as BellVariant;
}

export const bell: Algorithm<BellSlots> = {
  id: 'bell',
  title: { en: 'Bell state', es: 'Estado de Bell' },
  knowledge: {
    what: {
      en: 'Two qubits in one of the four maximally entangled states: each alone is a fair coin, together they always agree (phi) or always differ (psi).',
      es: 'Dos cúbits en uno de los cuatro estados de máximo entrelazamiento: cada uno por separado es una moneda justa; juntos siempre coinciden (phi) o siempre difieren (psi).',
    },
    steps: [
      {
        en: 'X on a qubit chooses the variant: on q0 the sign, on q1 the parity.',
        es: 'X en un cúbit elige la variante: en q0 el signo, en q1 la paridad.',
      },
      { en: 'H puts q0 in superposition.', es: 'H pone q0 en superposición.' },
      { en: 'CX from q0 to q1 entangles them.', es: 'CX de q0 a q1 los entrelaza.' },
    ],
    when: {
      en: 'As the first entangled circuit, to test a machine, and as the resource of teleportation and of quantum key distribution.',
      es: 'Como primer circuito entrelazado, para probar una máquina y como recurso de la teleportación y de la distribución cuántica de claves.',
    },
    source: {
      title: 'J. S. Bell, On the Einstein Podolsky Rosen paradox, Physics 1, 195 (1964)',
      url: 'https://doi.org/10.1103/PhysicsPhysiqueFizika.1.195',
    },
  },
  examples: VARIANTS.map((variant) => ({ variant })),
  qubits: () => 2,
  write: ({ variant }) => (variant === 'phi+' ? 'Create Bell state' : `Create Bell state ${variant}`),
  read(text) {
    const match =
      /^(?:create|make|prepare|generate)? ?bell (?:state|pair)( (?:phi|psi) ?(?:\+|-|plus|minus))?(?: on 2 qubits)?$/.exec(
        text,
      );
    if (match === null) return undefined;
    return { variant: (match[1] && variantIn(match[1])) || 'phi+' };
  },
  check: () => undefined,
  grammar: '"Create Bell state" (" phi-" | " psi+" | " psi-")?',
  reasoning({ variant }, lang, run) {
    const [a, b] = outcomes(variant);
    return lang === 'en'
      ? `Bell state ${variant} on 2 qubits, ${run}. ${GATES.en[variant]} make ${STATES[variant]}: only ${a} and ${b} are measured, half each.`
      : `Estado de Bell ${variant} de 2 cúbits, ${run}. ${GATES.es[variant]} forman ${STATES[variant]}: solo se miden ${a} y ${b}, la mitad cada uno.`;
  },
  fromRequest({ text }) {
    const named = /\bbell\b|\bepr\b|\bsingle(t|te)\b|\b(phi|psi) ?[+-]/.test(text);
    return named ? { variant: variantIn(text) ?? 'phi+' } : undefined;
  },
  circuit: ({ variant }) =>
    buildCircuit(2, (c) => {
      if (variant.endsWith('-')) c.x(0);
      if (variant.startsWith('psi')) c.x(1);
      c.h(0);
      c.cx(0, 1);
    }),
  sample: (random) => ({ variant: random.pick(VARIANTS) }),
};
