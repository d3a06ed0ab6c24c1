import { DEFAULT_BACKEND, DEFAULT_SHOTS } from '../backends.ts';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { writeProgram } from '../program.ts';
import type { Span } from '../python-tokens.ts';
import type { Certain } from './certain-program.ts';
import { linesOf, type Statement } from './statements.ts';

/** Where a block of foreign code gets one call. */
export interface Spot {
  readonly at: Statement;
  /** The variable that has the result afterwards. */
  readonly name: string;
  /** Whether the result is printed there, too. */
  readonly printed?: boolean;
  /** What the code says there; `undefined` when that is not clear. */
  readonly certain?: Certain;
}

/** Foreign code that stands for one or a few calls. */
export interface Block extends Span {
  readonly kind: 'database' | 'circuit';
  readonly spots: readonly Spot[];
  /** The statements that go, without those of the spots. */
  readonly doomed: readonly Statement[];
  /** The statements that lose one level of indentation. */
  readonly outdented: readonly Statement[];
  /** Replacements inside statements that stay. */
  readonly edits: readonly TextEdit[];
  /** What a model reads of it: its statements and the comments beside them. */
  readonly says: string;
}

export const callText = ({ program, backend = DEFAULT_BACKEND, shots = DEFAULT_SHOTS }: Certain): string =>
  `quantum("${writeProgram(program)}", backend="${backend}", shots=${shots})`;

/** The edits that put these call texts in the place of a block. */
export function replaceBlock(source: string, block: Block, calls: readonly string[]): TextEdit[] {
  const edits: TextEdit[] = [...block.edits];
  block.spots.forEach(({ at, name, printed }, index) => {
    const indent = /^[ \t]*/.exec(source.slice(source.lastIndexOf('\n', at.from - 1) + 1))?.[0] ?? '';
    const print = printed ? `\n${indent}print(${name})` : '';
    edits.push({ from: at.from, to: at.to, text: `${name} = ${calls[index] ?? ''}${print}` });
  });
  for (const span of goneFrom(source, block.doomed)) edits.push({ ...span, text: '' });
  for (const { from } of [...block.spots.map(({ at }) => at), ...block.outdented]) {
    if (!block.outdented.some((statement) => statement.from === from)) continue;
    const start = source.lastIndexOf('\n', from - 1) + 1;
    const unit = block.outdented[0] ? unitOf(source, block) : '';
    if (source.startsWith(unit, start)) edits.push({ from: start, to: start + unit.length, text: '' });
  }
  return withoutTwice(edits.sort((a, b) => a.from - b.from || a.to - b.to));
}

/** The indentation that the body of the block has more than its header. */
function unitOf(source: string, { doomed, outdented }: Block): string {
  const [header, first] = [doomed.find(({ tokens }) => tokens[0]?.text === 'with'), outdented[0]];
  if (header === undefined || first === undefined) return '';
  const indentOf = (at: number) => /^[ \t]*/.exec(source.slice(source.lastIndexOf('\n', at - 1) + 1))?.[0] ?? '';
  return indentOf(first.from).slice(indentOf(header.from).length);
}

/** The lines of these statements, one span for neighbours, with an empty line that would otherwise be doubled. */
function goneFrom(source: string, statements: readonly Statement[]): Span[] {
  const spans: { from: number; to: number }[] = [];
  for (const { from, to } of [...statements].sort((a, b) => a.from - b.from)) {
    const span = ownLines(source, { from, to });
    const last = spans.at(-1);
    if (last?.to === span.from) last.to = span.to;
    else spans.push({ ...span });
  }
  return spans.map(({ from, to }) => ({ from, to: to + blankBehind(source, from, to) }));
}

/** The whole lines of a statement, or only itself where it shares them. */
function ownLines(source: string, span: Span): Span {
  const lines = linesOf(source, span);
  const alone =
    source.slice(lines.from, span.from).trim() === '' && /^[ \t]*(?:#.*)?\r?\n?$/.test(source.slice(span.to, lines.to));
  if (alone) return lines;
  const gap = /^[ \t]*;[ \t]*/.exec(source.slice(span.to))?.[0].length ?? 0;
  return { from: span.from, to: span.to + gap };
}

/** How much empty space goes with what stands before it, because there is some ahead already. */
function blankBehind(source: string, from: number, to: number): number {
  const before = source.slice(0, from);
  if (before !== '' && !before.endsWith('\n')) return 0;
  const hasBlank = before.trim() === '' || /\n[ \t]*\r?\n$/.test(before);
  return hasBlank ? (/^(?:[ \t]*\r?\n)+/.exec(source.slice(to))?.[0].length ?? 0) : 0;
}

const withoutTwice = (edits: readonly TextEdit[]): TextEdit[] =>
  edits.filter(({ from, to }, at) => {
    const before = edits[at - 1];
    return before === undefined || from >= before.to || (from === to && from === before.to);
  });
