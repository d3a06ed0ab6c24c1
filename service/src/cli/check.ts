import type { Lang } from '@bioql/language/algorithm';
import { type Diagnostic, diagnose } from '@bioql/language/diagnostics';
import type { Command } from 'commander';
import { JSON_OPTION, type JsonOption } from './arguments.ts';
import { FILE_ARGUMENT, type LangOption, langOption } from './calls.ts';
import { print } from './print.ts';
import { type Place, readSource, type Source } from './source.ts';

export function registerCheckCommand(program: Command): void {
  program
    .command('check')
    .description('find what is wrong in a file, with the fixes that are known; exit code 1 when there is an error')
    .argument(...FILE_ARGUMENT)
    .addOption(langOption())
    .option(...JSON_OPTION)
    .action(async (file: string, options: JsonOption & LangOption) => {
      const source = await readSource(file);
      const found = diagnose(source.text);
      const json = found.map((diagnostic) => diagnosticJson(diagnostic, source, options.lang));
      print(options, json, () => diagnosticsText(found, source, options.lang));
      if (found.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    });
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Lines and characters from zero; of a notebook, the cell too. */
function rangeJson({ from, to }: Span, source: Source) {
  const { cell, ...start } = source.place(from);
  const { cell: _, ...end } = source.place(to);
  return { ...(cell !== undefined && { cell }), range: { start, end } };
}

const diagnosticJson = ({ code, severity, message, fix, ...span }: Diagnostic, source: Source, lang: Lang) => ({
  code,
  severity,
  message: message[lang],
  ...rangeJson(span, source),
  ...(fix && {
    fix: {
      title: fix.title[lang],
      edits: fix.edits.map(({ text, ...edited }) => ({ ...rangeJson(edited, source), text })),
    },
  }),
});

const SEVERITIES = {
  en: { error: 'error', warning: 'warning', information: 'information' },
  es: { error: 'error', warning: 'aviso', information: 'información' },
} as const;

function diagnosticsText(found: readonly Diagnostic[], source: Source, lang: Lang): string {
  if (found.length === 0) return lang === 'en' ? 'Nothing is wrong.' : 'No hay nada incorrecto.';
  return found
    .map(({ code, severity, message, fix, from }) => {
      const line = `${placeText(source.name, source.place(from))}: ${SEVERITIES[lang][severity]}: ${message[lang]} [${code}]`;
      return fix === undefined ? line : `${line}\n    ${lang === 'en' ? 'fix' : 'arreglo'}: ${fix.title[lang]}`;
    })
    .join('\n');
}

/** As compilers write a place, so that editors and terminals make a link of it. */
const placeText = (name: string, { cell, line, character }: Place): string =>
  [name, ...(cell === undefined ? [] : [`cell ${cell + 1}`]), line + 1, character + 1].join(':');
