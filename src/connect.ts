import type { Config } from './config.ts';
import { ServiceError } from './core/service-error.ts';
import type { Credentials } from './credentials.ts';
import type { ServiceClient } from './service-client.ts';

/** A service that the settings name; template mode has none. */
export type NamedService = Exclude<Config['service'], { state: 'none' }>;

const IDLE_MS = 30_000;

/** The client of the service, with the API key for it. */
export async function connect(
  credentials: Credentials,
  service: NamedService,
  signal: AbortSignal,
): Promise<ServiceClient> {
  if (service.state === 'insecure') throw new ServiceError('insecure_url', 'http is for this computer alone');
  const apiKey = await credentials.keyFor(service.url);
  signal.throwIfAborted();
  if (apiKey === undefined) throw new ServiceError('no_key', 'no API key');
  // A bundle of its own, loaded on the first request: axios and the schemas are five times as large as all the rest.
  const { createServiceClient } = await import('./service-client.ts');
  return createServiceClient({ url: service.url, apiKey, idleMs: IDLE_MS });
}
