import { explainCall, writeCode } from '@bioql/language/call';
import { answerByTemplate } from '@bioql/language/template';
import type { Answer } from './answer.ts';

/** The answer without any service: by keywords, at no cost. */
export function answerHere(prompt: string): Answer {
  const answer = answerByTemplate(prompt);
  return {
    result:
      answer.outcome === 'completed'
        ? { outcome: 'completed', reasoning: explainCall(answer.call, answer.lang), code: writeCode(answer.call) }
        : { outcome: 'refused', message: answer.refusal.message },
    source: 'template',
    receipt: { by: 'extension' },
  };
}
