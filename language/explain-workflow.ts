import type { Lang, Sentence } from './algorithm.ts';
import { backendNamed } from './backends.ts';
import { type Call, explainCall, writeCode } from './call.ts';
import { simulatedCircuitOf } from './call-circuit.ts';
import type { Circuit } from './circuit.ts';
import { idealDistance, type SampledRun, sampledRun } from './compare-runs.ts';
import { DISTANCE, idealText } from './compare-words.ts';
import { type Block, type Explanation, factTable, idealBlocks, isQuick, type Section } from './explain.ts';
import { EXPLAINED } from './explain-words.ts';
import { entryOf, writeProgram } from './program.ts';
import { runCall } from './run.ts';
import { expectedDistance } from './sampling-noise.ts';

const COMPARED: Sentence = { en: 'The steps compared', es: 'Los pasos, comparados' };
const NOTHING_COMPARED: Sentence = {
  en: 'No two steps measure the same number of bits, so there is nothing to compare.',
  es: 'No hay dos pasos que midan el mismo número de bits, así que no hay nada que comparar.',
};
const NOISE: Sentence = {
  en: 'All this is for ideal, noiseless machines; on hardware, noise comes on top.',
  es: 'Todo esto vale para máquinas ideales, sin ruido; en hardware se añade el ruido.',
};

const stepsTitle = (count: number, lang: Lang): string => (lang === 'en' ? `${count} steps` : `${count} pasos`);
const stepTitle = (step: number, title: string, lang: Lang): string =>
  lang === 'en' ? `Step ${step}: ${title}` : `Paso ${step}: ${title}`;
const againText = (step: number, lang: Lang): string =>
  lang === 'en' ? `The program of step ${step} again.` : `Otra vez el programa del paso ${step}.`;

/** A program of several calls in words: each step, and what the steps are to each other. */
export function explainWorkflow(calls: readonly Call[], lang: Lang): Explanation {
  const runs = calls.map((call, at) => idealRun(call, at + 1, lang));
  const programs = calls.map(({ program }) => writeProgram(program));
  const steps = calls.map((call, at): Section => {
    const first = programs.indexOf(programs[at] ?? '');
    return {
      heading: stepTitle(at + 1, entryOf(call.program).title[lang], lang),
      blocks: [
        ...(first === at ? [] : [text(againText(first + 1, lang))]),
        text(explainCall(call, lang)),
        ...stepBlocks(call, lang, first === at),
      ],
    };
  });
  return {
    title: stepsTitle(calls.length, lang),
    code: writeCode(...calls),
    sections: [...steps, { heading: COMPARED[lang], blocks: comparedBlocks(calls, runs, lang) }],
  };
}

const text = (words: string): Block => ({ kind: 'text', text: words });

function stepBlocks(call: Call, lang: Lang, isNew: boolean): Block[] {
  const found = simulatedCircuitOf(call, lang);
  if (found.state !== 'circuit') return [factTable(call, undefined, lang), text(found.message)];
  return [factTable(call, found.circuit, lang), ...(isNew ? resultBlocks(call, found.circuit, lang) : [])];
}

const resultBlocks = (call: Call, circuit: Circuit, lang: Lang): Block[] =>
  isQuick(circuit) ? idealBlocks(call, lang) : [text(EXPLAINED[lang].tooMuchWork)];

/** The run of a call that is worked out at once; its counts are not used. */
function idealRun(call: Call, step: number, lang: Lang): SampledRun | undefined {
  const found = simulatedCircuitOf(call, lang);
  if (found.state !== 'circuit' || !isQuick(found.circuit)) return undefined;
  const run = runCall({ ...call, shots: 1 }, { seed: 0, lang });
  return run && sampledRun(step, call.shots, run);
}

function comparedBlocks(calls: readonly Call[], runs: readonly (SampledRun | undefined)[], lang: Lang): Block[] {
  const known = runs.filter((run) => run !== undefined);
  const pairs = known.flatMap((a, at) =>
    known.slice(at + 1).flatMap((b) => (a.exact.length === b.exact.length ? [pairBlock(a, b, lang)] : [])),
  );
  if (pairs.length === 0) return [text(NOTHING_COMPARED[lang])];
  const hardware = calls.some(({ backend }) => backendNamed(backend)?.kind === 'hardware');
  return [...pairs, text(DISTANCE[lang]), text(hardware ? NOISE[lang] : EXPLAINED[lang].ideal)];
}

const pairBlock = (a: SampledRun, b: SampledRun, lang: Lang): Block =>
  text(
    idealText(
      {
        first: a.step,
        second: b.step,
        ideals: idealDistance(a.exact, b.exact),
        expected: expectedDistance(a, b),
      },
      lang,
    ),
  );
