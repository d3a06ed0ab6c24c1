import { FixRequest, type FixResponse } from '@bioql/contract/fix';
import { langOf } from '@bioql/language/request';
import type { FastifyInstance } from 'fastify';
import { DEFAULT_TOKENS } from '../application/default-tokens.ts';
import { type Fixing, fix } from '../application/fix.ts';
import type { Generating } from '../application/generate.ts';
import { HttpError } from './errors.ts';
import { registerMetered } from './metered-route.ts';
import { billedBody } from './wire.ts';

/** `POST /v1/fix`. */
export function registerFix(app: FastifyInstance, generating: Generating): void {
  const { ledger, rate, model } = generating;
  registerMetered<FixRequest>(app, {
    urls: ['/v1/fix'],
    name: 'fix',
    body: FixRequest,
    ledger,
    async run({ account, requestId, body, client }) {
      const billed = await fix(generating, account, fixingFrom(body, requestId), client);
      const { answer, cost } = billed;
      const response: FixResponse = {
        code: answer.code,
        changes: answer.changes.map(({ kind, message, from, to, text }) => ({
          kind,
          message: message[langFrom(body)],
          range: { from, to },
          text,
        })),
        explanation: answer.explanation,
        outcome: answer.outcome,
        ...(answer.outcome === 'refused' && { refusal: answer.refusal }),
        ...billedBody(billed, { requestId, email: account.email, model: model.name, rate }),
      };
      return { response, log: { ...answer, cost } };
    },
  });
}

const langFrom = ({ lang, instruction = '' }: FixRequest) => lang ?? langOf(instruction);

function fixingFrom(body: FixRequest, requestId: string): Fixing {
  if (body.code.trim() === '') throw new HttpError('invalid_request', 'code must not be blank');
  return {
    requestId,
    code: body.code,
    instruction: body.instruction?.trim() ?? '',
    diagnostics: body.diagnostics?.trim() ?? '',
    lang: langFrom(body),
    maxTokens: body.max_length ?? DEFAULT_TOKENS.fix,
    temperature: body.temperature ?? 0,
    topP: body.top_p ?? 1,
  };
}
