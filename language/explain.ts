import type { Lang } from './algorithm.ts';
import { type Backend, backendNamed } from './backends.ts';
import { type Call, explainCall, writeCode } from './call.ts';
import { type CallCircuit, circuitOfCall } from './call-circuit.ts';
import { type Circuit, depthOf, gateLabel } from './circuit.ts';
import { type OutcomeRow, selectOutcomes } from './drawing/outcomes.ts';
import { bitOrderText } from './drawing/words.ts';
import { EXPLAINED, type ExplainWords } from './explain-words.ts';
import { numberText, shareText } from './number-text.ts';
import { entryOf, qubitsOf } from './program.ts';
import { runCall } from './run.ts';

/** A piece of an explanation. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'steps'; readonly steps: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'link'; readonly title: string; readonly url: string };

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A call in words, for a person who has not met its algorithm. */
export interface Explanation {
  readonly title: string;
  /** The call in its canonical form. */
  readonly code: string;
  readonly sections: readonly Section[];
}

/** Amplitudes times gates, beyond which the ideal result is left to a run: about a second of work. */
const MAX_WORK = 2 ** 27;
const SHOWN_OUTCOMES = 8;
const SHOWN_STAGES = 12;

/** `maxWork` bounds what is computed for the ideal result. */
export function explain(call: Call, lang: Lang, maxWork = MAX_WORK): Explanation {
  const words = EXPLAINED[lang];
  const { title, knowledge } = entryOf(call.program);
  const found = circuitOfCall(call, lang);
  const circuit = found.state === 'circuit' ? found.circuit : undefined;
  const sections: Section[] = [
    { heading: words.whatHeading, blocks: [text(knowledge.what[lang]), text(explainCall(call, lang))] },
    { heading: words.factsHeading, blocks: [factTable(call, circuit, lang), ...backendBlocks(call, words)] },
    { heading: words.stepsHeading, blocks: [{ kind: 'steps', steps: knowledge.steps.map((step) => step[lang]) }] },
    ...(circuit === undefined ? [] : circuitSections(call, circuit, lang, maxWork)),
    ...(found.state === 'circuit' ? [] : [{ heading: words[found.state], blocks: [text(found.message)] }]),
    ...factSections(call, found.state, lang),
    { heading: words.whenHeading, blocks: [text(knowledge.when[lang]), { kind: 'link', ...knowledge.source }] },
  ];
  return { title: title[lang], code: writeCode(call), sections };
}

/** What is known of a program that is not simulated. */
function factSections({ program }: Call, state: CallCircuit['state'], lang: Lang): Section[] {
  const facts = state === 'described' ? entryOf(program).facts?.(program.slots, lang) : undefined;
  return facts === undefined ? [] : [{ heading: EXPLAINED[lang].knownHeading, blocks: [text(facts)] }];
}

const text = (words: string): Block => ({ kind: 'text', text: words });

/** The size of a call and where it runs. */
export function factTable(call: Call, circuit: Circuit | undefined, lang: Lang): Block {
  const words = EXPLAINED[lang];
  const qubits = qubitsOf(call.program);
  const rows: (readonly [string, string])[] = [];
  if (qubits > 0) rows.push([words.qubits, numberText(qubits, lang)]);
  if (circuit !== undefined) {
    rows.push([words.gates, gatesText(circuit, lang)], [words.depth, numberText(depthOf(circuit), lang)]);
  }
  rows.push([words.shots, numberText(call.shots, lang)], [words.backend, call.backend]);
  return { kind: 'table', rows };
}

/** `9: 4 h, 3 cx, 2 x`, the most frequent first. */
function gatesText({ gates }: Circuit, lang: Lang): string {
  const counts = new Map<string, number>();
  for (const gate of gates) counts.set(gateLabel(gate), (counts.get(gateLabel(gate)) ?? 0) + 1);
  const kinds = [...counts].sort(([, many], [, few]) => few - many);
  const listed = kinds.map(([label, count]) => `${numberText(count, lang)} ${label}`).join(', ');
  return kinds.length === 0 ? '0' : `${numberText(gates.length, lang)} (${listed})`;
}

function backendBlocks({ backend }: Call, words: ExplainWords): Block[] {
  const place = backendNamed(backend);
  return place === undefined ? [] : [text(backendText(place, words))];
}

function backendText({ name, provider, kind }: Backend, words: ExplainWords): string {
  if (kind === 'hardware') return words.hardware(name, provider);
  return provider === 'local' ? words.localSimulator(name) : words.remoteSimulator(name, provider);
}

function circuitSections(call: Call, circuit: Circuit, lang: Lang, maxWork: number): Section[] {
  const words = EXPLAINED[lang];
  const { stages, measured, qubits } = circuit;
  const unread = Array.from({ length: qubits }, (_, qubit) => qubit).filter((qubit) => !measured.includes(qubit));
  const unreadBlocks = unread.length === 0 ? [] : [text(words.unread(unread.map((qubit) => `q${qubit}`).join(', ')))];
  return [
    ...(stages.length === 0 ? [] : [{ heading: words.stagesHeading, blocks: [stageTable(circuit, lang)] }]),
    { heading: words.bitsHeading, blocks: [text(bitOrderText(measured, lang)), ...unreadBlocks] },
    { heading: words.resultHeading, blocks: resultBlocks(call, circuit, lang, maxWork) },
  ];
}

function stageTable({ stages }: Circuit, lang: Lang): Block {
  const words = EXPLAINED[lang];
  const shown = stages.length > SHOWN_STAGES ? stages.slice(0, SHOWN_STAGES - 1) : stages;
  const rows = shown.map(({ name, from, to }) => [name[lang], words.gateRange(from, to)] as const);
  const [next, last] = [stages[shown.length], stages.at(-1)];
  if (next === undefined || last === undefined) return { kind: 'table', rows };
  return {
    kind: 'table',
    rows: [...rows, [words.others(stages.length - shown.length), words.gateRange(next.from, last.to)]],
  };
}

/** Whether the ideal result is worked out at once. */
export const isQuick = ({ gates, qubits }: Circuit, maxWork = MAX_WORK): boolean =>
  gates.length * 2 ** qubits <= maxWork;

function resultBlocks(call: Call, circuit: Circuit, lang: Lang, maxWork: number): Block[] {
  const words = EXPLAINED[lang];
  if (!isQuick(circuit, maxWork)) return [text(words.tooMuchWork)];
  const hardware = backendNamed(call.backend)?.kind === 'hardware';
  return [...idealBlocks(call, lang), text(hardware ? words.idealBesideNoise : words.ideal)];
}

/** The likeliest outcomes of an ideal machine, and what they mean. */
export function idealBlocks(call: Call, lang: Lang): Block[] {
  const words = EXPLAINED[lang];
  const run = runCall({ ...call, shots: 1 }, { seed: 0, lang });
  if (run === undefined) return [];
  const all: OutcomeRow[] = [...run.probabilities].map(([bits, probability]) => ({ bits, probability, count: 0 }));
  const { rows, others } = selectOutcomes(all, { sort: 'probability', top: SHOWN_OUTCOMES, filter: '' });
  const listed = rows.map(({ bits, probability }) => [bits, shareText(probability, lang)] as const);
  const rest =
    others.outcomes === 0 ? [] : [[words.others(others.outcomes), shareText(others.probability, lang)] as const];
  return [
    ...(run.conclusion === undefined ? [] : [text(run.conclusion)]),
    { kind: 'table', rows: [...listed, ...rest] },
  ];
}
