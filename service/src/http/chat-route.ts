import { ChatRequest, type ChatResponse } from '@bioql/contract/chat';
import type { FastifyInstance } from 'fastify';
import { chat } from '../application/chat.ts';
import { DEFAULT_TOKENS } from '../application/default-tokens.ts';
import type { Generating } from '../application/generate.ts';
import { createSimulate } from '../application/simulate.ts';
import { HttpError } from './errors.ts';
import { registerMetered } from './metered-route.ts';
import { billedBody, programBody } from './wire.ts';

/** `POST /v1/chat`. */
export function registerChat(app: FastifyInstance, generating: Generating): void {
  const { ledger, rate, model, stopping } = generating;
  const chatting = { ...generating, simulate: createSimulate(stopping) };
  registerMetered<ChatRequest>(app, {
    urls: ['/v1/chat'],
    name: 'chat',
    body: ChatRequest,
    ledger,
    async run({ account, requestId, body, emit, client }) {
      const { messages, context = [], lang } = body;
      if (messages.at(-1)?.role !== 'user')
        throw new HttpError('invalid_request', 'the last of the messages must be the user’s');
      const turn = {
        requestId,
        messages,
        context,
        ...(lang !== undefined && { lang }),
        maxTokens: body.max_length ?? DEFAULT_TOKENS.chat,
        temperature: body.temperature ?? 0,
        topP: body.top_p ?? 1,
      };
      const billed = await chat(chatting, account, turn, emit, client);
      const { answer, cost } = billed;
      const response: ChatResponse = {
        content: answer.content,
        ...(answer.code !== undefined && { code: answer.code }),
        outcome: answer.outcome,
        program: programBody(answer.calls),
        ...(answer.refusal !== undefined && { refusal: answer.refusal }),
        ...billedBody(billed, { requestId, email: account.email, model: model.name, rate }),
      };
      return { response, log: { ...answer, cost } };
    },
  });
}
