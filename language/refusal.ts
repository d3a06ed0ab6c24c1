import type { Lang, ProblemCode, Sentence } from './algorithm.ts';

export type RefusalKind = 'out_of_scope' | 'invalid_request';
export type RefusalReason = 'out_of_scope' | ProblemCode;

/** Why a request gets no code, as the wire carries it. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly reason: RefusalReason;
  readonly message: string;
}

const SENTENCES: Readonly<Record<RefusalReason, Sentence>> = {
  out_of_scope: {
    en: 'This is not a request that a BioQL program can answer. Ask for a Bell or GHZ state, a quantum Fourier transform, a Grover search or a superposition.',
    es: 'Esto no es algo que un programa de BioQL pueda responder. Pida un estado de Bell o GHZ, una transformada cuántica de Fourier, una búsqueda de Grover o una superposición.',
  },
  qubits_too_many: {
    en: 'The request needs more qubits than the backend has.',
    es: 'La petición necesita más cúbits de los que tiene el backend.',
  },
  qubits_too_few: {
    en: 'The request has too few qubits for this algorithm (GHZ needs 3 or more, Grover 2 or more).',
    es: 'La petición tiene muy pocos cúbits para este algoritmo (GHZ necesita 3 o más; Grover, 2 o más).',
  },
  target_width: {
    en: 'The bit string does not have as many bits as there are qubits.',
    es: 'La cadena de bits no tiene tantos bits como cúbits hay.',
  },
  shots_out_of_range: {
    en: 'The number of shots must be between 1 and 1,000,000.',
    es: 'El número de mediciones debe estar entre 1 y 1 000 000.',
  },
  unknown_backend: {
    en: 'This machine or provider is not one that BioQL runs on. Use a simulator, IBM Quantum or IonQ.',
    es: 'BioQL no se ejecuta en esa máquina o proveedor. Use un simulador, IBM Quantum o IonQ.',
  },
  contradiction: {
    en: 'The request contradicts itself: it asks for two different values of the same thing.',
    es: 'La petición se contradice: pide dos valores distintos de la misma cosa.',
  },
};

export const REFUSAL_REASONS = Object.keys(SENTENCES) as readonly RefusalReason[];

export const refusal = (reason: RefusalReason, lang: Lang): Refusal => ({
  kind: reason === 'out_of_scope' ? 'out_of_scope' : 'invalid_request',
  reason,
  message: SENTENCES[reason][lang],
});
