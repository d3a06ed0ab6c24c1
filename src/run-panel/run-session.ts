import type { Lang } from '@bioql/language/algorithm';
import type { Call } from '@bioql/language/call';
import { qubitsOf } from '@bioql/language/program';
import { NOT_SIMULATED } from '@bioql/language/run';
import { aboutCall, failure, failureOfCall } from './about-call.ts';
import type { About, Answer, FromWorker, Question, View } from './messages.ts';
import { type Simulator, startSimulator } from './simulator.ts';

/** Of a first run: everybody who runs the same program sees the same bars. */
const FIRST_SEED = 1;

/** The runs of one panel, one at a time. */
export interface RunSession {
  /** Runs a call; `undefined` is one that is not understood. */
  run(call: Call | undefined): void;
  view(): View | undefined;
  ask(question: Question): void;
  csv(): void;
  cancel(): void;
  dispose(): void;
}

export interface SessionParts {
  /** The bundle of the worker. */
  readonly worker: string;
  readonly lang: Lang;
  show(view: View): void;
  answer(answer: Answer): void;
  saveCsv(csv: string): void;
}

export function createRunSession({ worker, lang, ...parts }: SessionParts): RunSession {
  let view: View | undefined;
  let simulator: Simulator | undefined;
  const show = (next: View) => {
    view = next;
    parts.show(next);
  };
  const stop = () => {
    simulator?.dispose();
    simulator = undefined;
  };
  const described = (about: About) => show({ kind: 'described', about, note: NOT_SIMULATED[lang] });
  const hear = (message: FromWorker, about: About) => {
    switch (message.kind) {
      case 'progress':
        return show({ kind: 'running', about, done: message.done });
      case 'result':
        return show({ kind: 'result', about, result: message.result });
      case 'notSimulated':
        return described(about);
      case 'failed':
        stop();
        return show({ kind: 'failed', about, failure: failure(message.code, message.detail) });
      case 'answer':
        if (message.answer.kind === 'sampled' && view?.kind === 'result')
          view = { ...view, result: { ...view.result, ...message.answer.sampling } };
        return parts.answer(message.answer);
      case 'csv':
        return parts.saveCsv(message.csv);
    }
  };
  const simulate = ({ program, shots }: Call, about: About) => {
    const seed = view?.kind === 'result' ? view.result.seed : FIRST_SEED;
    show({ kind: 'running', about, done: 0 });
    simulator = startSimulator(worker, { program, shots, seed, lang }, (message) => hear(message, about));
  };
  return {
    run(call) {
      stop();
      if (call === undefined) return show({ kind: 'failed', failure: failure('not_understood', '') });
      const about = aboutCall(call, lang);
      const broken = failureOfCall(call, lang);
      if (broken !== undefined) show({ kind: 'failed', about, failure: broken });
      else if (qubitsOf(call.program) === 0) described(about);
      else simulate(call, about);
    },
    view: () => view,
    ask: (question) => simulator?.ask(question),
    csv: () => simulator?.csv(),
    cancel() {
      stop();
      if (view?.kind === 'running') show({ kind: 'cancelled', about: view.about });
    },
    dispose: stop,
  };
}
