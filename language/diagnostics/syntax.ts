import { parser } from '@lezer/python';
import type { Sentence } from '../algorithm.ts';
import { keywordNamed } from '../keywords.ts';
import type { CallSite, Flaw, FlawKind, PythonFile, Span } from '../python.ts';
import { tokensBefore } from '../python-tokens.ts';
import { type CallRule, report, type TextEdit } from './diagnostic.ts';
import { withComma } from './keyword.ts';

const WHAT: Readonly<Record<FlawKind | 'other', Sentence>> = {
  unclosed_string: { en: 'a quotation mark is missing', es: 'faltan unas comillas' },
  unclosed_parenthesis: { en: 'a parenthesis is not closed', es: 'falta cerrar un paréntesis' },
  missing_comma: { en: 'a comma is missing', es: 'falta una coma' },
  missing_value: { en: 'a value is missing', es: 'falta un valor' },
  empty_argument: { en: 'there is a comma too many', es: 'sobra una coma' },
  repeated_keyword: { en: 'a keyword is repeated', es: 'hay un argumento repetido' },
  positional_after_keyword: { en: 'the program must come first', es: 'el programa debe ir primero' },
  other: { en: 'something here cannot be read', es: 'aquí hay algo que no se puede leer' },
};

/** The first thing that keeps a call from being Python. What is wrong around the call is not ours to tell. */
export const syntaxError: CallRule = (site, file) => {
  const flaw = worst(site.flaws);
  if (flaw !== undefined) {
    const repair = repairOf(flaw, site, file);
    const values = { what: WHAT[flaw.kind], ...(repair && { repair: repair.title }) };
    return [report({ code: 'syntax-error', ...visible(flaw), values, ...(repair && { edits: [repair.edit] }) })];
  }
  if (isWrittenOut(site)) return [];
  const error = parserError(file.source.slice(site.from, site.to));
  if (error === undefined) return [];
  const span = visible({ from: site.from + error.from, to: Math.min(site.to, site.from + error.to) });
  return [report({ code: 'syntax-error', ...span, values: { what: WHAT.other } })];
};

/** Whether all arguments are plain values, in which there is nothing left to go wrong. */
const isWrittenOut = ({ others, keywords }: CallSite): boolean =>
  others.length === 0 && keywords.every(({ value }) => value !== undefined);

/** An open string may be why the rest looks broken; an open parenthesis is what is mended last. */
const worst = (flaws: readonly Flaw[]): Flaw | undefined =>
  flaws.find(({ kind }) => kind === 'unclosed_string') ??
  flaws.find(({ kind }) => kind !== 'unclosed_parenthesis') ??
  flaws[0];

/** A place of no width is shown on the character before it. */
const visible = ({ from, to }: Span): Span => (from === to ? { from: from - 1, to } : { from, to });

/** The first error of a real parser in the call alone. */
function parserError(text: string): Span | undefined {
  let found: Span | undefined;
  parser.parse(text).iterate({
    enter({ type, from, to }) {
      if (type.isError) found ??= { from, to };
      return found === undefined;
    },
  });
  return found;
}

interface Repair {
  readonly title: Sentence;
  readonly edit: TextEdit;
}

const insertion = (at: number, text: string): Repair => ({
  title: { en: `Insert ${text.trim()}`, es: `Insertar ${text.trim()}` },
  edit: { from: at, to: at, text },
});

function repairOf(flaw: Flaw, site: CallSite, file: PythonFile): Repair | undefined {
  const { keywords, lastTo } = site;
  switch (flaw.kind) {
    case 'unclosed_parenthesis':
      return insertion(lastTo, ')');
    case 'missing_comma':
      return {
        ...insertion(flaw.from, ','),
        edit: { ...flaw, text: `,${file.source.slice(flaw.from, flaw.to) || ' '}` },
      };
    case 'empty_argument':
      return { title: { en: 'Remove ,', es: 'Quitar ,' }, edit: { from: flaw.from, to: flaw.to, text: '' } };
    case 'unclosed_string':
      return closingQuote(flaw, site, file);
    case 'missing_value': {
      const keyword = keywords.find(({ nameSpan }) => nameSpan.from === flaw.from);
      const standard = keyword && keywordNamed(keyword.name)?.standard;
      return keyword && standard !== undefined ? insertion(keyword.valueSpan.to, JSON.stringify(standard)) : undefined;
    }
    case 'repeated_keyword': {
      const keyword = keywords.find(({ nameSpan }) => nameSpan.from === flaw.from);
      if (keyword === undefined) return undefined;
      const title = { en: `Remove the second ${keyword.name}`, es: `Quitar el segundo ${keyword.name}` };
      return { title, edit: { ...withComma(keyword, file), text: '' } };
    }
    case 'positional_after_keyword':
      return undefined;
  }
}

/** Closes a string where it is clear that it ends. */
function closingQuote(flaw: Flaw, { program, keywords }: CallSite, { tokens }: PythonFile): Repair | undefined {
  const token = tokens[tokensBefore(tokens, flaw.from)];
  const literals = [program, ...keywords.map(({ literal }) => literal)];
  const literal = literals.find((known) => known?.outer.to === flaw.to && !known.closed);
  const quote = /^[a-z]*("""|'''|"|')/i.exec(token?.text ?? '')?.[1];
  return literal === undefined || quote === undefined ? undefined : insertion(literal.to, quote);
}
