import type { Lang, Sentence } from '../algorithm.ts';
import type { CallSite, PythonFile, Span } from '../python.ts';
import { CODES, type DiagnosticCode } from './codes.ts';

export interface TextEdit extends Span {
  readonly text: string;
}

/** What a person can let the editor do about a diagnostic. */
export interface Fix {
  readonly title: Sentence;
  /** In the order of their place; they do not overlap. */
  readonly edits: readonly TextEdit[];
}

export interface Diagnostic extends Span {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: Sentence;
  readonly fix?: Fix;
}

/** Looks at a file for one or a few codes. */
export type FileRule = (file: PythonFile) => Diagnostic[];

/** Looks at one call. */
export type CallRule = (site: CallSite, file: PythonFile) => Diagnostic[];

/** What stands for the `{names}` in a sentence. */
export type Values = Readonly<Record<string, string | number | Sentence>>;

export interface Report extends Span {
  readonly code: DiagnosticCode;
  readonly values?: Values;
  /** The edits of the fix; none when there is nothing that the editor could do. */
  readonly edits?: readonly TextEdit[];
}

/** A diagnostic with the sentences of its code. */
export function report({ code, from, to, values = {}, edits = [] }: Report): Diagnostic {
  const { severity, message, fix } = CODES[code];
  return {
    code,
    severity,
    from,
    to,
    message: filled(message, values),
    ...(fix && edits.length > 0 && { fix: { title: filled(fix, values), edits } }),
  };
}

const filled = (sentence: Sentence, values: Values): Sentence => ({
  en: filledIn(sentence, values, 'en'),
  es: filledIn(sentence, values, 'es'),
});

const filledIn = (sentence: Sentence, values: Values, lang: Lang): string =>
  sentence[lang].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (typeof value === 'number') return value.toLocaleString('en-US').replaceAll(',', lang === 'en' ? ',' : ' ');
    return typeof value === 'string' ? value : value[lang];
  });

/** The text with the edits made. */
export const applyEdits = (source: string, edits: readonly TextEdit[]): string =>
  [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), source);
