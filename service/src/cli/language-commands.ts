import type { Command } from 'commander';
import { registerCheckCommand } from './check.ts';
import { registerExplainCommand } from './explain.ts';
import { registerExportCommand } from './export.ts';
import { registerRunCommand } from './run.ts';

/** What works on files of programs: on this machine, free, and without a service. */
export function registerLanguageCommands(program: Command): void {
  registerRunCommand(program);
  registerExplainCommand(program);
  registerCheckCommand(program);
  registerExportCommand(program);
}
