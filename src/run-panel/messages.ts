// What the panel's page, the extension and the simulator's worker tell each other.
import type { Lang } from '@bioql/language/algorithm';
import type { Circuit } from '@bioql/language/circuit';
import type { OutcomeQuery, OutcomeSelection } from '@bioql/language/drawing/outcomes';
import type { AmplitudeTable } from '../core/amplitudes.ts';
import type { PanelTexts } from './texts.ts';

export interface Sampling {
  readonly shots: number;
  readonly seed: number;
}

/** What is known before anything runs. */
export interface About {
  readonly title: string;
  /** The canonical program string. */
  readonly program: string;
  readonly backend: string;
  /** What is run and measured, in two sentences. */
  readonly reasoning: string;
  /** That the backend is hardware and this is not. */
  readonly hardware?: string;
  readonly what: string;
  readonly steps: readonly string[];
  readonly when: string;
  readonly source: { readonly title: string; readonly url: string };
}

export interface RunResult extends Sampling {
  readonly circuit: Circuit;
  readonly depth: number;
  readonly conclusion?: string;
  readonly tookMs: number;
}

export type FailureCode = 'too_many_qubits' | 'out_of_memory' | 'invalid_program' | 'not_understood' | 'internal';

export interface Failure {
  readonly code: FailureCode;
  readonly sentence: string;
  readonly advice: string;
}

/** What the panel shows. */
export type View =
  | { readonly kind: 'running'; readonly about: About; readonly done: number }
  | { readonly kind: 'cancelled'; readonly about: About }
  | { readonly kind: 'result'; readonly about: About; readonly result: RunResult }
  | { readonly kind: 'described'; readonly about: About; readonly note: string }
  | { readonly kind: 'failed'; readonly about?: About; readonly failure: Failure };

/** What the page wants to know of a finished run. */
export type Question =
  | { readonly kind: 'sample'; readonly sampling: Sampling }
  | { readonly kind: 'select'; readonly query: OutcomeQuery }
  | { readonly kind: 'state'; readonly after: number };

export type Answer =
  | { readonly kind: 'sampled'; readonly sampling: Sampling }
  | { readonly kind: 'selected'; readonly query: OutcomeQuery; readonly selection: OutcomeSelection }
  | { readonly kind: 'state'; readonly after: number; readonly table: AmplitudeTable };

export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'reveal'; readonly gate: number }
  | { readonly kind: 'saveSvg'; readonly what: 'circuit' | 'histogram'; readonly svg: string }
  | { readonly kind: 'saveCsv' }
  | { readonly kind: 'run' }
  | { readonly kind: 'cancel' };

export type ToPage =
  | { readonly kind: 'start'; readonly texts: PanelTexts; readonly lang: Lang }
  | { readonly kind: 'show'; readonly view: View }
  /** The call in the file is no longer the one that was run. */
  | { readonly kind: 'stale'; readonly stale: boolean }
  | { readonly kind: 'answer'; readonly answer: Answer };

export type ToWorker =
  | { readonly kind: 'run'; readonly run: WorkerRun }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'csv' };

export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'result'; readonly result: RunResult }
  | { readonly kind: 'notSimulated' }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly detail: string }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'csv'; readonly csv: string };

export interface WorkerRun extends Sampling {
  readonly program: { readonly algorithm: string; readonly slots: Readonly<Record<string, string | number>> };
  readonly lang: Lang;
}
