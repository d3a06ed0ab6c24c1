import { setTimeout as delay } from 'node:timers/promises';
import type { FixRequest } from '@bioql/contract/fix';
import { explainFix, type FixPlan, replaceInFix } from '@bioql/language/fix';
import { lastMessage } from '@bioql/language/traceback';
import * as vscode from 'vscode';
import type { Config } from '../config.ts';
import { connect } from '../connect.ts';
import { backInPlace, fragmentOf } from '../core/fix/fragment.ts';
import { isServiceError } from '../core/service-error.ts';
import type { Credentials } from '../credentials.ts';
import { displayLang } from '../display-lang.ts';
import type { Fixed } from './fix-request.ts';

export interface Wish {
  readonly instruction: string;
  readonly traceback: string;
  /** From the second on, the service is asked for another answer than its likeliest. */
  readonly attempt: number;
}

/** A plan that the service has completed as far as it could. */
export type Asked =
  | { readonly state: 'fixed'; readonly plan: FixPlan; readonly fixed: Fixed }
  | { readonly state: 'refused'; readonly message: string; readonly fixed: Fixed }
  | { readonly state: 'offline'; readonly url: string }
  /** The settings name no service. */
  | { readonly state: 'alone' };

const RETRY_TEMPERATURE = 0.7;
const LONGEST_WAIT_SECONDS = 20;

/** Asks the service for what the plan leaves. It is sent the lines concerned, and nothing else of the file. */
export async function askFix(
  credentials: Credentials,
  config: Config,
  plan: FixPlan,
  wish: Wish,
  signal: AbortSignal,
): Promise<Asked> {
  const fragment = fragmentOf(plan);
  if (fragment === undefined || config.service.state === 'none') return { state: 'alone' };
  const request: FixRequest = {
    code: fragment.code,
    lang: displayLang(),
    ...(wish.instruction !== '' && { instruction: wish.instruction }),
    ...(wish.traceback !== '' && { diagnostics: lastMessage(wish.traceback) }),
    ...(wish.attempt > 1 && { temperature: RETRY_TEMPERATURE }),
  };
  const client = await connect(credentials, config.service, signal);
  let fixed: Fixed;
  try {
    fixed = await patiently(() => client.fix(request, signal), signal);
  } catch (error) {
    if (isServiceError(error) && error.code === 'unreachable')
      return { state: 'offline', url: config.service.state === 'insecure' ? '' : config.service.url };
    throw error;
  }
  if (fixed.outcome === 'refused') return { state: 'refused', message: fixed.explanation, fixed };
  const edit = backInPlace(fragment, fixed.code);
  const said = fixed.explanation;
  const done = edit && fixed.code !== fragment.code ? replaceInFix(plan, edit, { en: said, es: said }) : undefined;
  if (done === undefined)
    return { state: 'refused', message: vscode.l10n.t('The answer does not fit into the file.'), fixed };
  return { state: 'fixed', plan: done, fixed };
}

/** Once more after the time that a busy service names. */
async function patiently<T>(send: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const seconds = isServiceError(error) && error.code === 'rate_limited' ? error.retryAfterSeconds : undefined;
    if (seconds === undefined || seconds > LONGEST_WAIT_SECONDS) throw error;
    await delay(seconds * 1000, undefined, { signal });
    return send();
  }
}

/** What a plan changes, in the language of the window. */
export const explanationOf = ({ changes }: FixPlan): string => explainFix(changes, [], displayLang());
