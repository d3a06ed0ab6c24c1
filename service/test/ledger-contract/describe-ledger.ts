import assert from 'node:assert/strict';
import type { Ledger } from '../../src/domain/ledger.ts';
import { describeAccounts } from './accounts.ts';
import { NEW_YEAR } from './fixtures.ts';
import { describeHistory } from './history.ts';
import { describeHolds } from './holds.ts';
import { describeKeys } from './keys.ts';
import { describeLimits } from './limits.ts';
import { describeRandomOperations } from './random-operations.ts';
import { describeReports } from './reports.ts';

/** What every ledger does. `open` gives a new, empty one; `now` is its clock. The book is right after every test. */
export function describeLedger(name: string, open: (now: () => Date) => Promise<Ledger>): void {
  describe(`ledger: ${name}`, () => {
    let ledger: Ledger;
    let time: number;
    const current = (): Ledger => ledger;

    beforeEach(async () => {
      time = NEW_YEAR.getTime();
      ledger = await open(() => new Date(time));
    });

    afterEach(async () => {
      assert.deepEqual(await ledger.verify(), []);
      await ledger.close();
    });

    describeAccounts(current);
    describeKeys(current, () => {
      time += 1000;
    });
    describeHolds(current);
    describeLimits(current);
    describeHistory(current);
    describeReports(current, (ms) => {
      time += ms;
    });
    describeRandomOperations(current);
  });
}
