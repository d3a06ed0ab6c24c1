import type { Lang } from '@bioql/language/algorithm';
import { backendNamed } from '@bioql/language/backends';
import type { Call } from '@bioql/language/call';
import { simulatedCircuitOf } from '@bioql/language/call-circuit';
import { diagnoseFile } from '@bioql/language/diagnostics';
import { drawHistogram } from '@bioql/language/drawing/histogram-svg';
import { type OutcomeRow, type OutcomeSum, selectOutcomes } from '@bioql/language/drawing/outcomes';
import { entryOf, writeProgram } from '@bioql/language/program';
import { type CallSite, type PythonFile, readPython } from '@bioql/language/python';
import { type ProgramRun, runCall } from '@bioql/language/run';

export interface SimulationRequest {
  readonly code: string;
  readonly seed: number;
  /** Instead of those in the code. */
  readonly shots?: number;
  readonly lang: Lang;
}

/** The likeliest outcomes of a run, and its histogram. */
export interface RunResult {
  readonly depth: number;
  readonly rows: readonly OutcomeRow[];
  readonly others: OutcomeSum;
  readonly svg: string;
}

/** One call; without a result, `note` says why. */
export interface SimulatedCall {
  readonly call: Call;
  readonly result?: RunResult;
  readonly conclusion?: string;
  readonly note?: string;
}

export type Simulation =
  | { readonly state: 'ran'; readonly calls: readonly SimulatedCall[] }
  | { readonly state: 'not_runnable'; readonly message: string };

const MAX_CALLS = 16;
const LISTED_OUTCOMES = 1024;
const DRAWN_OUTCOMES = 32;

/** Runs every call of a Python text on the simulator, unless one of them cannot run anywhere. */
export function simulateCode({ code, shots, ...options }: SimulationRequest): Simulation {
  const { lang } = options;
  const file = readPython(code);
  if (file.calls.length === 0) return notRunnable(TEXTS[lang].noCalls);
  if (file.calls.length > MAX_CALLS) return notRunnable(TEXTS[lang].tooManyCalls);
  const calls: SimulatedCall[] = [];
  for (const site of file.calls) {
    if (site.call === undefined) return notRunnable(at(site, file, lang, problemOf(site, file, lang)));
    const simulated = simulateCall({ ...site.call, shots: shots ?? site.call.shots }, options);
    if (typeof simulated === 'string') return notRunnable(at(site, file, lang, simulated));
    calls.push(simulated);
  }
  return { state: 'ran', calls };
}

type Options = Pick<SimulationRequest, 'seed' | 'lang'>;

/** The run of a call, or why it is not valid. */
function simulateCall(call: Call, { seed, lang }: Options): SimulatedCall | string {
  const found = simulatedCircuitOf(call, lang);
  if (found.state === 'refused') return found.message;
  if (found.state !== 'circuit') {
    const facts = found.state === 'described' ? entryOf(call.program).facts?.(call.program.slots, lang) : undefined;
    return { call, note: found.message, ...(facts !== undefined && { conclusion: facts }) };
  }
  const run = runCall(call, { seed, lang });
  if (run === undefined) throw new Error(`${call.program.algorithm} has a circuit but no run`);
  const hardware = backendNamed(call.backend)?.provider !== 'local';
  return {
    call,
    result: resultOf(call, run, lang),
    ...(run.conclusion !== undefined && { conclusion: run.conclusion }),
    ...(hardware && { note: TEXTS[lang].notSent(call.backend) }),
  };
}

function resultOf(call: Call, { circuit, depth, probabilities, counts }: ProgramRun, lang: Lang): RunResult {
  const all: OutcomeRow[] = [...probabilities].map(([bits, probability]) => ({
    bits,
    probability,
    count: counts.get(bits) ?? 0,
  }));
  const listed = selectOutcomes(all, { sort: 'probability', top: LISTED_OUTCOMES, filter: '' });
  const drawn = selectOutcomes(all, { sort: 'outcome', top: DRAWN_OUTCOMES, filter: '' });
  const svg = drawHistogram(drawn.rows, {
    lang,
    shots: call.shots,
    measured: circuit.measured,
    others: drawn.others,
    title: writeProgram(call.program),
  });
  return { depth, rows: listed.rows, others: listed.others, svg };
}

const notRunnable = (message: string): Simulation => ({ state: 'not_runnable', message });

/** The first error in a call that is not understood. */
function problemOf(site: CallSite, file: PythonFile, lang: Lang): string {
  const found = diagnoseFile(file).find(
    ({ severity, code, from, to }) =>
      severity === 'error' && code !== 'missing-import' && from >= site.from && to <= site.to,
  );
  return found?.message[lang] ?? TEXTS[lang].notUnderstood;
}

const at = ({ from }: CallSite, { source }: PythonFile, lang: Lang, sentence: string): string =>
  `${TEXTS[lang].line} ${source.slice(0, from).split(/\r\n?|\n/).length}: ${sentence}`;

const TEXTS = {
  en: {
    line: 'Line',
    noCalls: 'There is no quantum(...) call in the code.',
    tooManyCalls: `There are more than ${MAX_CALLS} quantum(...) calls in the code.`,
    notUnderstood: 'This call is not understood: its arguments must be written out.',
    notSent: (backend: string) => `An ideal simulation; nothing was sent to ${backend}.`,
  },
  es: {
    line: 'Línea',
    noCalls: 'No hay ninguna llamada quantum(...) en el código.',
    tooManyCalls: `Hay más de ${MAX_CALLS} llamadas quantum(...) en el código.`,
    notUnderstood: 'Esta llamada no se entiende: sus argumentos deben estar escritos tal cual.',
    notSent: (backend: string) => `Una simulación ideal; no se ha enviado nada a ${backend}.`,
  },
} as const;
