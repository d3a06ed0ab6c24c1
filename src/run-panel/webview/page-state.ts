import type { OutcomeLabels } from '@bioql/language/drawing/histogram-layout';
import type { OutcomeQuery } from '@bioql/language/drawing/outcomes';
import type { FromPage } from '../messages.ts';

/** What a person has set on the page; VS Code keeps it while the page is hidden. */
export interface PageState {
  /** The program that folds and gates are of. */
  readonly program: string;
  readonly folded?: readonly number[];
  /** A scale, or `fit`. */
  readonly zoom?: number | 'fit';
  /** How many gates the shown state has behind it; all when unsaid. */
  readonly after?: number;
  readonly query: OutcomeQuery;
  readonly labels: OutcomeLabels;
  /** Whether the amplitudes are unfolded; unsaid, where they have room. */
  readonly stateOpen?: boolean;
  readonly aboutOpen: boolean;
  readonly scroll: number;
}

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const FRESH: PageState = {
  program: '',
  query: { sort: 'outcome', top: 64, filter: '' },
  labels: 'bits',
  aboutOpen: false,
  scroll: 0,
};

export interface Host {
  send(message: FromPage): void;
  state(): PageState;
  change(changes: Partial<PageState>): void;
  /** Forgets what belonged to another program. */
  enter(program: string): void;
}

export function connectHost(): Host {
  const api = acquireVsCodeApi();
  let state = api.getState() ?? FRESH;
  const change = (changes: Partial<PageState>) => {
    state = { ...state, ...changes };
    api.setState(state);
  };
  return {
    send: (message) => api.postMessage(message),
    state: () => state,
    change,
    enter(program) {
      if (state.program === program) return;
      const { labels, aboutOpen, query } = state;
      state = { ...FRESH, program, labels, aboutOpen, query: { ...query, filter: '' } };
      api.setState(state);
    },
  };
}
