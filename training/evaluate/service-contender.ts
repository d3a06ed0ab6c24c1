import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ErrorBody } from '@bioql/contract/errors';
import { DEMO_KEY } from '../../service/src/domain/api-key.ts';
import { startService } from '../../service/test/service-process.ts';
import type { Answer, Contender } from './answer.ts';
import type { Question } from './case.ts';

export interface ServiceOptions {
  readonly name: string;
  readonly engine: string;
  readonly model: string | undefined;
  readonly selfCheck: boolean;
  readonly reasoning: boolean;
  readonly temperature: number;
}

/** What the routes have in common that matters here. */
interface Body {
  readonly code?: string;
  readonly reasoning?: string;
  readonly insertions?: readonly { readonly text: string }[];
  readonly outcome?: string;
  readonly refusal?: { readonly reason: string };
  readonly source?: string;
  readonly timing?: { readonly total_seconds: number };
  readonly usage?: { readonly completion_tokens: number };
}

const routeOf = { generate: '/v1/generate', fix: '/v1/fix', complete: '/v1/complete' } as const;

function requestOf(question: Question, { reasoning, temperature }: ServiceOptions): object {
  switch (question.task) {
    case 'generate':
      return { prompt: question.prompt, include_reasoning: reasoning, temperature };
    case 'fix': {
      const { task: _, ...rest } = question;
      return { ...rest, temperature };
    }
    case 'complete':
      return { prefix: question.prefix, suffix: question.suffix, language: 'python', temperature };
  }
}

function codeOf(question: Question, { code = '', insertions }: Body): string {
  if (question.task !== 'complete') return code;
  const text = insertions?.[0]?.text ?? '';
  return text === '' ? '' : `${question.prefix}${text}${question.suffix}`;
}

function answerOf(question: Question, body: Body, wallMs: number): Answer {
  const code = codeOf(question, body);
  const { reasoning = '', refusal, source = '', timing, usage } = body;
  return {
    outcome: body.outcome === 'refused' ? 'refused' : code === '' ? 'silent' : 'code',
    code,
    reasoning,
    ...(refusal && { refusal: refusal.reason }),
    source,
    seconds: timing?.total_seconds ?? 0,
    wallMs,
    tokens: usage?.completion_tokens ?? 0,
  };
}

/** An error is an answer too, and a wrong one. */
const failed = (code: string, wallMs: number): Answer => ({
  outcome: 'failed',
  code: '',
  reasoning: '',
  source: code,
  seconds: 0,
  wallMs,
  tokens: 0,
});

/** Our service, as a process of its own, asked over HTTP. */
export async function startServiceContender(options: ServiceOptions): Promise<Contender> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bioql-eval-'));
  const service = await startService({
    BIOQL_DATA_DIR: dataDir,
    BIOQL_ENGINE: options.engine,
    BIOQL_SELF_CHECK: options.selfCheck ? 'on' : 'off',
    ...(options.model !== undefined && { BIOQL_MODEL: options.model }),
  });
  return {
    name: options.name,
    async ask(question) {
      const started = performance.now();
      const response = await fetch(`${service.url}${routeOf[question.task]}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${DEMO_KEY}` },
        body: JSON.stringify(requestOf(question, options)),
      });
      const body = (await response.json()) as Body & Partial<ErrorBody>;
      const wallMs = performance.now() - started;
      if (response.ok) return answerOf(question, body, wallMs);
      return response.status === 404 ? undefined : failed(body.error?.code ?? String(response.status), wallMs);
    },
    async stop() {
      await service.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
}
