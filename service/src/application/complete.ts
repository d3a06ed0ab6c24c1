import { suggestAt } from '@bioql/language/inline';
import { type Answer, isChargeable } from '../domain/answer.ts';
import type { Account } from '../domain/ledger.ts';
import { costOf } from '../domain/price.ts';
import { answerPrompt, type Prompt } from './answer-prompt.ts';
import type { Generating } from './generate.ts';
import { type Billed, metered } from './metered.ts';

export interface CompletionPlace extends Pick<Prompt, 'maxTokens' | 'temperature' | 'topP'> {
  readonly requestId: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly invoked: boolean;
}

export type Completion = Pick<
  Answer,
  'source' | 'promptTokens' | 'completionTokens' | 'totalSeconds' | 'generationSeconds'
> & { readonly insertions: readonly string[]; readonly chargeable: boolean };

const MAX_PROMPT_CHARACTERS = 4000;

const unasked = (insertions: readonly string[]): Completion => ({
  insertions,
  chargeable: false,
  source: 'template',
  promptTokens: 0,
  completionTokens: 0,
  totalSeconds: 0,
  generationSeconds: 0,
});

/**
 * What may be inserted at a place. What the language alone knows, and silence, are free and hold no money; the model is asked only
 * for words that a person wrote, and an answer of it that does not fit the place is free, too.
 */
export async function complete(
  generating: Generating,
  account: Account,
  { requestId, prefix, suffix, invoked, ...limits }: CompletionPlace,
  client: AbortSignal,
): Promise<Billed<Completion>> {
  const suggestion = suggestAt(prefix, suffix, invoked);
  if (suggestion.kind !== 'ask') {
    const balance = await generating.ledger.balance(account.id);
    return {
      answer: unasked(suggestion.kind === 'ready' ? suggestion.texts : []),
      cost: costOf(0, generating.rate),
      balance,
    };
  }
  const prompt = suggestion.prompt.toWellFormed().slice(0, MAX_PROMPT_CHARACTERS);
  return metered(
    generating,
    { account, requestId, feature: 'complete', maxTokens: limits.maxTokens },
    client,
    async (signal) => {
      const answer = await answerPrompt(generating, { task: 'code', prompt, ...limits }, () => undefined, signal);
      const text = answer.outcome === 'completed' ? suggestion.write(answer.calls) : undefined;
      const { source, promptTokens, completionTokens, totalSeconds, generationSeconds } = answer;
      return {
        ...{ source, promptTokens, completionTokens, totalSeconds, generationSeconds },
        insertions: text === undefined ? [] : [text],
        chargeable: text !== undefined && isChargeable(answer),
      };
    },
    (completion) => completion,
  );
}
