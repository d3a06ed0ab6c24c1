import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { readConfig } from '../config.ts';
import { connect } from '../connect.ts';
import { isLoopback } from '../core/address.ts';
import type { Place } from '../core/inline/place.ts';
import { createSuggestions } from '../core/inline/suggestions.ts';
import { isServiceError, ServiceError } from '../core/service-error.ts';
import type { Credentials } from '../credentials.ts';
import { isOurs } from '../language-features/diagnostics.ts';
import { type Allowed, createAllowed } from './allowed.ts';
import type { Completed } from './complete-request.ts';
import { placeAt } from './place-at.ts';

export interface InlineParts {
  readonly credentials: Credentials;
  readonly isPaused: () => boolean;
  /** Whether the budget of the day leaves room. */
  readonly mayAsk: () => boolean;
  readonly answered: (completed: Completed) => void;
  /** Shown in the status bar alone. */
  readonly failed: (error: ServiceError) => void;
}

export interface InlineSuggestions extends vscode.Disposable {
  /** Stops the request in flight. */
  stop(): void;
}

/** Ghost text in Python files and notebook cells. */
export function registerInlineSuggestions(parts: InlineParts): InlineSuggestions {
  const allowed = createAllowed({
    isOn: () => readConfig().service.state === 'usable',
    isPaused: parts.isPaused,
    mayAsk: parts.mayAsk,
    now: Date.now,
  });
  const suggestions = createSuggestions({
    ask: (place, signal) => underWay(() => asked(parts, allowed, place, signal)),
    mayAsk: allowed.mayAsk,
    now: () => performance.now(),
    rest: (ms, signal) => delay(ms, undefined, { signal }),
  });
  let asking: Cursor | undefined;
  const provider: vscode.InlineCompletionItemProvider = {
    async provideInlineCompletionItems(document, position, { triggerKind, selectedCompletionInfo }, token) {
      const invoked = triggerKind === vscode.InlineCompletionTriggerKind.Invoke;
      if (!isOurs(document) || (!invoked && (parts.isPaused() || !readConfig().inlineSuggestions))) return [];
      asking = { document, version: document.version, position };
      const gone = new AbortController();
      const watch = token.onCancellationRequested(() => gone.abort());
      try {
        const place = placeAt(document, position, selectedCompletionInfo);
        const offer = await suggestions.at({ prefix: place.prefix, suffix: place.suffix, invoked }, gone.signal);
        return offer === undefined ? [] : place.itemsOf(offer);
      } catch (error) {
        if (gone.signal.aborted || isServiceError(error) || isAbort(error)) return [];
        throw error;
      } finally {
        watch.dispose();
      }
    },
  };
  const registration = vscode.languages.registerInlineCompletionItemProvider({ language: 'python' }, provider);
  // VS Code lets a request go on when the cursor leaves its place and nothing is in sight yet.
  const moves = vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document, selection } }) => {
      if (asking !== undefined && hasLeft(asking, document, selection.active)) suggestions.stop();
    }),
    vscode.window.onDidChangeActiveTextEditor(suggestions.stop),
  );
  return {
    stop: suggestions.stop,
    dispose() {
      suggestions.stop();
      moves.dispose();
      registration.dispose();
    },
  };
}

interface Cursor {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly position: vscode.Position;
}

/** Whether the cursor is elsewhere although nothing was typed. */
const hasLeft = ({ document, version, position }: Cursor, now: vscode.TextDocument, active: vscode.Position): boolean =>
  now === document && now.version === version && !active.isEqual(position);

const isAbort = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'AbortError' || error.name === 'CanceledError');

/** While a request is under way, Escape stops it. */
async function underWay<T>(request: () => Promise<T>): Promise<T> {
  const show = (is: boolean) => vscode.commands.executeCommand('setContext', 'bioql.suggesting', is);
  void show(true);
  try {
    return await request();
  } finally {
    void show(false);
  }
}

type Asked = Place & { readonly invoked: boolean };

async function asked(parts: InlineParts, allowed: Allowed, place: Asked, signal: AbortSignal): Promise<Completed> {
  try {
    const { service } = readConfig();
    if (service.state === 'none') throw new ServiceError('unreachable', 'no service');
    // Nobody is asked for a key in the middle of typing.
    const keyless = !isLoopback(service.url) && (await parts.credentials.kind()) === 'none stored';
    if (keyless) throw new ServiceError('no_key', 'no API key');
    const client = await connect(parts.credentials, service, signal);
    const completed = await client.complete(place, signal);
    parts.answered(completed);
    return completed;
  } catch (error) {
    if (isServiceError(error) && !signal.aborted) {
      allowed.failed(error.retryAfterSeconds);
      parts.failed(error);
    }
    throw error;
  }
}
