// The page of usage: shows what the extension tells it, and asks for the rest. Bundled as `dist/usage-panel.js`.
import { balanceText, costText, exactText } from '../../core/money.ts';
import type { UsageView } from '../../core/usage-view.ts';
import { button, filled, h, labelled, select } from '../../run-panel/webview/dom.ts';
import { SPANS, type SpanDays, type Summary, type ToPage } from '../messages.ts';
import { costView, sumsView } from './cost-view.ts';
import { connectHost, type Page } from './page.ts';
import { type RequestsView, requestsView } from './requests-view.ts';

const host = connectHost();
const root = document.querySelector('main') ?? document.body;
let page: Page | undefined;
let requests: RequestsView | undefined;

const fact = (name: string, value: string, exact: string): HTMLElement =>
  h('div', { class: 'fact' }, h('dt', {}, name), h('dd', { title: exact }, value));

function summaryFacts({ balance, today, thisMonth, perDay }: Summary, { texts }: Page): HTMLElement {
  const spent = costText(today);
  return h(
    'dl',
    { class: 'facts' },
    fact(texts.balance, balanceText(balance), exactText(balance)),
    fact(texts.today, perDay === undefined ? spent : filled(texts.ofBudget, spent, costText(perDay)), exactText(today)),
    fact(texts.thisMonth, costText(thisMonth), exactText(thisMonth)),
  );
}

function controls({ texts, send }: Page): HTMLElement {
  const load = () => send({ kind: 'load', days: host.days() });
  const spans = SPANS.map((days) => [String(days), filled(texts.lastDays, days)] as const);
  const span = select(spans, String(host.days()), (days) => {
    host.choose(Number(days) as SpanDays);
    load();
  });
  span.id = 'span';
  return h(
    'div',
    { class: 'controls' },
    labelled(texts.span, span),
    button(texts.refresh, load, { id: 'refresh' }),
    h('span', { class: 'spring' }),
    button(texts.exportCsv, () => send({ kind: 'csv' }), { id: 'csv' }),
    button(texts.showLog, () => send({ kind: 'log' }), { id: 'log' }),
  );
}

function show(view: UsageView, summary: Summary, shown: Page): void {
  const { activeElement } = document;
  const top = h('div', { class: 'title' }, h('h1', {}, shown.texts.title));
  requests = requestsView(view.requests, view.next, shown);
  const lists = view.total.requests === 0 ? [] : [sumsView(view, shown), requests.element];
  root.replaceChildren(top, summaryFacts(summary, shown), controls(shown), costView(view, summary, shown), ...lists);
  if (activeElement?.id) document.getElementById(activeElement.id)?.focus();
}

function showFailure(sentence: string, remedy: string, { texts, send }: Page): void {
  root.replaceChildren(
    h('div', { class: 'title' }, h('h1', {}, texts.title)),
    h(
      'section',
      { class: 'failure', role: 'alert' },
      h('p', {}, sentence),
      h(
        'div',
        { class: 'controls' },
        button(remedy, () => send({ kind: 'remedy' })),
        button(texts.refresh, () => send({ kind: 'load', days: host.days() })),
        button(texts.showLog, () => send({ kind: 'log' })),
      ),
    ),
  );
}

function start({ texts, lang }: ToPage & { kind: 'start' }): Page {
  root.replaceChildren(h('h1', {}, texts.title), h('p', { role: 'status' }, texts.loading));
  return { texts, lang, send: host.send };
}

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'start') page = start(data);
  if (page === undefined) return;
  switch (data.kind) {
    case 'usage':
      return show(data.view, data.summary, page);
    case 'more':
      return requests?.add(data.requests, data.next);
    case 'receipt':
      return requests?.show(data.receipt, data.words);
    case 'rated':
      return requests?.thank(data.id, data.shared);
    case 'failed':
      return showFailure(data.sentence, data.remedy, page);
  }
});
host.send({ kind: 'ready', days: host.days() });
