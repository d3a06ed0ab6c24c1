import { ERROR_STATUS, type ErrorBody, type ErrorCode } from '@bioql/contract/errors';
import { ServiceError, type ServiceErrorCode } from '../application/service-error.ts';
import { LedgerError } from '../domain/ledger.ts';
import { EngineError, type EngineErrorCode } from '../domain/text-model.ts';

/** An error that a client sees, with its code on the wire. */
export class HttpError extends Error {
  readonly code: ErrorCode;
  readonly retryAfterSeconds: number | undefined;
  constructor(code: ErrorCode, message: string, options: { retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'HttpError';
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

const SERVICE_CODES: Readonly<Record<ServiceErrorCode, ErrorCode>> = {
  unauthorized: 'unauthorized',
  draining: 'draining',
  deadline_exceeded: 'deadline_exceeded',
  stopped: 'client_closed_request',
};

const ENGINE_CODES: Readonly<Partial<Record<EngineErrorCode, ErrorCode>>> = {
  engine_loading: 'loading',
  engine_overloaded: 'rate_limited',
  prompt_too_long: 'invalid_request',
};

const RETRY_AFTER_SECONDS: Readonly<Partial<Record<ErrorCode, number>>> = { rate_limited: 2, loading: 1, draining: 5 };

const coded = (code: ErrorCode, cause: Error): HttpError => {
  const retryAfterSeconds = RETRY_AFTER_SECONDS[code];
  return new HttpError(code, cause.message, { cause, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });
};

/** What the framework throws before a handler runs, by its own codes. */
function frameworkError(
  error: Error & { code?: string; statusCode?: number; validation?: unknown },
): HttpError | undefined {
  if (error.validation !== undefined) return new HttpError('invalid_request', error.message, { cause: error });
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new HttpError('invalid_json', 'the body is not valid JSON', { cause: error });
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new HttpError('payload_too_large', 'the body is larger than 256 KiB', { cause: error });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new HttpError('unsupported_media_type', 'the body must be application/json', { cause: error });
    default:
      return error instanceof SyntaxError && error.statusCode === 400
        ? new HttpError('invalid_json', 'the body is not valid JSON', { cause: error })
        : undefined;
  }
}

/** The one place where errors become codes of the wire. */
export function toHttpError(error: Error): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof ServiceError) return coded(SERVICE_CODES[error.code], error);
  if (error instanceof LedgerError && error.code === 'balance_exhausted') return coded('balance_exhausted', error);
  if (error instanceof EngineError) {
    const code = ENGINE_CODES[error.code];
    if (code !== undefined) return coded(code, error);
  }
  return (
    frameworkError(error) ??
    new HttpError('internal_error', 'the service failed; quote the request id', { cause: error })
  );
}

export const statusOf = ({ code }: HttpError): number => ERROR_STATUS[code];

export const bodyOf = ({ code, message }: HttpError, requestId: string): ErrorBody => ({
  error: { code, message, request_id: requestId },
});
