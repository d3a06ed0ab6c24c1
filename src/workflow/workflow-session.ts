import type { Lang } from '@bioql/language/algorithm';
import type { CallSite } from '@bioql/language/python';
import { NOT_SIMULATED } from '@bioql/language/run';
import { failure } from '../run-panel/about-call.ts';
import { firstViewOf, runOf } from './first-view.ts';
import type { FromWorker, StepState, StepView, WorkflowView } from './messages.ts';
import { startWorkflowWorker, type WorkflowWorker } from './worker.ts';

/** Of a first run: everybody who runs the same program sees the same bars. */
const FIRST_SEED = 1;

export interface WorkflowSession {
  /** Runs every step anew, whatever is still running of the last run. */
  run(file: string, sites: readonly CallSite[]): void;
  view(): WorkflowView | undefined;
  sample(seed: number): void;
  csv(): void;
  cancel(): void;
  dispose(): void;
}

export interface SessionParts {
  /** The bundle of the worker. */
  readonly script: string;
  readonly lang: Lang;
  show(view: WorkflowView): void;
  progress(step: number, done: number): void;
  saveCsv(csv: string): void;
}

export function createWorkflowSession({ script, lang, ...parts }: SessionParts): WorkflowSession {
  let view: WorkflowView | undefined;
  let worker: WorkflowWorker | undefined;
  const change = (changes: Partial<WorkflowView>) => {
    if (view === undefined) return;
    view = { ...view, ...changes };
    parts.show(view);
  };
  const setState = (at: number, state: StepState) =>
    change({ steps: (view?.steps ?? []).map((step, index) => (index === at ? { ...step, state } : step)) });
  const endOpen = (state: StepState): readonly StepView[] =>
    (view?.steps ?? []).map((step) => (isOpen(step) ? { ...step, state } : step));
  const stop = () => {
    worker?.dispose();
    worker = undefined;
  };
  const hear = (message: FromWorker): unknown => {
    switch (message.kind) {
      case 'progress':
        if (view?.steps[message.step]?.state.kind === 'waiting') setState(message.step, { kind: 'running' });
        return parts.progress(message.step, message.done);
      case 'result':
        return setState(message.step, { kind: 'result', result: message.result, sample: message.sample });
      case 'notSimulated':
        return setState(message.step, { kind: 'described', note: NOT_SIMULATED[lang] });
      case 'stepFailed':
        return setState(message.step, { kind: 'failed', failure: failure(message.code, message.detail) });
      case 'sampled':
        if (view !== undefined) view = { ...view, seed: message.seed, steps: resampled(view.steps, message.samples) };
        return undefined;
      case 'compared':
        return change({ phase: 'finished', comparisons: message.comparisons });
      case 'failed':
        stop();
        return change({
          phase: 'finished',
          steps: endOpen({ kind: 'failed', failure: failure(message.code, message.detail) }),
        });
      case 'csv':
        return parts.saveCsv(message.csv);
    }
  };
  return {
    run(file, sites) {
      stop();
      const seed = view?.seed ?? FIRST_SEED;
      view = firstViewOf({ file, sites, seed, lang });
      parts.show(view);
      const steps = sites.flatMap(({ call }, step) =>
        call !== undefined && view?.steps[step]?.state.kind === 'waiting' ? [runOf(call, step)] : [],
      );
      if (steps.length === 0) return change({ phase: 'finished' });
      worker = startWorkflowWorker(script, hear);
      worker.tell({ kind: 'run', steps, seed, lang });
    },
    view: () => view,
    sample: (seed) => worker?.tell({ kind: 'sample', seed }),
    csv: () => worker?.tell({ kind: 'csv' }),
    cancel() {
      if (view?.phase !== 'running') return;
      stop();
      change({ phase: 'cancelled', steps: endOpen({ kind: 'cancelled' }) });
    },
    dispose: stop,
  };
}

const isOpen = ({ state }: StepView): boolean => state.kind === 'waiting' || state.kind === 'running';

const resampled = (
  steps: readonly StepView[],
  samples: Extract<FromWorker, { kind: 'sampled' }>['samples'],
): StepView[] =>
  steps.map((step, at) => {
    const sample = samples.get(at);
    return sample === undefined || step.state.kind !== 'result' ? step : { ...step, state: { ...step.state, sample } };
  });
