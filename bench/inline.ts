/**
 * Times inline suggestions, and counts what they cost while a file is typed, beside a provider that has nothing but a debounce of
 * 300 ms before it asks the same service.
 *
 *     node bench/inline.ts [--seed 1] [--out FILE.json]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startService } from '../service/test/service-process.ts';
import type { Place } from '../src/core/inline/place.ts';
import { createSuggestions, type Said } from '../src/core/inline/suggestions.ts';
import { createServiceClient, type ServiceClient } from '../src/service-client.ts';
import { type Suggest, typeAll } from './inline/typist.ts';

const PLAIN_MS = 300;
const SETTLED_MS = 1000;
const { values: options } = parseArgs({ options: { seed: { type: 'string', default: '1' }, out: { type: 'string' } } });

const quantile = (values: readonly number[], at: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))] ?? Number.NaN;

const summary = (values: readonly number[]) => ({
  n: values.length,
  p50Ms: quantile(values, 0.5),
  p95Ms: quantile(values, 0.95),
});

const NEVER = new AbortController().signal;
const IMPORT = 'from bioql import quantum\n\n';
const LINES = Array.from({ length: 300 }, (_, at) => `value_${at} = compute(${at}, "text ${at}")\n`).join('');
const ANSWER = 'result = quantum("Create 3-qubit GHZ state", backend="simulator", shots=1024)\nprint(result)';

/** From the provider's entry to the request, and along an offer, in a file of 300 lines, with a service that answers at once. */
async function withinTheEditor() {
  const entry: number[] = [];
  const along: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    let started = 0;
    const suggestions = createSuggestions({
      ask: async (): Promise<Said> => {
        entry.push(performance.now() - started);
        return { texts: [ANSWER], model: 'm' };
      },
      mayAsk: () => true,
      now: () => performance.now(),
      rest: async () => undefined,
    });
    const place = { prefix: `${IMPORT}${LINES}# three that agree, ${round}\n`, suffix: `\n${LINES}`, invoked: false };
    started = performance.now();
    await suggestions.at(place, NEVER);
    for (let typed = 1; typed < ANSWER.length; typed += 1) {
      const next = performance.now();
      await suggestions.at({ ...place, prefix: place.prefix + ANSWER.slice(0, typed) }, NEVER);
      along.push(performance.now() - next);
    }
  }
  return { entry: summary(entry), along: summary(along) };
}

const PROMPTS = [
  'a Bell state',
  'a GHZ state on {n} qubits',
  'uniform superposition of {n} qubits',
  'QFT on {n} qubits',
];

/** From the end of the debounce to the offer, through the real service. */
async function endToEnd(client: ServiceClient) {
  const wall: number[] = [];
  const ask = (place: Place) => client.complete({ ...place, invoked: false }, NEVER);
  await ask({ prefix: `${IMPORT}# a Bell state\n`, suffix: '' });
  for (let round = 0; round < 40; round += 1) {
    const words = (PROMPTS[round % PROMPTS.length] as string).replace('{n}', String(3 + (round % 7)));
    const started = performance.now();
    await ask({ prefix: `${IMPORT}# ${words}, ${500 + round} shots\n`, suffix: '' });
    wall.push(performance.now() - started);
  }
  return summary(wall);
}

interface Bill {
  requests: number;
  aborted: number;
  answered: number;
}

const billed =
  (client: ServiceClient, bill: Bill) => async (place: Place & { invoked: boolean }, signal: AbortSignal) => {
    bill.requests += 1;
    try {
      const said = await client.complete({ ...place }, signal);
      bill.answered += 1;
      return said;
    } catch (error) {
      bill.aborted += 1;
      throw error;
    }
  };

/** What is left, in micro-dollars; a place with nothing to say is free. */
const balanceOf = async (client: ServiceClient): Promise<number> =>
  (await client.complete({ prefix: '', suffix: '' }, NEVER)).receipt.balance;

/** Requests that were stopped cost what ran, so that the balance tells what all of it came to. */
async function typedWith(name: string, client: ServiceClient, provider: typeof ours) {
  const bill = newBill();
  const before = await balanceOf(client);
  const typed = await typeAll(provider(client, bill), Number(options.seed));
  await sleep(SETTLED_MS);
  const costUsd = (before - (await balanceOf(client))) / 1e6;
  const each = Math.max(1, typed.accepted);
  const perAccepted = { requests: bill.requests / each, costUsd: costUsd / each };
  return { name, ...typed, ...bill, costUsd, perAccepted };
}

const newBill = (): Bill => ({ requests: 0, aborted: 0, answered: 0 });

function ours(client: ServiceClient, bill: Bill): Suggest {
  const suggestions = createSuggestions({
    ask: billed(client, bill),
    mayAsk: () => true,
    now: () => performance.now(),
    rest: (ms, signal) => sleep(ms, undefined, { signal }),
  });
  return (prefix, signal) => suggestions.at({ prefix, suffix: '', invoked: false }, signal);
}

function plain(client: ServiceClient, bill: Bill): Suggest {
  const ask = billed(client, bill);
  return async (prefix, signal) => {
    await sleep(PLAIN_MS, undefined, { signal });
    const { texts } = await ask({ prefix, suffix: '', invoked: false }, signal);
    return { texts, over: 0 };
  };
}

const within = await withinTheEditor();
const dataDir = mkdtempSync(join(tmpdir(), 'bioql-bench-'));
const service = await startService({ BIOQL_DATA_DIR: dataDir });
try {
  const client = createServiceClient({ url: service.url, apiKey: 'bioql_test_870ce7ae', idleMs: 30_000 });
  const whole = await endToEnd(client);
  const rows = [await typedWith('bioql', client, ours), await typedWith('plain 300 ms debounce', client, plain)];
  const machine = `${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}`;
  const result = { machine, entryToRequest: within.entry, typedAhead: within.along, endToEnd: whole, rows };
  console.log(JSON.stringify(result, null, 2));
  if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await service.stop();
  rmSync(dataDir, { recursive: true });
}
