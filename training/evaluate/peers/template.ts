import type { Part } from '@bioql/language/exchange';
import type { createBank } from './bank.ts';
import { EXAMPLES, type Example, INSTRUCTIONS } from './few-shot.ts';

/** How a model is told instructions, examples and the request. */
export interface Template {
  /** The same for every request. */
  readonly prefix: readonly Part[];
  request(prompt: string): readonly Part[];
  /** Text at which the reply is over, besides its end token and the end of a code block. */
  readonly stop: string;
}

/** How many examples are chosen for one request. */
const CHOSEN = 8;

// Bare text to be continued: the Gemma file is the pretrained model, which knows no turns. SmolLM2 had none of 16 training prompts right in
// its own turns (ChatML), nor as bare text.
const shown = ({ prompt, reply }: Example): string => `Request: ${prompt}\n${reply}\n\n`;
const STOP = '\nRequest:';

/** Twenty examples, always the same: told once, so that a request costs no more than itself. */
export const FIXED: Template = {
  prefix: [{ text: `${INSTRUCTIONS}\n\n${EXAMPLES.map(shown).join('')}` }],
  request: (prompt) => [{ text: `Request: ${prompt}\n` }],
  stop: STOP,
};

/** The training examples that are nearest to the request: the most that a prompt can tell, at the price of telling it each time. */
export const nearest = (choose: ReturnType<typeof createBank>): Template => ({
  prefix: [{ text: `${INSTRUCTIONS}\n\n` }],
  request: (prompt) => [{ text: `${choose(prompt, CHOSEN).map(shown).join('')}Request: ${prompt}\n` }],
  stop: STOP,
});
