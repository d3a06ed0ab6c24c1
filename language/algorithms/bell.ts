import type { Algorithm, Lang } from '../algorithm.ts';

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
};
