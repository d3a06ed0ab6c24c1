// One run, or the steps of one program, in a thread of its own, bundled as `dist/simulator-worker.cjs`; it ends when it is terminated.
import { parentPort, workerData } from 'node:worker_threads';
import { circuitOf } from '@bioql/language/program';
import { TooManyQubits } from '@bioql/language/simulator';
import { type Simulation, simulateWhole } from '../core/simulation.ts';
import { serveWorkflow, WORKFLOW } from '../workflow/run-steps.ts';
import type { Answer, FromWorker, Question, ToWorker, WorkerRun } from './messages.ts';

const PROGRESS_MS = 60;

const send = (message: FromWorker): void => parentPort?.postMessage(message);

function run({ program, lang, shots, seed }: WorkerRun): Simulation | undefined {
  const startedAt = performance.now();
  const circuit = circuitOf(program);
  if (circuit === undefined) {
    send({ kind: 'notSimulated' });
    return undefined;
  }
  let reportedAt = startedAt;
  const simulation = simulateWhole(circuit, (done) => {
    const now = performance.now();
    if (now - reportedAt < PROGRESS_MS) return;
    reportedAt = now;
    send({ kind: 'progress', done });
  });
  simulation.sample(shots, seed);
  const conclusion = simulation.conclusion(program, lang);
  const tookMs = performance.now() - startedAt;
  const { depth } = simulation;
  send({
    kind: 'result',
    result: { circuit, depth, shots, seed, tookMs, ...(conclusion !== undefined && { conclusion }) },
  });
  return simulation;
}

function answerTo(question: Question, simulation: Simulation): Answer {
  switch (question.kind) {
    case 'sample':
      simulation.sample(question.sampling.shots, question.sampling.seed);
      return { kind: 'sampled', sampling: question.sampling };
    case 'select':
      return { kind: 'selected', query: question.query, selection: simulation.select(question.query) };
    case 'state':
      return { kind: 'state', after: question.after, table: simulation.stateAfter(question.after) };
  }
}

function serveRun(): void {
  let simulation: Simulation | undefined;
  parentPort?.on('message', (message: ToWorker) => {
    try {
      if (message.kind === 'run') simulation = run(message.run);
      else if (simulation === undefined) return;
      else if (message.kind === 'csv') send({ kind: 'csv', csv: simulation.csv() });
      else send({ kind: 'answer', answer: answerTo(message.question, simulation) });
    } catch (error) {
      const code = error instanceof TooManyQubits ? error.code : 'internal';
      send({ kind: 'failed', code, detail: String(error) });
    }
  });
}

if (workerData === WORKFLOW) serveWorkflow();
else serveRun();
