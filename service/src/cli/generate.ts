import type { Command } from 'commander';
import { DEMO_KEY } from '../domain/api-key.ts';
import { print } from './print.ts';
import { InputError } from './program.ts';

interface Options {
  readonly url?: string;
  readonly stream?: true;
  readonly reasoning: boolean;
  readonly json?: true;
}

interface Answer {
  readonly code: string;
  readonly reasoning: string;
  readonly refusal?: { readonly message: string };
  readonly cost: { readonly user_cost_usd: number };
  readonly user: { readonly balance: number };
}

/** A service that this command starts for itself when none runs. */
export type StartOwn = () => Promise<{ readonly url: string; stop(): Promise<void> }>;

/** Asks the running service, else one of its own, as any client would; the key is `BIOQL_API_KEY`, else the demo key. */
export function registerGenerateCommand(program: Command, runningUrl: () => string, startOwn: StartOwn): void {
  program
    .command('generate <prompt>')
    .description('ask for a program')
    .option('--url <url>', 'the service, if not the one on this machine')
    .option('--stream', 'show the answer as it is written')
    .option('--no-reasoning', 'only the code')
    .option('--json', 'print JSON')
    .action(async (prompt: string, options: Options) => {
      const url = options.url ?? runningUrl();
      const own = options.url === undefined && !(await answers(url)) ? await startOwn() : undefined;
      try {
        await generate(own?.url ?? url, prompt, options);
      } finally {
        await own?.stop();
      }
    });
}

const answers = (url: string): Promise<boolean> =>
  fetch(new URL('/healthz', url)).then(
    ({ ok }) => ok,
    () => false,
  );

async function generate(url: string, prompt: string, options: Options): Promise<void> {
  const response = await ask(url, prompt, options);
  const answer = options.stream === true ? await readStream(response, options) : ((await response.json()) as Answer);
  print(options, answer, () => (options.stream === true ? costLine(answer) : `${text(answer)}\n${costLine(answer)}`));
}

const text = (answer: Answer): string =>
  answer.refusal?.message ?? [answer.reasoning, answer.code].filter((part) => part !== '').join('\n\n');

const costLine = ({ cost, user }: Answer): string =>
  `\n# USD ${cost.user_cost_usd.toFixed(6)}, balance ${user.balance.toFixed(6)}`;

async function ask(url: string, prompt: string, { stream, reasoning }: Options): Promise<Response> {
  const key = process.env['BIOQL_API_KEY'] || DEMO_KEY;
  const response = await fetch(new URL('/v1/generate', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ prompt, include_reasoning: reasoning, stream: stream === true }),
  }).catch((cause) => {
    throw new InputError(
      'service_unreachable',
      `No service answers at ${url} (${cause.cause?.code ?? cause.message}).`,
    );
  });
  if (response.ok) return response;
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  throw new InputError(error.code, error.message);
}

/** Prints deltas as they come and returns the result. */
async function readStream(response: Response, { json }: Options): Promise<Answer> {
  let field = '';
  let buffer = '';
  for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    buffer += chunk;
    const events = buffer.split('\n\n');
    buffer = events.pop() ?? '';
    for (const event of events) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/s.exec(event) ?? [];
      if (name === undefined || data === undefined) continue;
      const value = JSON.parse(data);
      if (name === 'result') return showRefusal(value, json);
      if (name === 'error') throw new InputError(value.error.code, value.error.message);
      if (json !== true) process.stdout.write(`${field !== '' && field !== value.field ? '\n\n' : ''}${value.text}`);
      field = value.field;
    }
  }
  throw new InputError('stream_broken', 'The service ended the stream before the answer was complete.');
}

function showRefusal(answer: Answer, json: true | undefined): Answer {
  if (json !== true && answer.refusal !== undefined) process.stdout.write(answer.refusal.message);
  return answer;
}
