import { writeFile } from 'node:fs/promises';
import { circuitOfCall } from '@bioql/language/call-circuit';
import { EXPORT_FORMATS } from '@bioql/language/export/formats';
import { type Command, Option } from 'commander';
import { at, FILE_ARGUMENT, firstCallOf, type LangOption, langOption } from './calls.ts';
import { ContentError, InputError } from './program.ts';
import { readSource } from './source.ts';

type Options = LangOption & { readonly to: string; readonly out?: string };

const formatOption = (): Option =>
  new Option('--to <format>', EXPORT_FORMATS.map(({ id, title }) => `${id}: ${title.en}`).join(', '))
    .choices(EXPORT_FORMATS.map(({ id }) => id))
    .makeOptionMandatory();

export function registerExportCommand(program: Command): void {
  program
    .command('export')
    .description('write the circuit of the first call in a file for another tool')
    .argument(...FILE_ARGUMENT)
    .addOption(formatOption())
    .option('--out <path>', 'the file to write, instead of standard output')
    .addOption(langOption())
    .action(async (file: string, options: Options) => {
      const text = await exported(file, options);
      if (options.out === undefined) process.stdout.write(text);
      else await save(options.out, text);
    });
}

async function exported(file: string, { to, lang }: Options): Promise<string> {
  const format = EXPORT_FORMATS.find(({ id }) => id === to);
  if (format === undefined) throw new InputError('format_unknown', `There is no format ${to}.`);
  const { call, place } = firstCallOf(await readSource(file), lang);
  const found = circuitOfCall(call, lang);
  if (found.state !== 'circuit') throw new ContentError(found.code, at(place, found.message, lang));
  const text = format.write(call, found.circuit, lang);
  return text.endsWith('\n') ? text : `${text}\n`;
}

async function save(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw new InputError('file_unwritable', `${path} cannot be written (${(cause as NodeJS.ErrnoException).code}).`);
  }
}
