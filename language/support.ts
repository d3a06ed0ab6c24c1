import { MAX_SHOTS } from './backends.ts';
import type { RefusalReason } from './refusal.ts';
import { readRequest } from './request.ts';

/** The fewest qubits of any backend. */
const SMALLEST_BACKEND = 11;

/**
 * Whether a request has the numbers that a refusal is about. A model that refuses "fifty shots" as out of range is
 * wrong, and this tells; it does not judge refusals that are not about numbers.
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
    default:
      return true;
  }
}
