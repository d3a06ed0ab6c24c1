import { FeedbackRequest, type FeedbackResponse } from '@bioql/contract/feedback';
import type { FastifyInstance } from 'fastify';
import type { Feedback } from '../domain/feedback.ts';
import type { Ledger } from '../domain/ledger.ts';
import { accountOf, requireAccount } from './authenticated.ts';
import { HttpError } from './errors.ts';

/** Words of a request are taken only with the consent that goes with them, so that nobody shares by mistake. */
function feedbackFrom({ rating, comment, share = false, prompt, code }: FeedbackRequest): Feedback {
  const said = { rating, ...(comment !== undefined && comment.trim() !== '' && { comment: comment.trim() }) };
  if (!share) {
    if (prompt === undefined && code === undefined) return said;
    throw new HttpError('invalid_request', 'prompt and code are taken only with share: true');
  }
  if (prompt === undefined || code === undefined)
    throw new HttpError('invalid_request', 'share: true needs prompt and code');
  return { ...said, shared: { prompt, code } };
}

/** `POST /v1/feedback`, free of charge. */
export function registerFeedback(app: FastifyInstance, ledger: Ledger): void {
  app.post('/v1/feedback', {
    schema: { body: FeedbackRequest },
    preValidation: requireAccount(ledger),
    handler: async (request): Promise<FeedbackResponse> => {
      const body = request.body as FeedbackRequest;
      const feedback = feedbackFrom(body);
      const kept = await ledger.giveFeedback(accountOf(request).id, body.request_id, feedback);
      if (!kept) throw new HttpError('not_found', 'this account has no such request');
      const { rating, shared } = feedback;
      request.log.info({ rating, shared: shared !== undefined }, 'feedback');
      return {
        feedback: { request_id: body.request_id, rating, shared: shared !== undefined },
        request_id: request.id,
      };
    },
  });
}
