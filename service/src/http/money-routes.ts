import type { FastifyInstance } from 'fastify';
import type { Estimating } from '../application/estimate.ts';
import { registerAccount } from './account-route.ts';
import { registerEstimate } from './estimate-route.ts';
import { registerFeedback } from './feedback-route.ts';
import { registerTransactions } from './transactions-route.ts';
import { registerUsage } from './usage-route.ts';

/** What an account is told of its money, and what it says of its answers. All of it is free. `clock` says what day it is. */
export function registerMoney(app: FastifyInstance, estimating: Estimating, clock: () => Date): void {
  const { ledger, rate } = estimating;
  registerAccount(app, ledger, rate, clock);
  registerUsage(app, ledger, clock);
  registerTransactions(app, ledger, clock);
  registerEstimate(app, estimating);
  registerFeedback(app, ledger);
}
