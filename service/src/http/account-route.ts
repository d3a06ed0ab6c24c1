import type { AccountResponse, PlansResponse } from '@bioql/contract/account';
import type { FastifyInstance } from 'fastify';
import { spentLately } from '../application/spent.ts';
import { hashApiKey } from '../domain/api-key.ts';
import type { Ledger } from '../domain/ledger.ts';
import { wireUsd } from '../domain/money.ts';
import { estimatePlan, PLAN_SECONDS, PLANS, type Rate } from '../domain/price.ts';
import { accountOf, keyOf, requireAccount } from './authenticated.ts';
import { HttpError } from './errors.ts';

/** `GET /v1/account` and `GET /v1/plans`, free of charge. */
export function registerAccount(app: FastifyInstance, ledger: Ledger, rate: Rate, clock: () => Date): void {
  app.get('/v1/account', {
    preValidation: requireAccount(ledger),
    handler: async (request): Promise<AccountResponse> => {
      const account = accountOf(request);
      const hash = hashApiKey(keyOf(request) ?? '');
      const key = (await ledger.listKeys(account.id)).find((record) => record.hash === hash);
      if (key === undefined) throw new HttpError('unauthorized', 'the API key is unknown or revoked');
      const spent = await spentLately(ledger, account, clock());
      return {
        email: account.email,
        balance: wireUsd(await ledger.balance(account.id)),
        currency: 'USD',
        key: { name: key.name, last_four: key.lastFour },
        spent: { today: wireUsd(spent.today), this_month: wireUsd(spent.thisMonth) },
        request_id: request.id,
      };
    },
  });

  app.get('/v1/plans', {
    preValidation: requireAccount(ledger),
    handler: (request): PlansResponse => ({
      currency: 'USD',
      usd_per_machine_hour: wireUsd(rate.usdPerHour),
      markup_percent: rate.markupBasisPoints / 100,
      seconds_per_request: PLAN_SECONDS,
      plans: PLANS.map((each) => {
        const { plan, revenue, cost, profit } = estimatePlan(each, PLAN_SECONDS, rate);
        return {
          name: plan.name,
          requests_per_month: plan.requestsPerMonth,
          revenue_usd: wireUsd(revenue),
          cost_usd: wireUsd(cost),
          profit_usd: wireUsd(profit),
        };
      }),
      request_id: request.id,
    }),
  });
}
