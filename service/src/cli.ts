#!/usr/bin/env node
// `npx bioql …`: the command line of the service.
import { registerGenerateCommand } from './cli/generate.ts';
import { registerLanguageCommands } from './cli/language-commands.ts';
import { registerMoneyCommands } from './cli/money-commands.ts';
import { createProgram, runProgram } from './cli/program.ts';
import { readConfig } from './config.ts';
import { createRate } from './domain/price.ts';
import { openLedger } from './infrastructure/open-ledger.ts';
import type { Welcome } from './main.ts';

const textWelcome = ({ url, demoKey }: Welcome): string =>
  [
    `BioQL is ready on ${url}`,
    ...(demoKey === undefined
      ? []
      : [
          `Demo key: ${demoKey}`,
          'Try it:',
          `  curl -s ${url}/ -H 'content-type: application/json' -d '{"api_key": "${demoKey}", "prompt": "a 3-qubit GHZ state on IonQ, 500 shots"}'`,
        ]),
  ].join('\n');

const jsonWelcome = ({ url, demoKey }: Welcome): string => JSON.stringify({ url, demo_key: demoKey ?? null });

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const program = createProgram();
program
  .command('serve')
  .description('start the service')
  .option('--json', 'print JSON when it is ready')
  .action(async ({ json }: { json?: true }) => {
    const { serve } = await import('./main.ts');
    await serve(process.env, json === true ? jsonWelcome : textWelcome);
  });
registerGenerateCommand(
  program,
  () => {
    const { port } = readConfig(process.env);
    return `http://127.0.0.1:${port}`;
  },
  async () => {
    const { startService } = await import('./main.ts');
    const service = await startService({ ...readConfig(process.env), port: 0, workers: 1, logLevel: 'error' });
    await service.ready;
    return service;
  },
);
registerLanguageCommands(program);
registerMoneyCommands(
  program,
  async () => openLedger(readConfig(process.env)),
  () => {
    const { usdPerHour, markupPercent } = readConfig(process.env);
    return createRate(usdPerHour, markupPercent);
  },
);
await runProgram(program, process.argv.slice(2));
