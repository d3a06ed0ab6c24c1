/** The service's process, composed by hand: `npm start`, or `npx bioql serve`. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { pino } from 'pino';
import { type Config, ConfigError, isLoopback, readConfig } from './config.ts';
import { DEMO_KEY } from './domain/api-key.ts';
import { provideDemoAccount } from './domain/demo-account.ts';
import { createRate } from './domain/price.ts';
import type { TextModel } from './domain/text-model.ts';
import { createApp } from './http/app.ts';
import { trackConnections } from './http/connections.ts';
import { createLlamaPool } from './infrastructure/llama/pool.ts';
import { openLedger } from './infrastructure/open-ledger.ts';
import { createTemplateModel } from './infrastructure/template-model.ts';

const QUEUE = 32;
const GRACE_MS = 10_000;
const DEADLINE_MS = 30_000;
const SWEEP_MS = 50;

export interface RunningService {
  readonly url: string;
  /** Resolves when the model can answer. */
  readonly ready: Promise<void>;
  /** Stops taking requests, waits for those in flight, and closes everything. */
  stop(): Promise<void>;
}

function createEngine(config: Config, logger: pino.Logger): TextModel {
  if (config.engine === 'template') return createTemplateModel();
  if (!existsSync(config.modelPath)) throw new ConfigError('BIOQL_MODEL', `there is no model file ${config.modelPath}`);
  return createLlamaPool({
    name: basename(config.modelPath, '.gguf'),
    modelPath: config.modelPath,
    adapters: config.adapters,
    workers: config.workers,
    threads: config.threads,
    queue: QUEUE,
    onWorkerExit: (code) => logger.error({ code }, 'a model process ended and is started again'),
  });
}

export async function startService(config: Config): Promise<RunningService> {
  const logger = pino({ level: config.logLevel }, pino.destination(2));
  const engine = createEngine(config, logger);
  const ledger = await openLedger(config);
  const orphans = await ledger.releaseOrphans();
  if (orphans > 0) logger.warn({ orphans }, 'gave back what a stopped service had held');
  if (config.demo) await provideDemoAccount(ledger);

  const stopping = new AbortController();
  let draining = false;
  const app = createApp({
    generating: {
      model: engine,
      ledger,
      rate: createRate(config.usdPerHour, config.markupPercent),
      deadlineMs: DEADLINE_MS,
      stopping: stopping.signal,
      random: Math.random,
      now: () => performance.now(),
      selfCheck: config.selfCheck,
      onFallback: (code) => logger.warn({ code }, 'the template answered for the model'),
    },
    loopback: isLoopback(config.host),
    logger,
    clock: () => new Date(),
    isDraining: () => draining,
  });
  const connections = trackConnections(app.server);
  await app.listen({ host: config.host, port: config.port });
  const { port } = app.server.address() as AddressInfo;

  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    ready: engine.whenReady(),
    async stop() {
      draining = true;
      const timer = setTimeout(() => stopping.abort(), GRACE_MS);
      const sweep = setInterval(() => connections.closeIdle(), SWEEP_MS);
      await app.close();
      clearTimeout(timer);
      clearInterval(sweep);
      await engine.close();
      await ledger.close();
    },
  };
}

/** What a person needs to begin. */
export interface Welcome {
  readonly url: string;
  readonly demoKey: string | undefined;
}

/** Runs the service until the process is told to stop. */
export async function serve(env: NodeJS.ProcessEnv, welcome: (welcome: Welcome) => string): Promise<void> {
  const config = readConfig(env);
  const service = await startService(config);
  let stops = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stops += 1;
      if (stops > 1) process.exit(1);
      service.stop().then(() => process.exit(0));
    });
  }
  try {
    await service.ready;
  } catch (error) {
    await service.stop();
    throw error;
  }
  console.log(welcome({ url: service.url, demoKey: config.demo ? DEMO_KEY : undefined }));
}
