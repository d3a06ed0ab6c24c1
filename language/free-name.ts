import type { PythonFile } from './python.ts';
import { backendMeant } from './spoken-backend.ts';

/** Whether a text is a name of a backend that nothing in the file gives a meaning to: its quotation marks are missing. */
export function isUnquotedBackend(text: string, { tokens, imports, earlier }: PythonFile): boolean {
  if (!/^[A-Za-z_]\w*$/.test(text) || backendMeant(text) === undefined) return false;
  if ([...earlier, ...imports].some(({ as, member }) => as === text || member === '*')) return false;
  return !tokens.some(({ text: own }, at) => {
    if (own !== text) return false;
    const [before, after] = [tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? ''];
    const isArgument = ['(', ','].includes(before) && after === '=';
    return (
      (!isArgument && ['=', ':=', 'in', ':'].includes(after)) ||
      ['as', 'for', 'def'].includes(before) ||
      inParameters(tokens, at)
    );
  });
}

/** Whether a name is a parameter of a function. */
function inParameters(tokens: PythonFile['tokens'], at: number): boolean {
  let depth = 0;
  for (let back = at - 1; back >= 0 && at - back < 80; back -= 1) {
    const { text } = tokens[back] as { text: string };
    if (text === ')') depth += 1;
    if (text === '(' && depth === 0) return tokens[back - 2]?.text === 'def';
    if (text === '(') depth -= 1;
  }
  return false;
}
