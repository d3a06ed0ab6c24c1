import { SIMULATED_NUMBERS } from './algorithms/shor.ts';
import { backendNamed, MAX_SHOTS } from './backends.ts';
import type { RefusalReason } from './refusal.ts';
import { readRequest } from './request.ts';

/** The fewest qubits of any backend. */
const SMALLEST_BACKEND = 11;

/** Makers and machines that are not ours, and what looks like the number of a machine. */
const FOREIGN =
  /rigetti|google|sycamore|willow|braket|\baws\b|amazon|azure|microsoft|quantinuum|honeywell|d-?wave|pasqal|quera|\biqm\b|xanadu|\boqc\b|alice|fujitsu|baidu|alibaba|origin|psiquantum|intel\b|\b[a-z]+-\d/;

const distinct = (text: string, pattern: RegExp): number =>
  new Set([...text.matchAll(pattern)].map(([, value]) => value)).size;

/** Whether two values of one slot are said at once. */
function hasConflict(text: string): boolean {
  const places =
    Number(/\bibm\b|ibm_/.test(text)) + Number(/\bionq|\bforte\b/.test(text)) + Number(/simula/.test(text));
  return (
    places + Number(/hardware|\breal\b|\bqpu\b/.test(text)) > 1 ||
    distinct(text, /(\d+)[ -]*(?:qubits?|qbits?|cubits?|wires?)/g) > 1 ||
    distinct(text, /(\d+) *(?:shots?|disparos?|mediciones|measurements|repeticiones|runs|times|veces)/g) > 1 ||
    distinct(text, /(?<!\d)([01]{2,})(?!\d)/g) > 1 ||
    distinct(text, /((?:phi|psi) ?(?:\+|-|plus|minus|mas|menos))/g) > 1 ||
    distinct(text, /(?<!\d)(\d+)(?!\d)/g) > 2
  );
}

const namesForeignMachine = (text: string): boolean =>
  FOREIGN.test(text) || (text.match(/[a-z]+_\w+/g) ?? []).some((name) => backendNamed(name) === undefined);

/**
 * Whether a request has what a refusal is about: a model that refuses "fifty shots" as out of range, or a machine that
 * nobody named, is wrong, and this tells. `out_of_scope` is the model's own judgement.
 */
export function supportsRefusal(prompt: string, reason: RefusalReason): boolean {
  const { text, qubits, bits } = readRequest(prompt);
  const numbers = (text.match(/-?\d+/g) ?? []).map(Number);
  switch (reason) {
    case 'shots_out_of_range':
      return numbers.some((value) => value <= 0 || value > MAX_SHOTS);
    case 'qubits_too_many':
      return numbers.some((value) => value > SMALLEST_BACKEND);
    case 'qubits_too_few':
      return qubits !== undefined && qubits < 3;
    case 'target_width':
      return bits !== undefined && qubits !== undefined && bits.length !== qubits;
    case 'prime_or_even_number':
      return numbers.some((value) => value > 1 && !SIMULATED_NUMBERS.includes(value));
    case 'number_too_large':
      return numbers.some((value) => value > Math.max(...SIMULATED_NUMBERS));
    case 'target_out_of_range':
    case 'repeated_qubit':
      return numbers.length > 1;
    case 'invalid_sequence':
      return /\b[a-z]{4,}\b/.test(text);
    case 'guide_length':
      return (text.match(/\b[acgt]{4,}\b/g) ?? []).some(({ length }) => length !== 20);
    case 'unknown_backend':
      return namesForeignMachine(text);
    case 'contradiction':
      return hasConflict(text);
    case 'out_of_scope':
      return true;
  }
}
