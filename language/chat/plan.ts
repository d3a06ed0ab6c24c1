import type { Call } from '../call.ts';
import { knownAnswer } from './answer.ts';
import { type ModelPrompt, modelPrompt } from './model-prompt.ts';
import type { Known } from './reply.ts';
import type { Route } from './route.ts';

/** Who answers a turn. Only the model costs something. */
export type Plan =
  | ({ readonly by: 'model' } & ModelPrompt)
  | { readonly by: 'simulator'; readonly calls: readonly Call[] }
  | { readonly by: 'language'; readonly known: Known };

export function planAnswer(route: Route): Plan {
  if (route.intent === 'run') return { by: 'simulator', calls: route.calls };
  const prompt = modelPrompt(route);
  return prompt === undefined ? { by: 'language', known: knownAnswer(route) } : { by: 'model', ...prompt };
}
