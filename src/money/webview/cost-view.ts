import { costText, exactText } from '../../core/money.ts';
import { swatch, usageChart } from '../../core/usage-chart.ts';
import type { UsageView } from '../../core/usage-view.ts';
import { filled, h, onWidth, svgElement } from '../../run-panel/webview/dom.ts';
import { createRoving } from '../../run-panel/webview/roving.ts';
import type { Summary } from '../messages.ts';
import { daySentence, dayText, featureText, monthText, secondsText, wholeText } from './format.ts';
import type { Page } from './page.ts';
import { table } from './table.ts';

const LEAST_WIDTH = 360;

function legend(features: readonly string[], page: Page): HTMLElement {
  const entries = features.map((feature, kind) => h('li', {}, svgElement(swatch(kind)), featureText(feature, page)));
  return h('ul', { class: 'legend' }, ...entries);
}

/** The chart, and below it the day that the pointer or the keys are on. */
function chart(view: UsageView, features: readonly string[], { perDay }: Summary, page: Page): HTMLElement {
  const { texts, lang } = page;
  const detail = h('p', { class: 'quiet', role: 'status' }, texts.chartKeys);
  const area = h('div', { class: 'chart' });
  const tell = (target: EventTarget | null) => {
    const day = target instanceof Element ? target.closest<SVGElement>('.day')?.dataset['day'] : undefined;
    const found = view.days.find((each) => each.day === day);
    if (found !== undefined) detail.textContent = daySentence(found, page);
  };
  const roving = createRoving(area, ({ dataset }) => dataset['day'] ?? '', tell);
  area.addEventListener('focusin', ({ target }) => tell(target));
  area.addEventListener('pointerover', ({ target }) => tell(target));
  onWidth(area, () => {
    const drawing = svgElement(
      usageChart({
        days: view.days,
        features,
        width: Math.max(LEAST_WIDTH, area.clientWidth),
        perDay,
        texts: {
          title: texts.chartTitle,
          budget: perDay === undefined ? '' : filled(texts.dailyBudget, costText(perDay)),
          day: (day) => dayText(day, lang),
          sentence: (day) => daySentence(day, page),
        },
      }),
    );
    area.replaceChildren(drawing);
    roving.renew([...drawing.querySelectorAll<SVGElement>('.day')].toReversed());
  });
  return h('div', { class: 'chart-side' }, legend(features, page), area, detail);
}

const costOrNothing = (cost: number): string => (cost === 0 ? '–' : exactText(cost));

function dayTable(view: UsageView, features: readonly string[], page: Page): HTMLElement {
  const { texts, lang } = page;
  const costIn = (feature: string, of: { readonly features: UsageView['features'] }) =>
    costOrNothing(of.features.find((each) => each.feature === feature)?.cost ?? 0);
  const used = view.days.filter(({ requests }) => requests > 0).toReversed();
  return table({
    title: texts.byDay,
    columns: [texts.day, texts.total, ...features.map((feature) => featureText(feature, page))],
    rows: used.map((day) => [
      dayText(day.day, lang),
      costOrNothing(day.cost),
      ...features.map((feature) => costIn(feature, day)),
    ]),
    foot: [texts.total, exactText(view.total.cost), ...features.map((feature) => costIn(feature, view))],
  });
}

/** Cost by day, drawn and in numbers. */
export function costView(view: UsageView, summary: Summary, page: Page): HTMLElement {
  const { texts } = page;
  const features = view.features.filter(({ cost }) => cost > 0).map(({ feature }) => feature);
  const heading = h('h2', { id: 'by-day' }, texts.byDay);
  if (view.total.requests === 0) return h('section', { class: 'empty' }, heading, h('p', {}, texts.nothing));
  if (features.length === 0) return h('section', { class: 'empty' }, heading, h('p', {}, texts.nothingSpent));
  return h(
    'section',
    { 'aria-labelledby': 'by-day' },
    heading,
    h('div', { class: 'beside' }, chart(view, features, summary, page), dayTable(view, features, page)),
  );
}

/** Cost by feature and by month, side by side. */
export function sumsView(view: UsageView, page: Page): HTMLElement {
  const { texts, lang } = page;
  const columns = [texts.requests, texts.seconds, texts.tokens, texts.cost];
  const cells = ({ requests, seconds, tokens, cost }: UsageView['total']) => [
    wholeText(requests, lang),
    secondsText(seconds, lang),
    wholeText(tokens, lang),
    exactText(cost),
  ];
  const byFeature = table({
    title: texts.byFeature,
    columns: [texts.feature, ...columns],
    rows: view.features.map((each) => [featureText(each.feature, page), ...cells(each)]),
    foot: [texts.total, ...cells(view.total)],
  });
  const byMonth = table({
    title: texts.byMonth,
    columns: [texts.month, ...columns],
    rows: view.months.toReversed().map((each) => [monthText(each.month, lang), ...cells(each)]),
  });
  return h(
    'div',
    { class: 'halves' },
    h('section', {}, h('h2', {}, texts.byFeature), byFeature),
    h('section', {}, h('h2', {}, texts.byMonth), byMonth),
  );
}
