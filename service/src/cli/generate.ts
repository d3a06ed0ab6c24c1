import type { Command } from 'commander';
import { DEMO_KEY } from '../domain/api-key.ts';
import { print } from './print.ts';
import { InputError } from './program.ts';

interface Options {
  readonly url: string;
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

/** Asks a running service, as any client would; the key is `BIOQL_API_KEY`, else the demo key. */
export function registerGenerateCommand(program: Command): void {
  program
    .command('generate <prompt>')
    .description('ask the running service for a program')
    .option('--url <url>', 'the service', 'http://127.0.0.1:8000')
    .option('--stream', 'show the answer as it is written')
    .option('--no-reasoning', 'only the code')
    .option('--json', 'print JSON')
    .action(async (prompt: string, options: Options) => {
      const response = await ask(prompt, options);
      const answer =
        options.stream === true ? await readStream(response, options) : ((await response.json()) as Answer);
      print(options, answer, () =>
        options.stream === true ? costLine(answer) : `${text(answer)}\n${costLine(answer)}`,
      );
    });
}

const text = (answer: Answer): string =>
  answer.refusal?.message ?? [answer.reasoning, answer.code].filter((part) => part !== '').join('\n\n');

const costLine = ({ cost, user }: Answer): string =>
  `\n# USD ${cost.user_cost_usd.toFixed(6)}, balance ${user.balance.toFixed(6)}`;

async function ask(prompt: string, { url, stream, reasoning }: Options): Promise<Response> {
  const key = process.env['BIOQL_API_KEY'] || DEMO_KEY;
  const response = await fetch(new URL('/v1/generate', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ prompt, include_reasoning: reasoning, stream: stream === true }),
  }).catch((cause) => {
    throw new InputError(
      'service_unreachable',
      `No service answers at ${url}. Start it with: npx bioql serve (${cause.cause?.code ?? cause.message})`,
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
