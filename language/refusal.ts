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
    en: 'This is not a request that a BioQL program can answer. Ask for an entangled state, a quantum algorithm such as Grover or Shor, a list of gates, or a molecule, protein or DNA task.',
    es: 'Esto no es algo que un programa de BioQL pueda responder. Pida un estado entrelazado, un algoritmo cuántico como el de Grover o el de Shor, una lista de puertas, o una tarea con moléculas, proteínas o ADN.',
  },
  qubits_too_many: {
    en: 'The request needs more qubits than the backend has.',
    es: 'La petición necesita más cúbits de los que tiene el backend.',
  },
  qubits_too_few: {
    en: 'The request has too few qubits for this algorithm (GHZ and W need 3 or more, Grover 2 or more).',
    es: 'La petición tiene muy pocos cúbits para este algoritmo (GHZ y W necesitan 3 o más; Grover, 2 o más).',
  },
  target_width: {
    en: 'The bit string does not have as many bits as there are qubits.',
    es: 'La cadena de bits no tiene tantos bits como cúbits hay.',
  },
  target_out_of_range: {
    en: 'A number in the request lies outside its range: a qubit, a layer or an item that is not there.',
    es: 'Un número de la petición está fuera de su rango: un cúbit, una capa o un elemento que no existe.',
  },
  repeated_qubit: {
    en: 'A gate uses the same qubit twice.',
    es: 'Una puerta usa dos veces el mismo cúbit.',
  },
  prime_or_even_number: {
    en: 'Shor’s algorithm needs an odd composite number that is no power of a prime, such as 15 or 21.',
    es: 'El algoritmo de Shor necesita un número impar y compuesto que no sea potencia de un primo, como 15 o 21.',
  },
  number_too_large: {
    en: 'Only 15 and 21 are factored on a simulator; a larger number needs a hardware backend.',
    es: 'En un simulador solo se factorizan 15 y 21; un número mayor necesita un backend de hardware.',
  },
  invalid_sequence: {
    en: 'The sequence has letters that do not belong there: DNA uses A, C, G and T, proteins the twenty amino acids.',
    es: 'La secuencia tiene letras que no corresponden: el ADN usa A, C, G y T; las proteínas, los veinte aminoácidos.',
  },
  guide_length: {
    en: 'A CRISPR guide has exactly 20 letters.',
    es: 'Una guía CRISPR tiene exactamente 20 letras.',
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
