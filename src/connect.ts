import * as vscode from 'vscode';
import type { Config } from './config.ts';
import { isLoopback } from './core/address.ts';
import { ServiceError } from './core/service-error.ts';
import type { Credentials } from './credentials.ts';
import type { ServiceClient } from './service-client.ts';

/** A service that the settings name; template mode has none. */
export type NamedService = Exclude<Config['service'], { state: 'none' }>;

const IDLE_MS = 30_000;

/** The argument of `bioql.startLocalService` that a request gives: nobody is asked and nothing is said. */
export const WHEN_NEEDED = 'whenNeeded';

/** The client of the service, with the API key for it. */
export async function connect(
  credentials: Credentials,
  service: NamedService,
  signal: AbortSignal,
): Promise<ServiceClient> {
  if (service.state === 'insecure') throw new ServiceError('insecure_url', 'http is for this computer alone');
  if (service.startsHere) await started(signal);
  const apiKey = await credentials.keyFor(service.url);
  signal.throwIfAborted();
  if (apiKey === undefined) throw new ServiceError('no_key', 'no API key');
  // A bundle of its own, loaded on the first request: axios and the schemas are five times as large as all the rest.
  const { createServiceClient } = await import('./service-client.ts');
  return createServiceClient({ url: service.url, apiKey, idleMs: IDLE_MS });
}

/** The client of the service for what nobody has asked for: `undefined` where a person would have to give a key first. */
export async function connectQuietly(
  credentials: Credentials,
  service: NamedService,
  signal: AbortSignal,
): Promise<ServiceClient | undefined> {
  if (service.state === 'insecure') return undefined;
  if (!isLoopback(service.url) && (await credentials.kind()) !== 'stored') return undefined;
  return connect(credentials, service, signal);
}

/** Waits until the service on this computer runs, or cannot be started; the wait ends with the signal. */
async function started(signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([vscode.commands.executeCommand('bioql.startLocalService', WHEN_NEEDED), aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
