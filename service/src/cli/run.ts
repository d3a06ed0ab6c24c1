import { randomInt } from 'node:crypto';
import type { Lang } from '@bioql/language/algorithm';
import { backendNamed, MAX_SHOTS } from '@bioql/language/backends';
import type { Call } from '@bioql/language/call';
import { simulatedCircuitOf } from '@bioql/language/call-circuit';
import { compareRuns, type SampledRun, sampledRun, seedOfStep } from '@bioql/language/compare-runs';
import { entryOf, writeProgram } from '@bioql/language/program';
import { type ProgramRun, runCall } from '@bioql/language/run';
import type { Command } from 'commander';
import { JSON_OPTION, type JsonOption } from './arguments.ts';
import { at, callsOf, FILE_ARGUMENT, type FoundCall, type LangOption, langOption } from './calls.ts';
import { comparisonText } from './comparison-text.ts';
import { print } from './print.ts';
import { complain, InputError } from './program.ts';
import { headingText, runText } from './run-text.ts';
import { readSource } from './source.ts';

type Options = JsonOption &
  LangOption & { readonly seed?: number; readonly shots?: number; readonly compare?: boolean };

const SEEDS = 2 ** 32;
const SHOWN_OUTCOMES = 16;

export function registerRunCommand(program: Command): void {
  program
    .command('run')
    .description('simulate every call in a file: exact probabilities and sampled counts, free and without a service')
    .argument(...FILE_ARGUMENT)
    .option('--seed <number>', 'of the samples, to repeat a run (else a random one, which is shown)', seedOption)
    .option('--shots <number>', 'instead of those in the file', shotsOption)
    .option('--compare', 'the calls with each other; call n then draws with seed + n - 1, for samples of its own')
    .addOption(langOption())
    .option(...JSON_OPTION)
    .action(async (file: string, options: Options) => {
      const calls = callsOf(await readSource(file), options);
      const seed = options.seed ?? randomInt(SEEDS);
      const seedOf = (at: number): number => (options.compare === true ? seedOfStep(seed, at + 1) : seed);
      const results = calls.flatMap((found, at) => resultOf(withShots(found, options.shots), seedOf(at), options));
      if (results.length === 0 && options.json !== true) return;
      const texts = () => results.map((result) => resultText(result, options.lang));
      if (options.compare !== true) return print(options, results.map(resultJson), () => texts().join('\n\n\n'));
      const comparisons = compareRuns(results.flatMap(sampled), SHOWN_OUTCOMES);
      print(options, { runs: results.map(resultJson), comparisons }, () =>
        [...texts(), comparisonText(comparisons, options.lang)].join('\n\n\n'),
      );
    });
}

const seedOption = (text: string): number => wholeNumber(text, [0, SEEDS - 1], 'seed_invalid');
const shotsOption = (text: string): number => wholeNumber(text, [1, MAX_SHOTS], 'shots_out_of_range');

function wholeNumber(text: string, [least, most]: readonly [number, number], code: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new InputError(code, `"${text}" is not a whole number from ${least} to ${most}.`);
}

const withShots = ({ call, place }: FoundCall, shots = call.shots): FoundCall => ({ call: { ...call, shots }, place });

interface Result {
  readonly call: Call;
  readonly seed: number;
  /** `undefined` when the program is described but not simulated. */
  readonly run?: ProgramRun;
  readonly note?: string;
  readonly conclusion?: string;
}

/** The result of a call; none, and a word on stderr, when the call has a problem. */
function resultOf({ call, place }: FoundCall, seed: number, options: Options): Result[] {
  const { lang } = options;
  const found = simulatedCircuitOf(call, lang);
  if (found.state === 'described') {
    const facts = entryOf(call.program).facts?.(call.program.slots, lang);
    return [{ call, seed, note: found.message, ...(facts !== undefined && { conclusion: facts }) }];
  }
  if (found.state !== 'circuit') {
    complain(options, { code: found.code, message: at(place, found.message, lang) });
    return [];
  }
  const run = runCall(call, { seed, lang });
  const note = notRunThere(call, lang);
  return [{ call, seed, ...(run && { run, ...conclusionOf(run) }), ...(note !== undefined && { note }) }];
}

/** A result for the comparison; its step is its place among the results. */
const sampled = ({ call, run }: Result, at: number): SampledRun[] =>
  run === undefined ? [] : [sampledRun(at + 1, call.shots, run)];

function notRunThere({ backend }: Call, lang: Lang): string | undefined {
  if (backendNamed(backend)?.provider === 'local') return undefined;
  return lang === 'en'
    ? `Simulated on this computer; nothing was sent to ${backend}.`
    : `Simulado en este equipo; no se ha enviado nada a ${backend}.`;
}

const conclusionOf = ({ conclusion }: ProgramRun) => (conclusion === undefined ? {} : { conclusion });

const resultJson = ({ call, seed, run, note, conclusion }: Result) => ({
  algorithm: call.program.algorithm,
  program: writeProgram(call.program),
  backend: call.backend,
  shots: call.shots,
  qubits: run?.circuit.qubits ?? null,
  depth: run?.depth ?? null,
  probabilities: run === undefined ? null : Object.fromEntries(run.probabilities),
  counts: run === undefined ? null : Object.fromEntries(run.counts),
  seed,
  ...(note !== undefined && { note }),
  ...(conclusion !== undefined && { conclusion }),
});

function resultText({ call, run, note, conclusion }: Result, lang: Lang): string {
  if (run !== undefined) return runText(call, run, note, lang);
  return [headingText(call, lang), ...[conclusion, note].filter((line) => line !== undefined)].join('\n');
}
