#!/usr/bin/env node
import { registerGenerateCommand } from './cli/generate.ts';
import { registerMoneyCommands } from './cli/money-commands.ts';
import { createProgram, runProgram } from './cli/program.ts';
/** `npx bioql …`: the command line of the service. */
import { readConfig } from './config.ts';
import { createRate } from './domain/price.ts';
import { openLedger } from './infrastructure/open-ledger.ts';

const program = createProgram();
program
  .command('serve')
  .description('start the service')
  .action(async () => {
    const { serve } = await import('./main.ts');
    await serve(process.env);
  });
registerGenerateCommand(program);
registerMoneyCommands(
  program,
  async () => openLedger(readConfig(process.env)),
  () => {
    const { usdPerHour, markupPercent } = readConfig(process.env);
    return createRate(usdPerHour, markupPercent);
  },
);
await runProgram(program, process.argv.slice(2));
