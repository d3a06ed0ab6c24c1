import type { ErrorCode } from '@bioql/contract/errors';
import type { LocalErrorCode } from './service-error.ts';

/** The one thing that a person can do about a failure. */
export type Remedy = 'setApiKey' | 'showUsage' | 'retry' | 'openSettings' | 'showLog' | 'startService';

/** What lasts after a failure, and so stays in the status bar. */
export type Trouble = 'offline' | 'noKey' | 'noBalance';

export interface Failure {
  /** English, and the key of its translations; `{0}` is the service's address, `{1}` what it said. */
  readonly sentence: string;
  readonly remedy: Remedy;
  readonly trouble?: Trouble;
}

const badRequest: Failure = { sentence: 'The service did not accept the request: {1}', remedy: 'showLog' };
const busy: Failure = { sentence: 'The service is not ready yet.', remedy: 'retry' };
const late: Failure = { sentence: 'The service took too long.', remedy: 'retry' };
const broken: Failure = { sentence: 'The service failed: {1}', remedy: 'retry' };

const FAILURES: Readonly<Record<ErrorCode | LocalErrorCode, Failure>> = {
  invalid_request: badRequest,
  invalid_json: badRequest,
  unauthorized: { sentence: 'The service does not know this API key.', remedy: 'setApiKey', trouble: 'noKey' },
  balance_exhausted: { sentence: 'The balance is used up.', remedy: 'showUsage', trouble: 'noBalance' },
  forbidden_origin: badRequest,
  not_found: { sentence: 'There is no BioQL service at {0}.', remedy: 'openSettings', trouble: 'offline' },
  payload_too_large: badRequest,
  unsupported_media_type: badRequest,
  rate_limited: { sentence: 'There are too many requests just now.', remedy: 'retry' },
  client_closed_request: broken,
  internal_error: broken,
  loading: busy,
  draining: busy,
  deadline_exceeded: late,
  unreachable: { sentence: 'The service at {0} cannot be reached.', remedy: 'startService', trouble: 'offline' },
  connection_failed: { sentence: 'The connection to {0} failed: {1}', remedy: 'retry', trouble: 'offline' },
  timeout: late,
  bad_answer: { sentence: 'What answers at {0} does not speak as the BioQL service does.', remedy: 'openSettings' },
  no_service: {
    sentence: 'Answers come from templates here, free of charge: the settings name no service.',
    remedy: 'openSettings',
  },
  no_key: { sentence: 'BioQL needs an API key for {0}.', remedy: 'setApiKey', trouble: 'noKey' },
  insecure_url: {
    sentence: 'The address {0} must start with https://, because it is not on this computer.',
    remedy: 'openSettings',
  },
};

/** Decides by code alone; a code of a newer service counts as a failure of it. */
export const failureOf = (code: string): Failure =>
  Object.hasOwn(FAILURES, code) ? FAILURES[code as keyof typeof FAILURES] : broken;
