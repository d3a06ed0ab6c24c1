import { exactText } from '../../core/money.ts';
import type { Words } from '../../core/recent-words.ts';
import type { RequestCost } from '../../core/usage-view.ts';
import { button, filled, h, labelled } from '../../run-panel/webview/dom.ts';
import type { Receipt } from '../messages.ts';
import { featureText, secondsText, timeText, wholeText } from './format.ts';
import type { Page } from './page.ts';
import { table } from './table.ts';

export interface RequestsView {
  readonly element: HTMLElement;
  add(requests: readonly RequestCost[], next: string | null): void;
  show(receipt: Receipt, words: Words | undefined): void;
  /** Says that a rating has arrived. */
  thank(id: string, shared: boolean): void;
}

/** The requests, newest first, and the receipt of one of them. */
export function requestsView(first: readonly RequestCost[], following: string | null, page: Page): RequestsView {
  const { texts, lang, send } = page;
  const receiptButton = ({ id, at }: RequestCost) =>
    button(texts.receipt, () => send({ kind: 'receipt', id }), {
      'aria-label': filled(texts.receiptOf, timeText(at, lang)),
      'data-request': id,
    });
  const rowOf = (request: RequestCost) => [
    timeText(request.at, lang),
    featureText(request.feature, page),
    texts.sources[request.source] ?? request.source,
    secondsText(request.seconds, lang),
    wholeText(request.tokens, lang),
    exactText(request.cost),
    receiptButton(request),
  ];
  let requests = first;
  let next = following;
  const list = h('div');
  const receipt = h('div', { class: 'receipt-area', 'aria-live': 'polite' });
  const draw = () => {
    const numbers = [texts.seconds, texts.tokens, texts.cost];
    const words = [texts.feature, texts.source].map((text) => ({ text }));
    list.replaceChildren(
      table({
        title: texts.requests,
        columns: [texts.time, ...words, ...numbers, { text: texts.receipt }],
        rows: requests.map(rowOf),
      }),
      ...(next === null ? [] : [button(texts.more, () => send({ kind: 'more' }), { id: 'more' })]),
    );
  };
  const close = (id: string) => {
    receipt.replaceChildren();
    list.querySelector<HTMLElement>(`[data-request="${CSS.escape(id)}"]`)?.focus();
  };
  draw();
  return {
    element: h('section', { id: 'requests' }, h('h2', {}, texts.requests), receipt, list),
    add(more, following) {
      requests = [...requests, ...more];
      next = following;
      draw();
    },
    show(shown, words) {
      receipt.replaceChildren(receiptCard(shown, words, page, () => close(shown.id)));
      receipt.querySelector('h3')?.focus();
    },
    thank(id, shared) {
      const question = receipt.querySelector(`[data-rated="${CSS.escape(id)}"]`);
      question?.replaceChildren(h('span', { role: 'status' }, shared ? texts.thanksShared : texts.thanks));
    },
  };
}

function receiptCard(receipt: Receipt, words: Words | undefined, page: Page, close: () => void): HTMLElement {
  const { texts, lang, send } = page;
  const { id, promptTokens, completionTokens, held, cost } = receipt;
  const share = h('input', { type: 'checkbox', id: 'share' });
  const rate = (text: string, rating: 'up' | 'down') =>
    button(text, () => send({ kind: 'rate', id, rating, share: share.checked }));
  const facts: readonly (readonly [string, string])[] = [
    [texts.requestId, id],
    [texts.feature, featureText(receipt.feature, page)],
    [texts.source, texts.sources[receipt.source] ?? receipt.source],
    [texts.seconds, secondsText(receipt.seconds, lang)],
    [texts.tokens, filled(texts.tokensOf, wholeText(promptTokens, lang), wholeText(completionTokens, lang))],
    [texts.held, exactText(held)],
    [texts.charged, exactText(cost)],
    [texts.givenBack, exactText(held - cost)],
  ];
  return h(
    'article',
    { class: 'receipt' },
    h('h3', { tabindex: -1 }, filled(texts.receiptOf, timeText(receipt.at, lang))),
    h('dl', {}, ...facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
    ...(words === undefined
      ? []
      : [
          labelled(texts.share, share),
          h('details', {}, h('summary', {}, texts.shared), h('pre', {}, `${words.prompt}\n\n${words.code}`)),
        ]),
    h(
      'div',
      { class: 'controls' },
      h('span', { class: 'controls', 'data-rated': id }, texts.right, rate(texts.yes, 'up'), rate(texts.no, 'down')),
      h('span', { class: 'spring' }),
      button(texts.close, close),
    ),
  );
}
