import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../language/random.ts';
import { provideDemoAccount } from '../../service/src/domain/demo-account.ts';
import type { Feature } from '../../service/src/domain/ledger.ts';
import { costOf, createRate } from '../../service/src/domain/price.ts';
import { createProcesses } from '../../service/src/infrastructure/process-identity.ts';
import { openSqliteLedger } from '../../service/src/infrastructure/sqlite/sqlite-ledger.ts';

const DAY_MS = 86_400_000;
const WORKING_MS = 9 * 3_600_000;
const FEATURES: readonly (readonly [Feature, number, number])[] = [
  ['complete', 9, 0.12],
  ['generate', 4, 0.42],
  ['fix', 2, 0.36],
  ['chat', 2, 0.6],
];

/** Gives the demo account a month of requests, at their real prices. The last one is of this moment, and so of today. */
export async function fillMonth(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const end = Date.now();
  const random = createRandom(11);
  const rate = createRate(1.1, 40);
  let moment = end - 36 * DAY_MS;
  const ledger = await openSqliteLedger({
    file: join(dataDir, 'bioql.sqlite'),
    now: () => new Date(moment),
    randomBytes,
    processes: createProcesses(),
  });
  await provideDemoAccount(ledger);
  const account = await ledger.findAccount('demo@bioql.com');
  if (account === undefined) throw new Error('there is no demo account');
  for (let day = 35; day >= 0; day -= 1) {
    const busy = day % 7 === 2 || day % 7 === 3 ? 0.15 : 0.6 + random.next();
    const asked = FEATURES.flatMap(([feature, often, seconds]) =>
      Array.from({ length: Math.round(often * busy) }, () => ({
        feature,
        took: Math.round(seconds * (0.7 + 0.6 * random.next()) * 1000) / 1000,
        at: end - day * DAY_MS - random.between(1, WORKING_MS),
      })),
    );
    asked.push({ feature: 'generate', took: 0.42, at: end - day * DAY_MS });
    for (const { feature, took, at } of asked.sort((one, other) => one.at - other.at)) {
      moment = at;
      const id = `req_${randomBytes(16).toString('hex')}`;
      const hold = await ledger.hold(account.id, id, costOf(30, rate).charge);
      const free = at < end && random.chance(0.08);
      await ledger.settle(hold, costOf(free ? 0 : took, rate).charge, {
        feature,
        source: free ? 'template' : 'model',
        seconds: took,
        promptTokens: free ? 0 : random.between(14, 60),
        completionTokens: free ? 0 : Math.round(took * 200),
      });
    }
  }
  await ledger.close();
}
