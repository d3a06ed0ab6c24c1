import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Adapter } from './infrastructure/llama/adapter.ts';

/** The service's configuration, read once from the environment. */
export interface Config {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly dataDir: string;
  /** `sqlite:PATH`. */
  readonly databaseUrl: string;
  readonly modelPath: string;
  /** LoRA adapters over the model. */
  readonly adapters: readonly Adapter[];
  readonly engine: 'embedded' | 'template';
  readonly workers: number;
  readonly threads: number;
  /** US dollars an hour of machine time. */
  readonly usdPerHour: number;
  readonly markupPercent: number;
  readonly demo: boolean;
  /** Off only to measure what it adds: answers stand as the model gives them. */
  readonly selfCheck: boolean;
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment names a value that the service cannot use. */
export class ConfigError extends Error {
  readonly code = 'config_invalid';
  readonly variable: string;
  constructor(variable: string, problem: string) {
    super(`${variable}: ${problem}`);
    this.name = 'ConfigError';
    this.variable = variable;
  }
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DEFAULT_MODEL = join(ROOT, 'models', 'bioql-smollm2-q4_0.gguf');
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

type Env = Readonly<Record<string, string | undefined>>;

function integer(env: Env, variable: string, fallback: number, least: number, most: number): number {
  const text = env[variable];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new ConfigError(variable, `must be a whole number from ${least} to ${most}, not "${text}"`);
  return value;
}

function oneOf<T extends string>(env: Env, variable: string, fallback: T, values: readonly T[]): T {
  const text = env[variable];
  if (text === undefined || text === '') return fallback;
  const value = values.find((known) => known === text);
  if (value === undefined) throw new ConfigError(variable, `must be one of ${values.join(', ')}, not "${text}"`);
  return value;
}

function usd(env: Env, variable: string, fallback: number): number {
  const text = env[variable] || String(fallback);
  if (!/^\d{1,6}(\.\d{1,9})?$/.test(text))
    throw new ConfigError(variable, `must be an amount such as ${fallback}, not "${text}"`);
  return Number(text);
}

const MOST_SCALE = 10;

/** `PATH[:SCALE],PATH[:SCALE]`; what follows the last colon is a scale unless it goes on as a path. */
function adapters(env: Env, variable: string): readonly Adapter[] {
  const text = env[variable];
  if (text === undefined || text === '') return [];
  return text.split(',').map((item) => {
    const [, path = '', scaleText = '1'] = /^(.*?)(?::([^:\\/]*))?$/.exec(item.trim()) ?? [];
    const scale = /^\d+(\.\d+)?$/.test(scaleText) ? Number(scaleText) : Number.NaN;
    if (!(scale <= MOST_SCALE))
      throw new ConfigError(variable, `the scale of ${path} must be from 0 to ${MOST_SCALE}, not "${scaleText}"`);
    if (path === '') throw new ConfigError(variable, `must be PATH[:SCALE],PATH[:SCALE], not "${text}"`);
    if (!existsSync(path)) throw new ConfigError(variable, `there is no adapter file ${path}`);
    return { path: resolve(path), scale };
  });
}

/** @throws {ConfigError} that names the variable */
export function readConfig(env: Env): Config {
  const host = env['BIOQL_HOST'] || '127.0.0.1';
  const dataDir = resolve(env['BIOQL_DATA_DIR'] || join(ROOT, 'data'));
  const databaseUrl = env['BIOQL_DATABASE_URL'] || `sqlite:${join(dataDir, 'bioql.sqlite')}`;
  if (!databaseUrl.startsWith('sqlite:')) throw new ConfigError('BIOQL_DATABASE_URL', 'must begin with sqlite:');
  const model = env['BIOQL_MODEL'] || DEFAULT_MODEL;
  return Object.freeze({
    host,
    port: integer(env, 'BIOQL_PORT', 8000, 0, 65_535),
    dataDir,
    databaseUrl,
    modelPath: isAbsolute(model) ? model : resolve(model),
    adapters: adapters(env, 'BIOQL_LORA'),
    engine: oneOf(env, 'BIOQL_ENGINE', 'embedded', ['embedded', 'template']),
    workers: integer(env, 'BIOQL_WORKERS', availableParallelism(), 1, 64),
    threads: integer(env, 'BIOQL_THREADS', 1, 1, 64),
    usdPerHour: usd(env, 'BIOQL_USD_PER_HOUR', 1.1),
    markupPercent: integer(env, 'BIOQL_MARKUP_PERCENT', 40, 0, 1000),
    demo: oneOf(env, 'BIOQL_DEMO', isLoopback(host) ? 'on' : 'off', ['on', 'off']) === 'on',
    selfCheck: oneOf(env, 'BIOQL_SELF_CHECK', 'on', ['on', 'off']) === 'on',
    logLevel: oneOf(env, 'BIOQL_LOG_LEVEL', 'info', LOG_LEVELS),
  });
}
