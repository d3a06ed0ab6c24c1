import type { Sentence } from './algorithm.ts';
import { ALGORITHMS } from './algorithms/index.ts';
import { BACKENDS, type Backend, DEFAULT_BACKEND, DEFAULT_SHOTS } from './backends.ts';
import { KEYWORDS, USUAL_SHOTS } from './keywords.ts';
import { entryOf, type Program, readProgram, writeProgram } from './program.ts';
import { type CallSite, type PythonFile, readPython, type Span } from './python.ts';
import { tokensBefore } from './python-tokens.ts';
import { numbersOf, withNumbers } from './repair-program.ts';

/** Something that can be typed at a place; `from` and `to` are what it replaces. */
export interface Completion extends Span {
  readonly label: string;
  readonly insertText: string;
  readonly kind: Backend['kind'] | 'keyword' | 'program' | 'shots';
  readonly detail: Sentence;
  readonly documentation?: Sentence;
}

type Item = Omit<Completion, 'from' | 'to'>;

/** What fits at an offset inside a call, the likeliest first; `before` is what runs ahead of the text. */
export const completionsAt = (source: string, offset: number, before = ''): Completion[] =>
  completionsIn(readPython(source, before), offset);

/** The same for a text that is read already. */
export function completionsIn(file: PythonFile, offset: number): Completion[] {
  const site = file.calls.findLast(({ args }) => args.from <= offset && offset <= args.to);
  if (site === undefined || file.comments.some(({ from, to }) => from < offset && offset <= to)) return [];
  const place = placeAt(file, site, offset);
  return place === undefined ? [] : place.items.map((item) => ({ ...item, from: place.from, to: place.to }));
}

interface Place extends Span {
  readonly items: readonly Item[];
}

const holds = ({ from, to }: Span, offset: number): boolean => from <= offset && offset <= to;

function placeAt(file: PythonFile, site: CallSite, offset: number): Place | undefined {
  const { program, keywords } = site;
  if (program !== undefined && holds(program.outer, offset)) {
    if (!holds(program, offset)) return undefined;
    const items = programItems(file.source.slice(program.from, offset));
    return { from: program.from, to: program.to, items: items.map((item) => quotedFor(item, program.quote)) };
  }
  const keyword = keywords.find(({ nameSpan, valueSpan }) => nameSpan.to < offset && offset <= valueSpan.to);
  const empty = keywords.findLast(({ valueSpan }) => valueSpan.from === valueSpan.to && valueSpan.to <= offset);
  const typed = keyword ?? (empty && isBlank(file.source.slice(empty.valueSpan.to, offset)) ? empty : undefined);
  if (typed === undefined) return namePlace(file, site, offset);
  const { name, literal, valueSpan } = typed;
  if (literal !== undefined) {
    return name === 'backend' && holds(literal, offset)
      ? { from: literal.from, to: literal.to, items: BACKENDS.map(backendItem) }
      : undefined;
  }
  const bare = /^[\w.]*$/.test(file.source.slice(valueSpan.from, valueSpan.to)) && valueSpan.from < valueSpan.to;
  const span = bare ? valueSpan : { from: offset, to: offset };
  if (name === 'backend') return { ...span, items: BACKENDS.map(backendItem).map(inQuotes) };
  if (name === 'shots') return { ...span, items: USUAL_SHOTS.map(shotsItem) };
  return name === 'program' ? { ...span, items: programItems('').map(inQuotes) } : undefined;
}

const isBlank = (text: string): boolean => /^\s*$/.test(text);

/** Where an argument begins: a keyword may stand there, and a program if it is the first one. */
function namePlace({ tokens }: PythonFile, { args, keywords, program }: CallSite, offset: number): Place | undefined {
  const last = tokensBefore(tokens, offset) - 1;
  const word = tokens[last];
  const typing = word?.kind === 'name' && word.to >= offset;
  const before = tokens[typing ? last - 1 : last];
  if (before === undefined || before.to < args.from || (before.text !== ',' && before.to !== args.from))
    return undefined;
  if (depthIn(tokens.slice(tokensBefore(tokens, args.from), last + 1)) > 0) return undefined;
  const span = typing ? { from: word.from, to: Math.max(word.to, offset) } : { from: offset, to: offset };
  const free = KEYWORDS.filter(({ name, standard }) => {
    return (
      standard !== undefined &&
      !keywords.some((keyword) => keyword.name === name && keyword.nameSpan.from !== span.from)
    );
  });
  const items = free.map(({ name, about }): Item => {
    return { label: name, insertText: `${name}=`, kind: 'keyword', detail: KEYWORD, documentation: about };
  });
  const first = before.to === args.from && (program === undefined || program.from > offset);
  return { ...span, items: first && program === undefined ? [...programItems('').map(inQuotes), ...items] : items };
}

function depthIn(tokens: PythonFile['tokens']): number {
  let depth = 0;
  for (const { kind, text } of tokens) {
    if (kind !== 'sign') continue;
    if (text === '(' || text === '[' || text === '{') depth += 1;
    if (text === ')' || text === ']' || text === '}') depth -= 1;
  }
  return depth;
}

const KEYWORD: Sentence = { en: 'keyword', es: 'argumento' };

/** The programs of the examples, with the numbers that are typed already; what the text means by itself comes first. */
function programItems(typed: string): Item[] {
  const meant = readProgram(typed);
  const numbers = numbersOf(typed);
  const examples = ALGORITHMS.flatMap((algorithm) =>
    algorithm.examples.map((slots): Program => ({ algorithm: algorithm.id, slots })),
  );
  const adapted = numbers.length === 0 ? [] : examples.flatMap((program) => adaptedTo(program, numbers));
  const programs = [...(meant ? [meant] : []), ...adapted, ...examples];
  const items = new Map<string, Item>();
  for (const program of programs) {
    const label = writeProgram(program);
    const { title, knowledge } = entryOf(program);
    if (items.has(label)) continue;
    items.set(label, { label, insertText: label, kind: 'program', detail: title, documentation: knowledge.what });
  }
  return [...items.values()];
}

/** The program with these numbers instead of its own, where it can have them. */
function adaptedTo(program: Program, numbers: readonly string[]): Program[] {
  const text = withNumbers(writeProgram(program), numbers);
  const read = readProgram(text);
  const same = read?.algorithm === program.algorithm && writeProgram(read) === text;
  return same && entryOf(read).check(read.slots, SIMULATOR) === undefined ? [read] : [];
}

const SIMULATOR = BACKENDS.find(({ name }) => name === DEFAULT_BACKEND) as Backend;

const KINDS: Readonly<Record<Backend['kind'], Sentence>> = {
  simulator: { en: 'simulator', es: 'simulador' },
  hardware: { en: 'hardware', es: 'hardware' },
};

/** `IBM · hardware · 127 qubits` */
export const backendLine = ({ provider, kind, qubits }: Backend): Sentence => ({
  en: `${provider} · ${KINDS[kind].en} · ${qubits} qubits`,
  es: `${provider} · ${KINDS[kind].es} · ${qubits} cúbits`,
});

export const COSTS_MONEY: Sentence = { en: 'Running there costs money.', es: 'Ejecutar ahí cuesta dinero.' };

const backendItem = (backend: Backend): Item => ({
  label: backend.name,
  insertText: backend.name,
  kind: backend.kind,
  detail: backendLine(backend),
  ...(backend.kind === 'hardware' && { documentation: COSTS_MONEY }),
});

const shotsItem = (shots: number): Item => ({
  label: String(shots),
  insertText: String(shots),
  kind: 'shots',
  detail:
    shots === DEFAULT_SHOTS
      ? { en: 'shots, the default', es: 'mediciones, lo habitual' }
      : { en: 'shots', es: 'mediciones' },
});

const inQuotes = (item: Item): Item => ({ ...item, insertText: `"${item.insertText}"` });

const quotedFor = (item: Item, quote: '"' | "'" | undefined): Item =>
  quote === undefined ? item : { ...item, insertText: item.insertText.replaceAll(quote, `\\${quote}`) };
