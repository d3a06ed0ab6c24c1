import type { ModelPrompt } from '@bioql/language/chat/model-prompt';
import { planAnswer } from '@bioql/language/chat/plan';
import { type Known, partlyFixed, repliedMarkdown } from '@bioql/language/chat/reply';
import { type Route, routeTurn } from '@bioql/language/chat/route';
import type { Turn } from '@bioql/language/chat/turn';
import { CHAT } from '@bioql/language/chat/words';
import { refusal } from '@bioql/language/refusal';
import { type Answer, isChargeable } from '../domain/answer.ts';
import type { Account } from '../domain/ledger.ts';
import { costOf } from '../domain/price.ts';
import { answerPrompt, type Prompt } from './answer-prompt.ts';
import { type ChatDelta, reasoningAsContent } from './chat-delta.ts';
import { runInChat } from './chat-run.ts';
import type { Generating } from './generate.ts';
import { type Billed, metered } from './metered.ts';
import type { Simulate } from './simulate.ts';

export type Chatting = Generating & { readonly simulate: Simulate };

export interface ChatTurn extends Turn, Pick<Prompt, 'maxTokens' | 'temperature' | 'topP'> {
  readonly requestId: string;
}

/** An answer in a conversation, before money. */
export type ChatAnswer = Pick<
  Answer,
  'source' | 'promptTokens' | 'completionTokens' | 'totalSeconds' | 'generationSeconds'
> &
  Known & { readonly refusal?: ReturnType<typeof refusal>; readonly chargeable: boolean };

/** Answers a turn. What the language alone knows, and what the simulator computes, is free and holds no money. */
export async function chat(
  chatting: Chatting,
  account: Account,
  turn: ChatTurn,
  emit: (delta: ChatDelta) => void,
  client: AbortSignal,
): Promise<Billed<ChatAnswer>> {
  const route = routeTurn(turn);
  const plan = planAnswer(route);
  if (plan.by === 'model') return askModel({ generating: chatting, account, turn, route, prompt: plan, emit }, client);
  const known = plan.by === 'language' ? plan.known : await runInChat(chatting, { ...plan, lang: route.lang }, client);
  emit({ field: 'content', text: known.content });
  if (known.code !== undefined) emit({ field: 'code', text: known.code });
  const answer = unpaid(known, route);
  return { answer, cost: costOf(0, chatting.rate), balance: await chatting.ledger.balance(account.id) };
}

const unpaid = (known: Known, { lang }: Route): ChatAnswer => ({
  ...known,
  ...(known.outcome === 'refused' && { refusal: { ...refusal('out_of_scope', lang), message: known.content } }),
  source: 'template',
  chargeable: false,
  promptTokens: 0,
  completionTokens: 0,
  totalSeconds: 0,
  generationSeconds: 0,
});

interface Asking {
  readonly generating: Generating;
  readonly account: Account;
  readonly turn: ChatTurn;
  readonly route: Route;
  readonly prompt: ModelPrompt;
  readonly emit: (delta: ChatDelta) => void;
}

function askModel(
  { generating, account, turn, route, prompt, emit }: Asking,
  client: AbortSignal,
): Promise<Billed<ChatAnswer>> {
  const { requestId, maxTokens, temperature, topP } = turn;
  return metered(
    generating,
    { account, requestId, feature: 'chat', maxTokens },
    client,
    async (signal) => {
      const { task, prompt: text } = prompt;
      const request = { task, prompt: text, maxTokens, temperature, topP };
      // Only the first words of a program of its own are sure to be those of the answer.
      const deltas = task === 'generate' ? reasoningAsContent(emit) : () => undefined;
      return worded(await answerPrompt(generating, request, deltas, signal), route);
    },
    (answer) => answer,
  );
}

/** The model's answer in the words of a conversation. What the template reads in code is not what a change asks for. */
function worded(answer: Answer, route: Route): ChatAnswer {
  const { source, promptTokens, completionTokens, totalSeconds, generationSeconds } = answer;
  const work = { source, promptTokens, completionTokens, totalSeconds, generationSeconds };
  const isOwn = source === 'model' || route.intent === 'generate';
  const known =
    answer.outcome === 'completed' && isOwn ? repliedMarkdown(route, answer.calls, answer.reasoning) : undefined;
  if (known !== undefined) return { ...work, ...known, chargeable: isChargeable(answer) };
  const partly = partlyFixed(route);
  if (partly !== undefined) return { ...work, ...partly, source: 'template', chargeable: false };
  const { lang } = route;
  const reason =
    answer.outcome === 'refused' && isOwn
      ? answer.refusal
      : { ...refusal('contradiction', lang), message: CHAT[lang].notFixed };
  return { ...work, outcome: 'refused', content: reason.message, calls: [], refusal: reason, chargeable: false };
}
