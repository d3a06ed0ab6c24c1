import type { Lang } from './algorithm.ts';
import { type Backend, backendNamed, MAX_SHOTS } from './backends.ts';
import { backendLine, COSTS_MONEY } from './completions.ts';
import { type KeywordFacts, keywordNamed } from './keywords.ts';
import { checkProgram, entryOf, type Program, writeProgram } from './program.ts';
import { summarize } from './program-summary.ts';
import { type CallSite, type PythonFile, readPython, type Span } from './python.ts';
import { NOT_SIMULATED } from './run.ts';

export interface Hover extends Span {
  readonly markdown: string;
}

const WORDS = {
  en: {
    qubits: (count: number) => (count === 1 ? '1 qubit' : `${count} qubits`),
    depth: 'depth',
    gates: (count: number) => (count === 1 ? '1 gate' : `${count} gates`),
    when: 'When',
    standard: 'Default',
    range: 'Range',
    to: 'to',
  },
  es: {
    qubits: (count: number) => (count === 1 ? '1 cúbit' : `${count} cúbits`),
    depth: 'profundidad',
    gates: (count: number) => (count === 1 ? '1 puerta' : `${count} puertas`),
    when: 'Cuándo',
    standard: 'Por defecto',
    range: 'Rango',
    to: 'a',
  },
} as const satisfies Record<Lang, unknown>;

/** What to say about the program, the backend or the keyword at an offset; `before` is what runs ahead of the text. */
export const hoverAt = (source: string, offset: number, lang: Lang, before = ''): Hover | undefined =>
  hoverIn(readPython(source, before), offset, lang);

/** The same for a text that is read already. */
export function hoverIn({ calls }: PythonFile, offset: number, lang: Lang): Hover | undefined {
  for (const site of calls) {
    if (offset < site.from || offset > site.to) continue;
    const hover = callHover(site, offset, lang);
    if (hover !== undefined) return hover;
  }
  return undefined;
}

const holds = ({ from, to }: Span, offset: number): boolean => from <= offset && offset <= to;

function callHover({ program, meaning, keywords, args }: CallSite, offset: number, lang: Lang): Hover | undefined {
  if (offset < args.from) return undefined;
  if (program !== undefined && meaning !== undefined && holds(program.outer, offset)) {
    return { ...program.outer, markdown: programMarkdown(meaning, lang) };
  }
  for (const { name, nameSpan, value, literal } of keywords) {
    const known = keywordNamed(name);
    if (known !== undefined && holds(nameSpan, offset)) return { ...nameSpan, markdown: keywordMarkdown(known, lang) };
    const backend = name === 'backend' ? backendNamed(String(value)) : undefined;
    if (backend !== undefined && literal !== undefined && holds(literal.outer, offset)) {
      return { ...literal.outer, markdown: backendMarkdown(backend, lang) };
    }
  }
  return undefined;
}

function programMarkdown(program: Program, lang: Lang): string {
  const { title, knowledge } = entryOf(program);
  const { source } = knowledge;
  return [
    `**${title[lang]}** · \`${writeProgram(program).replaceAll('`', "'")}\``,
    knowledge.what[lang],
    ...sizeLine(program, lang),
    `*${WORDS[lang].when}:* ${knowledge.when[lang]}`,
    `[${source.title}](${source.url})`,
  ].join('\n\n');
}

const ANYWHERE: Backend = { name: '', provider: 'local', kind: 'hardware', qubits: Number.POSITIVE_INFINITY };

/** Qubits, depth and gates; nothing for a program that breaks a limit, of which a diagnostic tells. */
function sizeLine(program: Program, lang: Lang): string[] {
  const words = WORDS[lang];
  if (checkProgram(program, ANYWHERE) !== undefined) return [];
  const { qubits, circuit } = summarize(program);
  if (qubits === 0) return [NOT_SIMULATED[lang]];
  if (circuit === undefined) return [words.qubits(qubits)];
  const kinds = circuit.kinds.map(([label, count]) => `${count} ${label}`).join(', ');
  const gates = `${words.gates(circuit.gates)}${kinds === '' ? '' : ` (${kinds})`}`;
  return [`${words.qubits(qubits)} · ${words.depth} ${circuit.depth} · ${gates}`];
}

function backendMarkdown(backend: Backend, lang: Lang): string {
  const lines = [`**${backend.name}**`, backendLine(backend)[lang]];
  return [...lines, ...(backend.kind === 'hardware' ? [COSTS_MONEY[lang]] : [])].join('\n\n');
}

function keywordMarkdown({ name, about, standard }: KeywordFacts, lang: Lang): string {
  const words = WORDS[lang];
  const most = MAX_SHOTS.toLocaleString('en-US').replaceAll(',', lang === 'en' ? ',' : ' ');
  return [
    `**${name}**`,
    about[lang],
    ...(name === 'shots' ? [`${words.range}: 1 ${words.to} ${most}`] : []),
    ...(standard === undefined ? [] : [`${words.standard}: \`${JSON.stringify(standard)}\``]),
  ].join('\n\n');
}
