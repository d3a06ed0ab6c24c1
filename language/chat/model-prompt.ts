import { type Call, writeCode } from '../call.ts';
import { fixPrompt, type Task } from '../exchange.ts';
import type { Route } from './route.ts';

export interface ModelPrompt {
  readonly task: Task;
  readonly prompt: string;
}

const MAX_CHARACTERS = 4000;

/** What a model is asked for a route; `undefined` where no model is needed. */
export function modelPrompt(route: Route): ModelPrompt | undefined {
  const asked = askedOf(route);
  return asked && { ...asked, prompt: asked.prompt.toWellFormed().slice(0, MAX_CHARACTERS) };
}

function askedOf(route: Route): ModelPrompt | undefined {
  switch (route.intent) {
    case 'generate':
      return { task: 'generate', prompt: route.prompt };
    case 'change':
      if (route.calls !== undefined) return undefined;
      return { task: 'fix', prompt: fixPrompt(statements(route.before.calls), route.wish) };
    case 'fix':
      return route.mended.state === 'unclear' ? { task: 'fix', prompt: route.mended.plan.ask.prompt } : undefined;
    default:
      return undefined;
  }
}

/** The calls without import and print lines. */
const statements = (calls: readonly Call[]): string =>
  writeCode(...calls)
    .split('\n')
    .filter((line) => line.includes(' = quantum('))
    .join('\n');
