import { randomInt } from 'node:crypto';
import type { Lang } from '@bioql/language/algorithm';
import type { Call } from '@bioql/language/call';
import { notSimulatedMarkdown, outcomeMarkdown } from '@bioql/language/chat/outcome';
import { seedOfStep } from '@bioql/language/compare-runs';
import * as vscode from 'vscode';
import type { FromWorker } from '../run-panel/messages.ts';
import { type Simulator, startSimulator } from '../run-panel/simulator.ts';

const SEEDS = 2 ** 32;
const SHOWN_OUTCOMES = 8;

/** Runs calls on the simulator, each in a thread that ends with the signal, and shows what they gave. */
export async function runCalls(
  extensionUri: vscode.Uri,
  calls: readonly Call[],
  lang: Lang,
  signal: AbortSignal,
  seed = randomInt(SEEDS),
): Promise<string> {
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'simulator-worker.cjs').fsPath;
  const parts: string[] = [];
  for (const [at, call] of calls.entries()) {
    const own = seedOfStep(seed, at + 1);
    parts.push(notSimulatedMarkdown(call, lang) ?? (await runCall(script, call, lang, own, signal)));
  }
  return parts.join('\n\n');
}

async function runCall(script: string, call: Call, lang: Lang, seed: number, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let conclusion: string | undefined;
  const hear = (message: FromWorker): void => {
    if (message.kind === 'result') {
      conclusion = message.result.conclusion;
      const query = { sort: 'probability', top: SHOWN_OUTCOMES, filter: '' } as const;
      simulator.ask({ kind: 'select', query });
    } else if (message.kind === 'answer' && message.answer.kind === 'selected') {
      const { rows, others } = message.answer.selection;
      resolve(outcomeMarkdown({ call, seed, rows, others, ...(conclusion !== undefined && { conclusion }) }, lang));
    } else if (message.kind === 'failed') {
      reject(new Error(vscode.l10n.t('The simulator failed: {0}', message.detail)));
    }
  };
  const simulator: Simulator = startSimulator(script, { ...call, lang, seed }, hear);
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', abort);
    simulator.dispose();
  }
}
