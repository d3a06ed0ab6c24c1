import type { Algorithm, Lang, Slots } from '../algorithm.ts';
import { BACKENDS, type Backend, backendNamed, DEFAULT_BACKEND, DEFAULT_SHOTS } from '../backends.ts';
import type { Call } from '../call.ts';
import { simulatedCircuitOf } from '../call-circuit.ts';
import { depthOf } from '../circuit.ts';
import { numberText, shareText } from '../number-text.ts';
import { entryOf, qubitsOf, writeProgram } from '../program.ts';
import { runCall } from '../run.ts';
import { aboutMarkdown } from './about.ts';
import { MAX_CHAT_WORK } from './limits.ts';
import { escaped, inCode, paragraphs, table } from './markdown.ts';
import type { Subjects } from './subjects.ts';
import { CHAT } from './words.ts';

const SHOWN_OUTCOMES = 4;
const MOST_COLUMNS = 4;

/** Calls, algorithms or backends side by side. */
export function comparisonMarkdown(calls: readonly Call[], subjects: Subjects, lang: Lang): string {
  const { algorithms, backends } = subjects;
  if (calls.length === 0 && algorithms.length === 0) return backendComparison(backends, lang);
  const compared = [...calls, ...algorithms.flatMap(exampleOf)].slice(0, MOST_COLUMNS);
  if (compared.length < 2) return aboutMarkdown(subjects, lang);
  return paragraphs(
    callComparison(compared, lang),
    ...(calls.length === 0 ? [knowledgeOf(compared, lang)] : [differences(compared, lang)]),
  );
}

function exampleOf({ id, examples }: Algorithm<Slots>): Call[] {
  const [slots] = examples;
  return slots === undefined
    ? []
    : [{ name: 'result', program: { algorithm: id, slots }, backend: DEFAULT_BACKEND, shots: DEFAULT_SHOTS }];
}

function callComparison(calls: readonly Call[], lang: Lang): string {
  const { columns } = CHAT[lang];
  const facts = calls.map((call) => factsOf(call, lang));
  const names = [...new Set(facts.flatMap((each) => Object.keys(each)))] as (keyof typeof columns)[];
  const rows = names.map((name) => [columns[name], ...facts.map((each) => each[name] ?? '–')]);
  return table(['', ...calls.map(({ program }) => `**${escaped(entryOf(program).title[lang])}**`)], rows);
}

type Facts = Partial<Record<keyof (typeof CHAT)['en']['columns'], string>>;

function factsOf(call: Call, lang: Lang): Facts {
  const found = simulatedCircuitOf(call, lang);
  const qubits = qubitsOf(call.program);
  const common: Facts = { program: inCode(writeProgram(call.program)) };
  const run: Facts = { shots: numberText(call.shots, lang), backend: inCode(call.backend), cost: costOf(call, lang) };
  if (found.state !== 'circuit') return { ...common, ...(qubits > 0 && { qubits: numberText(qubits, lang) }), ...run };
  const { circuit } = found;
  const likeliest =
    circuit.gates.length * 2 ** circuit.qubits > MAX_CHAT_WORK ? {} : { likeliest: outcomesOf(call, lang) ?? '–' };
  return {
    ...common,
    qubits: numberText(circuit.qubits, lang),
    gates: numberText(circuit.gates.length, lang),
    depth: numberText(depthOf(circuit), lang),
    ...likeliest,
    ...run,
  };
}

const costOf = ({ backend }: Call, lang: Lang): string =>
  backendNamed(backend)?.kind === 'hardware' ? CHAT[lang].paid : CHAT[lang].free;

function outcomesOf(call: Call, lang: Lang): string | undefined {
  const run = runCall({ ...call, shots: 1 }, { seed: 0, lang });
  if (run === undefined) return undefined;
  const all = [...run.probabilities].sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1));
  const shown = all.slice(0, SHOWN_OUTCOMES).map(([bits, share]) => `${inCode(bits)} ${shareText(share, lang)}`);
  const more = all.length - shown.length;
  return [...shown, ...(more > 0 ? [CHAT[lang].others(numberText(more, lang))] : [])].join(', ');
}

function knowledgeOf(calls: readonly Call[], lang: Lang): string {
  const { what, when } = CHAT[lang];
  return calls
    .map(({ program }) => {
      const { title, knowledge } = entryOf(program);
      const about = escaped(knowledge.what[lang]);
      return `**${escaped(title[lang])}** · *${what}:* ${about} *${when}:* ${escaped(knowledge.when[lang])}`;
    })
    .join('\n\n');
}

/** `shots 1024 → 500`, between each call and the first. */
function differences(calls: readonly Call[], lang: Lang): string {
  const words = CHAT[lang];
  const [first, ...rest] = calls;
  const lines = first === undefined ? [] : [...new Set(rest.flatMap((call) => changesBetween(first, call, lang)))];
  return lines.length === 0 ? words.same : `**${words.differences}**\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

/** What one call has otherwise than another, a line a thing. */
export function changesBetween(before: Call, after: Call, lang: Lang): string[] {
  const { columns } = CHAT[lang];
  const changed = (what: string, from: string, to: string): string[] =>
    from === to ? [] : [`${what}: ${inCode(from)} → ${inCode(to)}`];
  return [
    ...changed(columns.program, writeProgram(before.program), writeProgram(after.program)),
    ...changed(columns.backend, before.backend, after.backend),
    ...changed(columns.shots, String(before.shots), String(after.shots)),
  ];
}

function backendComparison(backends: readonly Backend[], lang: Lang): string {
  const compared = backends.length > 0 ? backends : BACKENDS;
  return aboutMarkdown({ algorithms: [], backends: compared, concepts: [], allBackends: false }, lang);
}
