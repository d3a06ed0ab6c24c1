import type { Lang } from '@bioql/language/algorithm';
import type { Call } from '@bioql/language/call';
import { entryOf, qubitsOf, writeProgram } from '@bioql/language/program';
import type { CallSite } from '@bioql/language/python';
import { NOT_SIMULATED } from '@bioql/language/run';
import { aboutCall, failure, failureOfCall } from '../run-panel/about-call.ts';
import type { StepRun, StepState, StepView, WorkflowView } from './messages.ts';

interface Start {
  readonly file: string;
  readonly sites: readonly CallSite[];
  readonly seed: number;
  readonly lang: Lang;
}

/** What is known of the steps before anything runs. */
export const firstViewOf = ({ file, sites, seed, lang }: Start): WorkflowView => ({
  file,
  seed,
  phase: 'running',
  steps: sites.map((site) => firstStep(site, lang)),
  comparisons: [],
});

function firstStep({ call, name = '' }: CallSite, lang: Lang): StepView {
  if (call === undefined) return { name, shots: 0, state: { kind: 'failed', failure: failure('not_understood', '') } };
  return { name, about: aboutCall(call, lang), shots: call.shots, state: firstState(call, lang) };
}

function firstState(call: Call, lang: Lang): StepState {
  const broken = failureOfCall(call, lang);
  if (broken !== undefined) return { kind: 'failed', failure: broken };
  if (qubitsOf(call.program) > 0) return { kind: 'waiting' };
  const facts = entryOf(call.program).facts?.(call.program.slots, lang);
  return { kind: 'described', note: facts === undefined ? NOT_SIMULATED[lang] : `${NOT_SIMULATED[lang]} ${facts}` };
}

export const runOf = ({ name, program, backend, shots }: Call, step: number): StepRun => ({
  step,
  name,
  program,
  text: writeProgram(program),
  backend,
  shots,
});
