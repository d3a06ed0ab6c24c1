import { parentPort } from 'node:worker_threads';
import { compareRuns, seedOfStep } from '@bioql/language/compare-runs';
import { circuitOf } from '@bioql/language/program';
import { TooManyQubits } from '@bioql/language/simulator';
import { type Simulation, simulateWhole } from '../core/simulation.ts';
import { workflowCsv } from '../core/workflow-csv.ts';
import type { FromWorker, StepRun, StepSample, ToWorker } from './messages.ts';

/** What a worker is told at its start, to run the steps of a program instead of one call. */
export const WORKFLOW = 'workflow';

const PROGRESS_MS = 60;
const SHOWN_OUTCOMES = 32;
const COMPARED_OUTCOMES = 16;

interface RanStep extends StepRun {
  readonly simulation: Simulation;
}

const send = (message: FromWorker): void => parentPort?.postMessage(message);

/** Runs steps one after the other, compares them, and draws again as often as it is asked. */
export function serveWorkflow(): void {
  let ran: RanStep[] = [];
  let seed = 0;
  parentPort?.on('message', (message: ToWorker) => {
    try {
      if (message.kind === 'run') {
        seed = message.seed;
        ran = message.steps.flatMap((step) => runStep(step, message) ?? []);
        compare(ran);
      } else if (message.kind === 'sample') {
        seed = message.seed;
        send({ kind: 'sampled', seed, samples: new Map(ran.map((step) => [step.step, sample(step, seed)])) });
        compare(ran);
      } else send({ kind: 'csv', csv: csvOf(ran, seed) });
    } catch (error) {
      send({ kind: 'failed', code: 'internal', detail: String(error) });
    }
  });
}

function runStep(run: StepRun, { seed, lang }: ToWorker & { kind: 'run' }): RanStep | undefined {
  const { step, program } = run;
  try {
    send({ kind: 'progress', step, done: 0 });
    const circuit = circuitOf(program);
    if (circuit === undefined) {
      send({ kind: 'notSimulated', step });
      return undefined;
    }
    let reportedAt = performance.now();
    const simulation = simulateWhole(circuit, (done) => {
      const now = performance.now();
      if (now - reportedAt < PROGRESS_MS) return;
      reportedAt = now;
      send({ kind: 'progress', step, done });
    });
    const conclusion = simulation.conclusion(program, lang);
    const { depth } = simulation;
    const ran = { ...run, simulation };
    const result = { circuit, depth, ...(conclusion !== undefined && { conclusion }) };
    send({ kind: 'result', step, result, sample: sample(ran, seed) });
    return ran;
  } catch (error) {
    const code = error instanceof TooManyQubits ? error.code : 'internal';
    send({ kind: 'stepFailed', step, code, detail: String(error) });
    return undefined;
  }
}

function sample({ step, shots, simulation }: RanStep, base: number): StepSample {
  const seed = seedOfStep(base, step + 1);
  simulation.sample(shots, seed);
  return { seed, selection: simulation.select({ sort: 'outcome', top: SHOWN_OUTCOMES, filter: '' }) };
}

function compare(ran: readonly RanStep[]): void {
  const runs = ran.map(({ step, shots, simulation: { exact, counts } }) => ({
    step: step + 1,
    shots,
    exact,
    counts: counts(),
  }));
  send({ kind: 'compared', comparisons: compareRuns(runs, COMPARED_OUTCOMES) });
}

const csvOf = (ran: readonly RanStep[], seed: number): string =>
  workflowCsv(
    ran.map(({ step, name, text, backend, shots, simulation: { exact, counts } }) => ({
      ...{ step: step + 1, name, program: text, backend, shots, exact },
      seed: seedOfStep(seed, step + 1),
      counts: counts(),
    })),
  );
