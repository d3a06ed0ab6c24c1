import type { Contender } from './answer.ts';
import type { Case } from './case.ts';
import { judge } from './judge.ts';
import type { Result } from './slices.ts';

/** Asks every case in turn; `undefined` when the contender does not answer such cases. */
export async function runCases(
  contender: Contender,
  cases: readonly Case[],
  done: (result: Result) => void = () => undefined,
): Promise<Result[] | undefined> {
  const results: Result[] = [];
  for (const item of cases) {
    const answer = await contender.ask(item.question);
    if (answer === undefined) return undefined;
    const result = { item, answer, verdict: judge(item, answer) };
    done(result);
    results.push(result);
  }
  return results;
}
