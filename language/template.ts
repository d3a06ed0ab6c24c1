import { DEFAULT_BACKEND, DEFAULT_SHOTS } from './backends.ts';
import { type Call, checkCall } from './call.ts';
import { programFromFacts } from './program.ts';
import { type Refusal, refusal } from './refusal.ts';
import { readRequest } from './request.ts';

export type TemplateAnswer =
  | { readonly outcome: 'completed'; readonly call: Call; readonly lang: 'en' | 'es' }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** Answers a request by keywords, without a model: the fallback, and the offline mode. */
export function answerByTemplate(prompt: string): TemplateAnswer {
  const facts = readRequest(prompt);
  const program = programFromFacts(facts);
  if (program === undefined) return { outcome: 'refused', refusal: refusal('out_of_scope', facts.lang) };
  const call: Call = {
    name: 'result',
    program,
    backend: facts.backend ?? DEFAULT_BACKEND,
    shots: facts.shots ?? DEFAULT_SHOTS,
  };
  const problem = checkCall(call);
  if (problem !== undefined) return { outcome: 'refused', refusal: refusal(problem, facts.lang) };
  return { outcome: 'completed', call, lang: facts.lang };
}
