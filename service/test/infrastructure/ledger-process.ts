// A second process for the ledger tests: `node ledger-process.ts DATABASE_URL ACCOUNT_ID hold|spend|churn`.
import { once } from 'node:events';
import { nano } from '../../src/domain/money.ts';
import { openLedger } from '../../src/infrastructure/open-ledger.ts';
import { DOLLAR, USED } from '../ledger-contract/fixtures.ts';

const [databaseUrl = '', accountId = '', task] = process.argv.slice(2);
const ledger = await openLedger({ databaseUrl });

/** Takes a hold and never closes it. */
async function hold(): Promise<void> {
  await ledger.hold(accountId, 'r1', nano(DOLLAR / 4));
  process.stdout.write('held\n');
  setInterval(() => {}, 1000);
}

/** Waits for its turn, takes tenths of a dollar until there are no more and says how many it got. */
async function spend(): Promise<void> {
  process.stdout.write('ready\n');
  await once(process.stdin, 'data');
  process.stdin.destroy();
  let held = 0;
  try {
    for (; ; held++) await ledger.hold(accountId, `r${held}`, nano(DOLLAR / 10));
  } catch (error) {
    if ((error as { code?: string }).code !== 'balance_exhausted') throw error;
  }
  process.stdout.write(`${held}\n`);
  await ledger.close();
}

/** Takes and settles holds, two at a time, until it is killed. */
async function churn(): Promise<void> {
  process.stdout.write('started\n');
  for (let i = 0; ; i++) {
    const [first, second] = await Promise.all([1, 2].map((n) => ledger.hold(accountId, `r${i}-${n}`, nano(5000))));
    if (first !== undefined) await ledger.settle(first, nano(3000), USED);
    if (second !== undefined) await ledger.release(second);
  }
}

await { hold, spend, churn }[task as 'hold' | 'spend' | 'churn']();
