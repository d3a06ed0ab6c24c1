import { readConfig } from '../config.ts';
import { connectQuietly } from '../connect.ts';
import type { Micros } from '../core/money.ts';
import { isServiceError } from '../core/service-error.ts';
import { NOTHING_KNOWN, type Spending, withCharge, withReport } from '../core/spending.ts';
import { dayBefore, dayOf, type UsageView, usageView } from '../core/usage-view.ts';
import type { Credentials } from '../credentials.ts';

/** What this window knows of the account's spending. Answers add to it; the service is asked rarely. */
export interface AccountBook {
  spending(): Spending;
  charged(cost: Micros): void;
  /** Asks the service for a report, unless there is a late one. Without any, what this window spent is all that is known. */
  learn(): Promise<void>;
  /** Takes a report that somebody asked for anyway, when today and this month are in it. */
  reported(view: UsageView): void;
  dispose(): void;
}

export interface AccountBookParts {
  readonly credentials: Credentials;
  readonly now: () => Date;
  /** Something is known that was not. */
  changed(): void;
}

/** A report at most this often. */
const REPORT_EVERY_MS = 5 * 60_000;
/** So many days always have the whole of this month among them. */
const DAYS_BACK = 30;

export function createAccountBook({ credentials, now, changed }: AccountBookParts): AccountBook {
  let spending: Spending = NOTHING_KNOWN;
  let asked = Number.NEGATIVE_INFINITY;
  let latest: Promise<void> = Promise.resolve();
  const gone = new AbortController();
  const know = (next: Spending) => {
    spending = next;
    changed();
  };
  const report = async () => {
    const { service } = readConfig();
    if (service.state === 'none') return;
    const today = dayOf(now());
    const client = await connectQuietly(credentials, service, gone.signal);
    if (client === undefined) return;
    const response = await client.usage({ from: dayBefore(today, DAYS_BACK), to: today }, undefined, gone.signal);
    know(withReport(spending, usageView(response), now()));
  };
  const learn = async () => {
    if (now().getTime() - asked < REPORT_EVERY_MS) return latest;
    asked = now().getTime();
    latest = report().catch((error) => {
      if (!isServiceError(error) && !gone.signal.aborted) throw error;
    });
    return latest;
  };
  return {
    spending: () => spending,
    learn,
    charged(cost) {
      know(withCharge(spending, cost, now()));
      if (cost > 0) void learn();
    },
    reported(view) {
      const today = dayOf(now());
      if (view.to === today && view.from <= dayBefore(today, DAYS_BACK)) know(withReport(spending, view, now()));
    },
    dispose: () => gone.abort(),
  };
}
