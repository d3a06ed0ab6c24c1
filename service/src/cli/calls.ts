import type { Lang, Sentence } from '@bioql/language/algorithm';
import { type Call, checkCall } from '@bioql/language/call';
import { diagnose } from '@bioql/language/diagnostics';
import { type CallSite, findCalls, type Span } from '@bioql/language/python';
import { Option } from 'commander';
import type { JsonOption } from './arguments.ts';
import { ContentError, complain } from './program.ts';
import type { Place, Source } from './source.ts';

export const FILE_ARGUMENT = ['<file>', 'a Python file, a notebook, or - for standard input'] as const;

export interface LangOption {
  readonly lang: Lang;
}

export const langOption = (): Option =>
  new Option('--lang <language>', 'language of the sentences').choices(['en', 'es']).default('en');

/** A call that can run, and where it stands. */
export interface FoundCall {
  readonly call: Call;
  readonly place: Place;
}

const NOT_UNDERSTOOD: Sentence = {
  en: 'This call is not understood: its arguments must be written out.',
  es: 'Esta llamada no se entiende: sus argumentos deben estar escritos tal cual.',
};

/** The calls of a source that can run; what keeps another from it is said on stderr. */
export const callsOf = (source: Source, options: JsonOption & LangOption): FoundCall[] =>
  sitesOf(source, options.lang).flatMap(({ from, to, call }) => {
    const place = source.place(from);
    if (isRunnable(call)) return [{ call, place }];
    const { code, message } = problemAt(source, { from, to }, options.lang);
    complain(options, { code, message: at(place, message, options.lang) });
    return [];
  });

export function firstCallOf(source: Source, lang: Lang): FoundCall {
  const { from, to, call } = sitesOf(source, lang)[0];
  const place = source.place(from);
  if (isRunnable(call)) return { call, place };
  const { code, message } = problemAt(source, { from, to }, lang);
  throw new ContentError(code, at(place, message, lang));
}

const isRunnable = (call: Call | undefined): call is Call => call !== undefined && checkCall(call) === undefined;

function sitesOf({ name, text }: Source, lang: Lang): readonly [CallSite, ...CallSite[]] {
  const [first, ...more] = findCalls(text);
  if (first !== undefined) return [first, ...more];
  const message =
    lang === 'en' ? `There is no quantum(...) call in ${name}.` : `No hay ninguna llamada quantum(...) en ${name}.`;
  throw new ContentError('no_calls', message);
}

/** The first error that `bioql check` has for a stretch of the source. */
function problemAt({ text }: Source, { from, to }: Span, lang: Lang): { code: string; message: string } {
  const found = diagnose(text).find(
    (each) => each.severity === 'error' && each.code !== 'missing-import' && each.from >= from && each.to <= to,
  );
  const { code, message } = found ?? { code: 'call_not_understood', message: NOT_UNDERSTOOD };
  return { code, message: message[lang] };
}

/** A sentence about a place, counted from one as editors do. */
export function at({ cell, line }: Place, sentence: string, lang: Lang): string {
  const [inCell, inLine] = lang === 'en' ? ['Cell', 'line'] : ['Celda', 'línea'];
  const start = cell === undefined ? '' : `${inCell} ${cell + 1}, `;
  const place = `${start}${inLine} ${line + 1}`;
  return `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${sentence}`;
}
