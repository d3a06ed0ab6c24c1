import type { FromPage, SpanDays } from '../messages.ts';
import type { UsageTexts } from '../texts.ts';

/** What a person has chosen; VS Code keeps it while the page is hidden. */
export interface PageState {
  readonly days: SpanDays;
}

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page, as its parts need it. */
export interface Page {
  readonly texts: UsageTexts;
  readonly lang: string;
  send(message: FromPage): void;
}

export interface Host {
  send(message: FromPage): void;
  days(): SpanDays;
  choose(days: SpanDays): void;
}

export function connectHost(): Host {
  const api = acquireVsCodeApi();
  let state = api.getState() ?? { days: 30 };
  return {
    send: (message) => api.postMessage(message),
    days: () => state.days,
    choose(days) {
      state = { days };
      api.setState(state);
    },
  };
}
