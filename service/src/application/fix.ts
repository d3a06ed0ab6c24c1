import type { Lang, Sentence } from '@bioql/language/algorithm';
import type { Call } from '@bioql/language/call';
import { completeFix, explainFix, type FixPlan, planFix } from '@bioql/language/fix';
import type { Refusal } from '@bioql/language/refusal';
import type { Change } from '@bioql/language/repair';
import { type Answer, isChargeable } from '../domain/answer.ts';
import { type Account, LedgerError } from '../domain/ledger.ts';
import { costOf } from '../domain/price.ts';
import { answerPrompt, type Prompt } from './answer-prompt.ts';
import type { Generating } from './generate.ts';
import { type Billed, metered } from './metered.ts';

export interface Fixing extends Pick<Prompt, 'maxTokens' | 'temperature' | 'topP'> {
  readonly requestId: string;
  readonly code: string;
  readonly instruction: string;
  readonly diagnostics: string;
  readonly lang: Lang;
}

/** A fix before money. */
export type FixAnswer = Pick<
  Answer,
  'source' | 'promptTokens' | 'completionTokens' | 'totalSeconds' | 'generationSeconds'
> & {
  readonly code: string;
  readonly changes: readonly Change[];
  readonly explanation: string;
  readonly chargeable: boolean;
} & ({ readonly outcome: 'completed' } | { readonly outcome: 'refused'; readonly refusal: FixRefusal });

/** Why nothing could be fixed, besides what the model refuses. */
export type FixRefusal = Omit<Refusal, 'reason'> & { readonly reason: Refusal['reason'] | 'not_fixed' };

type Work = Pick<FixAnswer, 'source' | 'promptTokens' | 'completionTokens' | 'totalSeconds' | 'generationSeconds'>;

const NO_WORK: Work = {
  source: 'template',
  promptTokens: 0,
  completionTokens: 0,
  totalSeconds: 0,
  generationSeconds: 0,
};

const NOTHING: Sentence = {
  en: 'There is nothing to fix: BioQL understands every call.',
  es: 'No hay nada que corregir: BioQL entiende todas las llamadas.',
};
const STILL_LEFT: Sentence = { en: 'Still to be fixed, in this order:', es: 'Queda por corregir, en este orden:' };
const NOT_FIXED: Sentence = {
  en: 'It is not clear what this code should do. Say in words what you want, and fix it again.',
  es: 'No está claro qué debe hacer este código. Diga con palabras qué quiere y corríjalo de nuevo.',
};
const UNPAID: Sentence = {
  en: 'The rest needs the model, and the balance is used up.',
  es: 'El resto necesita el modelo, y el saldo se ha agotado.',
};

/**
 * Mends code: by rules as far as they are sure, which is free and holds no money, and by the model for the rest. What the model
 * says is put into the code where it belongs; where it does not fit, the rules' part of the fix stands, uncharged.
 */
export async function fix(
  generating: Generating,
  account: Account,
  fixing: Fixing,
  client: AbortSignal,
): Promise<Billed<FixAnswer>> {
  const plan = planFix(fixing);
  if (plan.ask === undefined) return unpaid(generating, account, withoutModel(plan, fixing));
  try {
    return await askModel(generating, account, fixing, plan, plan.ask.prompt, client);
  } catch (error) {
    const isShort = error instanceof LedgerError && error.code === 'balance_exhausted';
    if (!isShort || plan.changes.length === 0) throw error;
    return unpaid(generating, account, withoutModel(plan, fixing, [UNPAID]));
  }
}

const unpaid = async (
  { ledger, rate }: Generating,
  account: Account,
  answer: FixAnswer,
): Promise<Billed<FixAnswer>> => ({
  answer,
  cost: costOf(0, rate),
  balance: await ledger.balance(account.id),
});

function askModel(
  generating: Generating,
  account: Account,
  fixing: Fixing,
  plan: FixPlan,
  prompt: string,
  client: AbortSignal,
): Promise<Billed<FixAnswer>> {
  const { requestId, maxTokens, temperature, topP } = fixing;
  return metered(
    generating,
    { account, requestId, feature: 'fix', maxTokens },
    client,
    async (signal) => {
      const request = { task: 'fix' as const, prompt: prompt.toWellFormed(), maxTokens, temperature, topP };
      const answer = await answerPrompt(generating, request, () => undefined, signal);
      return withModel(plan, fixing, answer);
    },
    (answer) => answer,
  );
}

/** The rules' part of a fix, with what they leave. */
function withoutModel({ code, changes, left }: FixPlan, { lang }: Fixing, more: readonly Sentence[] = []): FixAnswer {
  const rest = left.length === 0 ? [] : [STILL_LEFT, ...left.map(({ message }) => message)];
  const explanation = [explainFix(changes, [], lang), ...[...more, ...rest].map((each) => each[lang])];
  const said = changes.length === 0 && left.length === 0 ? [NOTHING[lang]] : explanation.filter((line) => line !== '');
  return { ...NO_WORK, outcome: 'completed', code, changes, explanation: said.join('\n'), chargeable: false };
}

function withModel(plan: FixPlan, fixing: Fixing, answer: Answer): FixAnswer {
  const { lang } = fixing;
  const { promptTokens, completionTokens, totalSeconds, generationSeconds } = answer;
  const work: Work = { source: 'model', promptTokens, completionTokens, totalSeconds, generationSeconds };
  // What the template reads in code is not what the code asks for.
  const calls: readonly Call[] = answer.source === 'model' && answer.outcome === 'completed' ? answer.calls : [];
  const done = calls.length === 0 ? undefined : completeFix(plan, calls);
  if (done !== undefined) {
    const explanation = explainFix(done.changes, calls, lang);
    const { code, changes } = done;
    return { ...work, outcome: 'completed', code, changes, explanation, chargeable: isChargeable(answer) };
  }
  if (plan.changes.length > 0 && plan.left.length > 0)
    return { ...withoutModel(plan, fixing), promptTokens, completionTokens };
  const refusal: FixRefusal =
    answer.outcome === 'refused' && answer.source === 'model'
      ? answer.refusal
      : { kind: 'invalid_request', reason: 'not_fixed', message: NOT_FIXED[lang] };
  return {
    ...work,
    ...(answer.source === 'template' && { source: 'template' as const }),
    outcome: 'refused',
    code: fixing.code,
    changes: [],
    explanation: refusal.message,
    refusal,
    chargeable: false,
  };
}
