import { explainCall } from '@bioql/language/call';
import { diagnose } from '@bioql/language/diagnostics';
import { findCalls } from '@bioql/language/python';
import * as vscode from 'vscode';
import { ask } from '../ask.ts';
import { readConfig } from '../config.ts';
import { fitted } from '../core/chat/fitted.ts';
import { exactText } from '../core/money.ts';
import { isServiceError } from '../core/service-error.ts';
import { displayLang } from '../display-lang.ts';
import { sentenceOf } from '../failure-text.ts';
import { signalOf } from './abort.ts';
import type { ChatParts } from './answer-turn.ts';
import { runCalls } from './run-calls.ts';

export interface GenerateInput {
  readonly prompt: string;
}
export interface CodeInput {
  readonly code: string;
}
export interface SimulateInput extends CodeInput {
  readonly shots?: number;
  readonly seed?: number;
}

type Asked<Input> = vscode.LanguageModelToolInvocationOptions<Input>;

/** Where an agent states no budget. */
const DEFAULT_BUDGET = 2000;
const MOST_CALLS = 6;

async function result(text: string, { tokenizationOptions }: Asked<unknown>): Promise<vscode.LanguageModelToolResult> {
  const { tokenBudget = DEFAULT_BUDGET, countTokens } = tokenizationOptions ?? {};
  const count = async (part: string) => (countTokens === undefined ? Math.ceil(part.length / 4) : countTokens(part));
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(await fitted(text, tokenBudget, count))]);
}

export async function generateTool(
  { credentials, meter, budget }: ChatParts,
  options: Asked<GenerateInput>,
  token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResult> {
  const signal = signalOf(token);
  const config = readConfig();
  const { prompt } = options.input;
  if (!(await budget.mayRun({ feature: 'generate', prompt: prompt.slice(0, 4000) || ' ' }, signal)))
    return result(vscode.l10n.t('Nothing was asked: the budget of the settings is used up.'), options);
  meter.started();
  try {
    for await (const event of ask(credentials, { prompt, attempt: 1, config }, signal)) {
      if (event.type !== 'answer' && event.type !== 'offline') continue;
      const { answer } = event;
      if (event.type === 'answer') meter.answered(answer);
      else meter.answeredOffline(answer);
      if (answer.result.outcome === 'refused') return result(`Refused: ${answer.result.message}`, options);
      const { code, reasoning } = answer.result;
      const cost = answer.receipt.by === 'service' ? exactText(answer.receipt.cost) : exactText(0);
      return result(`${code}\n\n${reasoning}\n\nCost: ${cost}`, options);
    }
  } catch (error) {
    if (!isServiceError(error) || signal.aborted) {
      meter.cancelled();
      throw error;
    }
    meter.failed(error);
    throw new Error(sentenceOf(error, config), { cause: error });
  }
  throw new vscode.CancellationError();
}

/** What is wrong with code, or that nothing is, with what each call does. */
export async function validateTool(options: Asked<CodeInput>): Promise<vscode.LanguageModelToolResult> {
  const { code } = options.input;
  const lang = displayLang();
  const problems = diagnose(code).map(({ from, severity, code: name, message }) => {
    const line = code.slice(0, from).split('\n').length;
    return `line ${line}: ${severity} ${name}: ${message[lang]}`;
  });
  const calls = findCalls(code).flatMap(({ call }) => (call === undefined ? [] : [`- ${explainCall(call, lang)}`]));
  const verdict = problems.some((problem) => problem.includes(': error '))
    ? 'Not valid.'
    : calls.length === 0
      ? 'There is no quantum(...) call in the code.'
      : 'Valid.';
  return result([verdict, ...problems, ...calls].join('\n'), options);
}

export async function simulateTool(
  { extensionUri }: ChatParts,
  options: Asked<SimulateInput>,
  token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResult> {
  const { code, shots, seed } = options.input;
  const calls = findCalls(code).flatMap(({ call }) => (call ? [{ ...call, shots: shots ?? call.shots }] : []));
  if (calls.length === 0) return result('There is no quantum(...) call in the code that is understood.', options);
  const text = await runCalls(extensionUri, calls.slice(0, MOST_CALLS), displayLang(), signalOf(token), seed);
  return result(text, options);
}
