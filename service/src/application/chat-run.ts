import { randomInt } from 'node:crypto';
import type { Lang } from '@bioql/language/algorithm';
import { type Call, writeCode } from '@bioql/language/call';
import { notSimulatedMarkdown, outcomeMarkdown } from '@bioql/language/chat/outcome';
import type { Known } from '@bioql/language/chat/reply';
import { EngineError } from '../domain/text-model.ts';
import type { Simulate } from './simulate.ts';

const SEEDS = 2 ** 32;
const SHOWN_OUTCOMES = 8;

/** Runs the calls of a conversation on the simulator. */
export async function runInChat(
  { simulate }: { readonly simulate: Simulate },
  { calls, lang }: { readonly calls: readonly Call[]; readonly lang: Lang },
  client: AbortSignal,
): Promise<Known> {
  const seed = randomInt(SEEDS);
  const found = await simulate({ code: writeCode(...calls), seed, lang }, client);
  if (found.state === 'busy') throw new EngineError('engine_overloaded', 'other simulations are running');
  if (found.state === 'not_runnable') return { outcome: 'completed', content: found.message, calls: [] };
  const parts = found.calls.map(({ call, result, conclusion }) => {
    if (result === undefined) return notSimulatedMarkdown(call, lang) ?? '';
    const rest = result.rows.slice(SHOWN_OUTCOMES);
    const others = rest.reduce(
      ({ outcomes, probability, count }, row) => ({
        outcomes: outcomes + 1,
        probability: probability + row.probability,
        count: count + row.count,
      }),
      result.others,
    );
    const rows = result.rows.slice(0, SHOWN_OUTCOMES);
    return outcomeMarkdown({ call, seed, rows, others, ...(conclusion !== undefined && { conclusion }) }, lang);
  });
  return { outcome: 'completed', content: parts.join('\n\n'), calls };
}
