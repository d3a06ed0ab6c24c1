import { backendNamed, MAX_SHOTS } from '@bioql/language/backends';
import { type CallSite, readPython } from '@bioql/language/python';
import { parser } from '@lezer/python';

/** Whether a text is Python as a whole, by a full grammar of it. */
export function parses(code: string): boolean {
  let errors = 0;
  parser.parse(code).iterate({
    enter({ type }) {
      if (type.isError) errors += 1;
    },
  });
  return errors === 0;
}

/** The functions that a program of ours calls, and nothing else. */
const ALLOWED = new Set(['quantum', 'print']);

/** Whether everything that is called is a function of ours or `print`, and everything imported is `bioql`'s. */
function callsNothingElse(code: string): boolean {
  let others = 0;
  parser.parse(code).iterate({
    enter({ name, node }) {
      if (name !== 'CallExpression') return;
      const callee = node.firstChild;
      const text = callee === null ? '' : code.slice(callee.from, callee.to);
      const ours = ALLOWED.has(text.replace(/^bioql\./, '')) || /^\w+\.(?:total_shots|probabilities)$/.test(text);
      if (!ours) others += 1;
    },
  });
  return others === 0 && readPython(code).imports.every(({ module }) => module === 'bioql');
}

/** A program in quotes, a known backend, a whole positive number of shots, and no other argument: no key, no invention. */
function isWellFormed({ program, keywords, others, flaws, closed }: CallSite): boolean {
  if (program === undefined || !closed || others.length > 0 || flaws.length > 0) return false;
  return keywords.every(({ name, value }) => {
    if (name === 'backend') return typeof value === 'string' && backendNamed(value) !== undefined;
    return name === 'shots' && Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_SHOTS;
  });
}

/** Whether each call has the shape of a BioQL call. In a person's own file (`whole`: false) what stands around is not judged. */
export function isShaped(code: string, { whole }: { readonly whole: boolean }): boolean {
  const { calls } = readPython(code);
  return calls.length > 0 && calls.every(isWellFormed) && (!whole || callsNothingElse(code));
}
