export type ServiceErrorCode = 'unauthorized' | 'loading' | 'draining' | 'overloaded' | 'deadline_exceeded';

/** A request that the service will not answer now, or not for this key. */
export class ServiceError extends Error {
  readonly code: ServiceErrorCode;
  constructor(code: ServiceErrorCode, message: string) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
  }
}
