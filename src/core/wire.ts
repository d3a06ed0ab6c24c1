import type { ErrorBody } from '@bioql/contract/errors';
import type { Static, TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { ServiceError, type ServiceErrorDetails } from './service-error.ts';

/** Reads JSON that must fit a schema of the contract. */
export function parse<Schema extends TSchema>(schema: Schema, text: string): Static<Schema> {
  const value = parseJson(text);
  if (!Check(schema, value)) throw new ServiceError('bad_answer', 'The answer does not have the documented form.');
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ServiceError('bad_answer', 'The answer is not JSON.', { cause });
  }
}

export const errorOf = ({ error }: ErrorBody, details: ServiceErrorDetails = {}): ServiceError =>
  new ServiceError(error.code, error.message, { ...details, requestId: error.request_id });
