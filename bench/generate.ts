/**
 * Times a generate with reasoning, over HTTP, beside the same GGUF in `llama_cpp.server`; prompt by prompt in turn.
 *
 *     node bench/generate.ts [--rounds 3] [--peer PYTHON] [--out FILE.json]
 *
 * PYTHON is an interpreter that has `llama-cpp-python[server]`; `bench/README.md` says how to build it.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { GenerateResponse } from '@bioql/contract/generate';
import { promptParts } from '@bioql/language/exchange';
import { readConfig } from '../service/src/config.ts';
import { startService } from '../service/test/service-process.ts';

const PROMPTS = [
  'a 3-qubit GHZ state on IonQ, 500 shots',
  'Create a Bell state',
  'Search for 101 with Grover on three qubits, 2000 shots',
  'Run a QFT on 4 qubits with input 0101',
  'inverse quantum Fourier transform, 5 qubits, ibm_torino',
  'Put six qubits in a uniform superposition and measure 4096 times',
  'Prepara un estado de Bell psi menos en ibm_brisbane con 100 disparos',
  'Un estado GHZ de cinco cúbits en el simulador',
  'Haz una transformada cuántica de Fourier de 3 cúbits en IonQ Forte',
  'Busca el elemento 9 entre 16 con Grover',
];

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, peer: { type: 'string' }, out: { type: 'string' } },
});

interface Sample {
  readonly wallMs: number;
  readonly tokens: number;
}

interface Subject {
  readonly name: string;
  ask(prompt: string): Promise<Sample>;
  stop(): Promise<unknown>;
}

async function post<Body>(url: string, body: unknown): Promise<Body> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Body;
}

async function ours(): Promise<Subject> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bioql-bench-'));
  const service = await startService({ BIOQL_DATA_DIR: dataDir });
  return {
    name: 'bioql service',
    async ask(prompt) {
      const started = performance.now();
      const { usage, source } = await post<GenerateResponse>(service.url, { api_key: 'bioql_test_870ce7ae', prompt });
      if (source !== 'model') throw new Error(`not answered by the model: ${prompt}`);
      return { wallMs: performance.now() - started, tokens: usage.completion_tokens };
    },
    async stop() {
      await service.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function peer(python: string): Promise<Subject> {
  const port = 18_000 + (process.pid % 1000);
  const { modelPath } = readConfig(process.env);
  const child = spawn(
    python,
    ['-m', 'llama_cpp.server', '--model', modelPath, '--port', String(port), '--n_ctx', '4096', '--verbose', 'false'],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const url = `http://127.0.0.1:${port}/v1`;
  for (
    let tries = 0;
    !(await fetch(`${url}/models`).then(
      ({ ok }) => ok,
      () => false,
    ));
    tries += 1
  ) {
    if (tries > 120 || child.exitCode !== null) throw new Error('the peer does not start');
    await sleep(500);
  }
  return {
    name: 'llama_cpp.server',
    async ask(prompt) {
      const text = promptParts('generate', prompt)
        .map((part) => ('special' in part ? part.special : part.text))
        .join('');
      const started = performance.now();
      const { usage } = await post<{ usage: { completion_tokens: number } }>(`${url}/completions`, {
        prompt: text,
        max_tokens: 300,
        temperature: 0,
      });
      return { wallMs: performance.now() - started, tokens: usage.completion_tokens };
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

const quantile = (values: readonly number[], at: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))] ?? Number.NaN;

const summary = (name: string, samples: readonly Sample[]) => {
  const wall = samples.map(({ wallMs }) => wallMs);
  const tokens = samples.reduce((sum, sample) => sum + sample.tokens, 0);
  return {
    name,
    requests: samples.length,
    p50Ms: quantile(wall, 0.5),
    p95Ms: quantile(wall, 0.95),
    tokens,
    tokensPerSecond: tokens / (wall.reduce((sum, ms) => sum + ms, 0) / 1000),
  };
};

const subjects = [await ours(), ...(options.peer === undefined ? [] : [await peer(options.peer)])];
const samples = new Map<string, Sample[]>(subjects.map(({ name }) => [name, []]));
try {
  for (const { ask } of subjects) await ask(PROMPTS[0] as string);
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const prompt of PROMPTS) for (const { name, ask } of subjects) samples.get(name)?.push(await ask(prompt));
  }
} finally {
  for (const subject of subjects) await subject.stop();
}

const machine = `${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}`;
const rows = [...samples].map(([name, taken]) => summary(name, taken));
console.log(machine);
for (const { name, requests, p50Ms, p95Ms, tokensPerSecond } of rows) {
  console.log(
    `${name.padEnd(18)} ${requests} requests  p50 ${p50Ms.toFixed(0)} ms  p95 ${p95Ms.toFixed(0)} ms  ${tokensPerSecond.toFixed(0)} tokens/s`,
  );
}
const [mine, theirs] = rows;
if (mine && theirs)
  console.log(
    `ratio ours / peer: p50 ${(mine.p50Ms / theirs.p50Ms).toFixed(2)}, tokens/s ${(mine.tokensPerSecond / theirs.tokensPerSecond).toFixed(2)}`,
  );
if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
