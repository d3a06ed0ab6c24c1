import type { ErrorCode } from '@bioql/contract/errors';

/** What can go wrong before the service says anything, beside the codes of the service itself. */
export type LocalErrorCode =
  | 'unreachable'
  | 'connection_failed'
  | 'timeout'
  | 'bad_answer'
  | 'no_key'
  | 'insecure_url'
  | 'no_service';

export interface ServiceErrorDetails {
  readonly requestId?: string;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** A request that got no answer. A newer service may send codes that this version does not know. */
export class ServiceError extends Error {
  readonly code: ErrorCode | LocalErrorCode | (string & {});
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ServiceError['code'], message: string, details: ServiceErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'ServiceError';
    this.code = code;
    this.requestId = details.requestId;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** By name: the client of the service is a bundle of its own, and so has this class a second time. */
export const isServiceError = (error: unknown): error is ServiceError =>
  error instanceof Error && error.name === 'ServiceError';
