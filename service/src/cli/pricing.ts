import type { Command } from 'commander';
import { usdText, wireUsd } from '../domain/money.ts';
import { estimatePlan, PLAN_SECONDS, PLANS, type Rate } from '../domain/price.ts';
import { JSON_OPTION, type JsonOption } from './arguments.ts';
import { print, table } from './print.ts';
import { InputError } from './program.ts';

const HEAD = ['PLAN', 'REQUESTS', 'REVENUE USD', 'COST USD', 'PROFIT USD'];
const LONGEST_REQUEST_SECONDS = 3600;

function secondsArgument(text: string): number {
  const seconds = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0 && seconds <= LONGEST_REQUEST_SECONDS) return seconds;
  throw new InputError('seconds_invalid', `"${text}" is not a number of seconds up to ${LONGEST_REQUEST_SECONDS}.`);
}

export function registerPricingCommands(program: Command, rate: () => Rate): void {
  program
    .command('pricing')
    .description('what the service costs and earns')
    .command('estimate')
    .description('show a month of each plan')
    .option('--seconds <seconds>', 'machine seconds of a request', String(PLAN_SECONDS))
    .option(...JSON_OPTION)
    .action((options: JsonOption & { seconds: string }) => {
      const seconds = secondsArgument(options.seconds);
      const estimates = PLANS.map((plan) => estimatePlan(plan, seconds, rate()));
      const plans = estimates.map(({ plan, revenue, cost, profit }) => ({
        name: plan.name,
        requests_per_month: plan.requestsPerMonth,
        revenue_usd: wireUsd(revenue),
        cost_usd: wireUsd(cost),
        profit_usd: wireUsd(profit),
      }));
      const rows = estimates.map(({ plan, revenue, cost, profit }) => [
        plan.name,
        String(plan.requestsPerMonth),
        ...[revenue, cost, profit].map((amount) => usdText(amount, 2)),
      ]);
      print(options, { seconds_per_request: seconds, plans }, () => table(HEAD, rows));
    });
}
