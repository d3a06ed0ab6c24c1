export type ServiceErrorCode = 'unauthorized' | 'draining' | 'deadline_exceeded' | 'stopped';

/** A request that the service will not answer now, or not for this key. */
export class ServiceError extends Error {
  readonly code: ServiceErrorCode;
  constructor(code: ServiceErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ServiceError';
    this.code = code;
  }
}
