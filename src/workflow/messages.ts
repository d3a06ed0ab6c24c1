// What the page of a workflow, the extension and the simulator's worker tell each other. A step is named by its place, from 0.
import type { Lang } from '@bioql/language/algorithm';
import type { Circuit } from '@bioql/language/circuit';
import type { Comparison } from '@bioql/language/compare-runs';
import type { OutcomeSelection } from '@bioql/language/drawing/outcomes';
import type { About, Failure, FailureCode, WorkerRun } from '../run-panel/messages.ts';
import type { WorkflowTexts } from './texts.ts';

/** What is drawn from a step that has run. */
export interface StepSample {
  readonly seed: number;
  readonly selection: OutcomeSelection;
}

export interface StepResult {
  readonly circuit: Circuit;
  readonly depth: number;
  readonly conclusion?: string;
}

export type StepState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'result'; readonly result: StepResult; readonly sample: StepSample }
  | { readonly kind: 'described'; readonly note: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface StepView {
  /** The variable that the result is bound to. */
  readonly name: string;
  /** `undefined` when the call is not understood. */
  readonly about?: About;
  readonly shots: number;
  readonly state: StepState;
}

export interface WorkflowView {
  readonly file: string;
  readonly phase: 'running' | 'finished' | 'cancelled';
  readonly seed: number;
  readonly steps: readonly StepView[];
  readonly comparisons: readonly Comparison[];
}

export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'run' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'sample'; readonly seed: number }
  /** Shows a step, or a gate of it, in the code. */
  | { readonly kind: 'reveal'; readonly step: number; readonly gate?: number }
  /** Runs a step in a panel of its own. */
  | { readonly kind: 'open'; readonly step: number }
  | { readonly kind: 'saveCsv' };

export type ToPage =
  | { readonly kind: 'start'; readonly texts: WorkflowTexts; readonly lang: Lang }
  | { readonly kind: 'show'; readonly view: WorkflowView }
  | { readonly kind: 'progress'; readonly step: number; readonly done: number }
  /** The calls in the file are no longer those that were run. */
  | { readonly kind: 'stale'; readonly stale: boolean };

/** A step that can run. */
export interface StepRun extends Pick<WorkerRun, 'program' | 'shots'> {
  readonly step: number;
  readonly name: string;
  readonly text: string;
  readonly backend: string;
}

export type ToWorker =
  | { readonly kind: 'run'; readonly steps: readonly StepRun[]; readonly seed: number; readonly lang: Lang }
  | { readonly kind: 'sample'; readonly seed: number }
  | { readonly kind: 'csv' };

export type FromWorker =
  | { readonly kind: 'progress'; readonly step: number; readonly done: number }
  | { readonly kind: 'result'; readonly step: number; readonly result: StepResult; readonly sample: StepSample }
  | { readonly kind: 'notSimulated'; readonly step: number }
  | { readonly kind: 'stepFailed'; readonly step: number; readonly code: FailureCode; readonly detail: string }
  | { readonly kind: 'sampled'; readonly seed: number; readonly samples: ReadonlyMap<number, StepSample> }
  | { readonly kind: 'compared'; readonly comparisons: readonly Comparison[] }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly detail: string }
  | { readonly kind: 'csv'; readonly csv: string };
