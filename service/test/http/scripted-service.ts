import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { writeCode } from '@bioql/language/call';
import { pino } from 'pino';
import { provideDemoAccount } from '../../src/domain/demo-account.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { createRate } from '../../src/domain/price.ts';
import type { TextModel } from '../../src/domain/text-model.ts';
import { createApp } from '../../src/http/app.ts';
import { createProcesses } from '../../src/infrastructure/process-identity.ts';
import { openSqliteLedger } from '../../src/infrastructure/sqlite/sqlite-ledger.ts';

export const BELL = writeCode({
  name: 'result',
  program: { algorithm: 'bell', slots: { variant: 'phi+' } },
  backend: 'simulator',
  shots: 1024,
});

/** A model that always answers with a Bell state, in a tenth of a second of machine time and twenty tokens. */
const bellModel: TextModel = {
  name: 'scripted',
  ready: () => true,
  whenReady: async () => undefined,
  close: async () => undefined,
  async complete(_request, onText) {
    onText(`Bell state.\n${BELL}`);
    return { stop: 'end', promptTokens: 10, completionTokens: 20, prefillMs: 10, decodeMs: 90 };
  },
};

export interface ScriptedService {
  readonly url: string;
  readonly ledger: Ledger;
  /** Sets the clock of the service and its ledger. */
  goTo(moment: Date): void;
  close(): Promise<void>;
}

/** The service on a real port with a real database, a scripted model and a clock of ours. */
export async function startScripted(file: string, start: Date, model: TextModel = bellModel): Promise<ScriptedService> {
  let moment = start;
  const clock = () => moment;
  const ledger = await openSqliteLedger({ file, now: clock, randomBytes, processes: createProcesses() });
  await provideDemoAccount(ledger);
  const app = createApp({
    generating: {
      model,
      ledger,
      rate: createRate(1.1, 40),
      deadlineMs: 30_000,
      stopping: new AbortController().signal,
      random: () => 0.5,
      now: () => 0,
      onFallback: () => undefined,
      selfCheck: true,
    },
    loopback: true,
    logger: pino({ level: 'silent' }),
    clock,
    isDraining: () => false,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    ledger,
    goTo(next) {
      moment = next;
    },
    async close() {
      await app.close();
      await ledger.close();
    },
  };
}
