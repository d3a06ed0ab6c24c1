import { reasoningMarkdown } from '@bioql/language/chat/reply';
import type { Delta } from './answer-prompt.ts';

export interface ChatDelta {
  readonly field: 'content' | 'code';
  readonly text: string;
}

/** The longest sign of a step, ` 6. `, which may come in two pieces. */
const STEP_SIGN = 4;

/** Passes a reasoning on as content, with a line for each of its steps, as soon as that is certain. */
export function reasoningAsContent(emit: (delta: ChatDelta) => void): (delta: Delta) => void {
  let reasoning = '';
  let sent = 0;
  const send = (end: number): void => {
    const shown = reasoningMarkdown(reasoning, end);
    if (shown.length > sent) emit({ field: 'content', text: shown.slice(sent) });
    sent = shown.length;
  };
  return ({ field, text }) => {
    if (field === 'code') {
      send(reasoning.length);
      emit({ field, text });
      return;
    }
    reasoning += text;
    send(Math.max(0, reasoning.length - STEP_SIGN));
  };
}
