import { explain } from '@bioql/language/explain';
import { explanationText } from '@bioql/language/explain-text';
import type { Command } from 'commander';
import { JSON_OPTION, type JsonOption } from './arguments.ts';
import { callsOf, FILE_ARGUMENT, type LangOption, langOption } from './calls.ts';
import { print } from './print.ts';
import { readSource } from './source.ts';

export function registerExplainCommand(program: Command): void {
  program
    .command('explain')
    .description('say in words what every call in a file does, what its circuit is, and how to read its result')
    .argument(...FILE_ARGUMENT)
    .addOption(langOption())
    .option(...JSON_OPTION)
    .action(async (file: string, options: JsonOption & LangOption) => {
      const explanations = callsOf(await readSource(file), options).map(({ call }) => explain(call, options.lang));
      if (explanations.length > 0 || options.json === true) {
        print(options, explanations, () => explanations.map(explanationText).join('\n\n\n'));
      }
    });
}
