import * as vscode from 'vscode';
import { readConfig } from '../config.ts';
import { connectQuietly } from '../connect.ts';
import { isServiceError } from '../core/service-error.ts';
import type { Credentials } from '../credentials.ts';
import { metadataOf } from './metadata.ts';

const LONGEST_MS = 10_000;

/** Passes a thumb on an answer of the service on to it. */
export async function sendFeedback(
  credentials: Credentials,
  { result, kind }: vscode.ChatResultFeedback,
): Promise<void> {
  const { requestId } = metadataOf(result);
  const { service } = readConfig();
  if (requestId === undefined || service.state === 'none') return;
  const signal = AbortSignal.timeout(LONGEST_MS);
  const rating = kind === vscode.ChatResultFeedbackKind.Helpful ? 'up' : 'down';
  try {
    const client = await connectQuietly(credentials, service, signal);
    await client?.feedback({ request_id: requestId, rating }, signal);
  } catch (error) {
    // A thumb that gets lost is not worth a message.
    if (!isServiceError(error) && !signal.aborted) throw error;
  }
}
