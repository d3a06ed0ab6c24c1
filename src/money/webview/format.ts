import { costText, exactText } from '../../core/money.ts';
import type { DayCost } from '../../core/usage-view.ts';
import { filled } from '../../run-panel/webview/dom.ts';
import type { Page } from './page.ts';

/** `22 nov` in the language of the page; days are those of UTC. */
export const dayText = (day: string, lang: string): string =>
  new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day));

export const monthText = (month: string, lang: string): string =>
  new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01`));

/** A moment, in the time zone of the person. */
export const timeText = (at: string, lang: string): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at));

export const wholeText = (value: number, lang: string): string => new Intl.NumberFormat(lang).format(value);

export const secondsText = (seconds: number, lang: string): string =>
  new Intl.NumberFormat(lang, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(seconds);

export const featureText = (feature: string, { texts }: Page): string => texts.features[feature] ?? feature;

/** All of a day in one sentence. */
export function daySentence({ day, cost, features }: DayCost, page: Page): string {
  const { texts, lang } = page;
  const name = dayText(day, lang);
  if (cost === 0) return filled(texts.dayNothing, name);
  const parts = features
    .filter((each) => each.cost > 0)
    .map((each) => `${featureText(each.feature, page)} ${costText(each.cost)}`);
  return filled(texts.dayCost, name, exactText(cost), parts.join(', '));
}
