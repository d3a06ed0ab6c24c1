import * as vscode from 'vscode';
import { readConfig } from '../config.ts';
import { connectQuietly } from '../connect.ts';
import { costText, microsOf } from '../core/money.ts';
import { isServiceError } from '../core/service-error.ts';
import { signalOf } from './abort.ts';
import type { ChatParts } from './answer-turn.ts';
import type { GenerateInput } from './tools.ts';

const FREE = (): string => vscode.l10n.t('It is free, and runs on this computer.');

/** What a person is asked before an agent uses a tool that is free. */
export const freePreparation = (title: string, working: string): vscode.PreparedToolInvocation => ({
  invocationMessage: working,
  confirmationMessages: { title, message: FREE() },
});

/** The same where the service is paid, with what it will cost. */
export async function paidPreparation(
  { credentials }: ChatParts,
  { prompt }: GenerateInput,
  token: vscode.CancellationToken,
): Promise<vscode.PreparedToolInvocation> {
  const cost = await costSentence(credentials, prompt, signalOf(token));
  const quoted = new vscode.MarkdownString();
  quoted.appendText(`“${prompt.slice(0, 300)}”`);
  quoted.appendMarkdown(`\n\n${cost}`);
  return {
    invocationMessage: vscode.l10n.t('Writing a BioQL program'),
    confirmationMessages: { title: vscode.l10n.t('Write a BioQL program?'), message: quoted },
  };
}

async function costSentence(
  credentials: ChatParts['credentials'],
  prompt: string,
  signal: AbortSignal,
): Promise<string> {
  const { service } = readConfig();
  if (service.state === 'none') return FREE();
  try {
    const client = await connectQuietly(credentials, service, signal);
    const estimate = await client?.estimate({ feature: 'generate', prompt: prompt.slice(0, 4000) || ' ' }, signal);
    if (estimate !== undefined) {
      const [usual, most] = [estimate.typical, estimate.most].map(({ cost_usd }) => costText(microsOf(cost_usd)));
      return vscode.l10n.t('It costs about {0}, and {1} at most, from your BioQL balance.', usual ?? '', most ?? '');
    }
  } catch (error) {
    // Without an estimate the price is said; the request itself meets the same trouble.
    if (!isServiceError(error)) throw error;
  }
  return vscode.l10n.t('It costs $0.000428 for each second that the model works, from your BioQL balance.');
}
