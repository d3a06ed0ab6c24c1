import { KEYWORDS } from '../keywords.ts';
import { nearestName } from '../nearest.ts';
import type { CallSite, Keyword, PythonFile, Span } from '../python.ts';
import { tokensBefore } from '../python-tokens.ts';
import { type CallRule, report } from './diagnostic.ts';

/** A keyword that `quantum` does not have: it is renamed to the nearest one that is still free, or left out. */
export const unknownKeyword: CallRule = (site, file) =>
  site.keywords
    .filter(({ name }) => !KEYWORDS.some((known) => known.name === name))
    .map((keyword) => {
      const { name, nameSpan } = keyword;
      const nearest = nearestName(name, freeNames(site));
      const repair =
        nearest === undefined
          ? { en: `Remove ${name}`, es: `Quitar ${name}` }
          : { en: `Change to ${nearest}`, es: `Cambiar a ${nearest}` };
      const edit =
        nearest === undefined ? { ...withComma(keyword, file), text: '' } : { ...nameSpan, text: nearest as string };
      return report({ code: 'unknown-keyword', ...nameSpan, values: { name, repair }, edits: [edit] });
    });

const freeNames = ({ keywords, program }: CallSite) =>
  KEYWORDS.map(({ name }) => name).filter(
    (name) => !keywords.some((keyword) => keyword.name === name) && !(name === 'program' && program),
  );

/** An argument with the comma that goes when it goes: the one before it, else the one behind. */
export function withComma({ nameSpan, valueSpan }: Keyword, { tokens, source }: PythonFile): Span {
  const [from, to] = [nameSpan.from, valueSpan.to];
  const before = tokens[tokensBefore(tokens, from) - 1];
  if (before?.text === ',') return { from: before.from, to };
  const behind = tokens[tokensBefore(tokens, to)];
  if (behind?.text !== ',') return { from, to };
  return { from, to: behind.to + (/^[ \t]*/.exec(source.slice(behind.to))?.[0].length ?? 0) };
}
