import type { Command } from 'commander';
import type { RequestUsage } from '../domain/ledger.ts';
import { usdText, wireUsd } from '../domain/money.ts';
import { emailArgument, JSON_OPTION, type JsonOption, type OpenLedger, withLedger } from './arguments.ts';
import { print, table } from './print.ts';

const HEAD = ['AT', 'REQUEST', 'FEATURE', 'SOURCE', 'SECONDS', 'PROMPT', 'COMPLETION', 'COST USD'];

const requestJson = (request: RequestUsage) => ({
  request_id: request.requestId,
  at: request.at,
  feature: request.feature,
  source: request.source,
  seconds: request.seconds,
  prompt_tokens: request.promptTokens,
  completion_tokens: request.completionTokens,
  cost_usd: wireUsd(request.cost),
});

const cells = ({
  seconds,
  promptTokens,
  completionTokens,
  cost,
}: Omit<RequestUsage, 'requestId' | 'at' | 'feature' | 'source'>) => [
  seconds.toFixed(3),
  String(promptTokens),
  String(completionTokens),
  usdText(cost),
];

export function registerUsageCommand(program: Command, open: OpenLedger): void {
  program
    .command('usage <email>')
    .description('show what the requests of an account cost')
    .option(...JSON_OPTION)
    .action(async (emailText: string, options: JsonOption) => {
      const email = emailArgument(emailText);
      const { balance, requests, totals } = await withLedger(open, (ledger) => ledger.usage(email));
      const { cost, promptTokens, completionTokens, ...counts } = totals;
      const totalsJson = {
        ...counts,
        prompt_tokens: promptTokens,
        completion_tokens: completionTokens,
        cost_usd: wireUsd(cost),
      };
      const json = { email, balance: wireUsd(balance), requests: requests.map(requestJson), totals: totalsJson };
      const rows = requests.map((request) => [
        request.at.toISOString(),
        request.requestId,
        request.feature,
        request.source,
        ...cells(request),
      ]);
      const total = ['total', `${totals.requests} requests`, '', '', ...cells(totals)];
      print(options, json, () => `${table(HEAD, [...rows, total])}\nbalance USD ${usdText(balance)}`);
    });
}
