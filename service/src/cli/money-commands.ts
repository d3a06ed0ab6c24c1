import type { Command } from 'commander';
import type { Rate } from '../domain/price.ts';
import { registerAccountCommands } from './accounts.ts';
import type { OpenLedger } from './arguments.ts';
import { registerFeedbackCommands } from './feedback.ts';
import { registerKeyCommands } from './keys.ts';
import { registerLedgerCommands } from './ledger.ts';
import { registerPricingCommands } from './pricing.ts';
import { registerUsageCommand } from './usage.ts';

/** Both functions run only when a command needs them, after its arguments were checked. */
export function registerMoneyCommands(program: Command, openLedger: OpenLedger, rate: () => Rate): void {
  registerAccountCommands(program, openLedger);
  registerKeyCommands(program, openLedger);
  registerUsageCommand(program, openLedger);
  registerFeedbackCommands(program, openLedger);
  registerLedgerCommands(program, openLedger);
  registerPricingCommands(program, rate);
}
