import type { Lang } from '@bioql/language/algorithm';
import { explainCalls } from '@bioql/language/call';
import { readCode } from '@bioql/language/python';

const LANGS: readonly Lang[] = ['en', 'es'];

/**
 * Whether the reasoning tells what the code runs: after a remark, if any, it is word by word the one that belongs to the calls, in either
 * language (that this one names the circuit's qubits and gates is a test). `undefined` when there is no reasoning or no canonical code.
 */
export function reasoningAgrees(reasoning: string, code: string): boolean | undefined {
  const calls = readCode(code);
  if (calls === undefined || reasoning.trim() === '') return undefined;
  return LANGS.some((lang) => reasoning.trim().endsWith(explainCalls(calls, lang)));
}
