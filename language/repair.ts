import type { Sentence } from './algorithm.ts';
import type { TextEdit } from './diagnostics/diagnostic.ts';
import { type PythonFile, readPython, type Span } from './python.ts';
import { misplacedArguments, wrongKeywords } from './repair/arguments.ts';
import { callText, replaceBlock } from './repair/block.ts';
import { missingParenthesis, misspeltCallee } from './repair/callee.ts';
import { chainedCall } from './repair/chained.ts';
import { addedImport, misspeltImport } from './repair/imports.ts';
import { blocksOf, type Left, leftIn } from './repair/left.ts';
import { originOf, type Patched, stepped, textOf, trimmed } from './repair/patches.ts';
import { brokenLimit, missingProgram, wordedProgram } from './repair/program-text.ts';
import { bareBackend, missingQuotes } from './repair/quotes.ts';
import { statementsOf, touching } from './repair/statements.ts';
import type { ChangeKind, Rule, Step } from './repair/step.ts';
import { brokenSyntax } from './repair/syntax.ts';
import { wrongBackend, wrongShots } from './repair/values.ts';

/** One replacement in the text as it was given, in UTF-16 code units; all changes together make the new text. */
export interface Change extends TextEdit {
  readonly kind: ChangeKind;
  readonly message: Sentence;
}

export interface Repaired {
  readonly code: string;
  /** In the order of their place; they do not overlap. */
  readonly changes: readonly Change[];
  readonly file: PythonFile;
  readonly patched: Patched;
  /** What is still wrong, in offsets of the new text. */
  readonly left: readonly Left[];
  /** The part of the new text that stands for the part of the old one that was asked for. */
  readonly within: Span;
}

export interface RepairOptions {
  /** What runs ahead of the text, such as earlier cells of a notebook. */
  readonly before?: string;
  /** Only the statements that this part touches are mended; without it, everything. */
  readonly within?: Span;
}

const BLOCK_MESSAGES: Readonly<Record<'database' | 'circuit', Sentence>> = {
  database: {
    en: 'BioQL is no database: the program is one call of quantum().',
    es: 'BioQL no es una base de datos: el programa es una llamada a quantum().',
  },
  circuit: {
    en: 'The Qiskit circuit is one call of quantum().',
    es: 'El circuito de Qiskit es una llamada a quantum().',
  },
};

/** Foreign code whose program is clear. */
const clearBlocks: Rule = (file) =>
  blocksOf(file).flatMap((block): Step[] => {
    const texts = block.spots.map(({ certain }) => certain && callText(certain));
    if (texts.includes(undefined)) return [];
    const edits = replaceBlock(file.source, block, texts as string[]);
    return [{ kind: block.kind, message: BLOCK_MESSAGES[block.kind], edits }];
  });

/** In this order: what later rules read must be sound first. */
const RULES: readonly Rule[] = [
  misspeltImport,
  chainedCall,
  misspeltCallee,
  missingParenthesis,
  clearBlocks,
  bareBackend,
  missingQuotes,
  wrongShots,
  misplacedArguments,
  brokenSyntax,
  wrongKeywords,
  wrongBackend,
  missingProgram,
  wordedProgram,
  brokenLimit,
  addedImport,
];
const MOST_STEPS = 300;

/** Mends Python text that holds BioQL calls as far as that needs no guessing. */
export const repair = (source: string, options: RepairOptions = {}): Repaired =>
  repairFurther({ source, patches: [] }, options);

/** The same for a text that is changed already; `within` is a part of the text before all changes. */
export function repairFurther(start: Patched, { before = '', within: asked }: RepairOptions): Repaired {
  const { source } = start;
  const within = asked && wholeStatements(readPython(source), asked);
  let patched = start;
  let file = readPython(textOf(patched), before);
  const seen = new Set<string>();
  for (let count = 0; count < MOST_STEPS && !seen.has(file.source); count += 1) {
    seen.add(file.source);
    const step = nextStep(file, (found) => isWithin(found, patched, file, within));
    if (step === undefined) break;
    patched = stepped(patched, step);
    file = readPython(textOf(patched), before);
  }
  const now = nowOf(patched, within ?? { from: 0, to: source.length });
  const left = leftIn(file).filter(({ from, to }) => within === undefined || (from <= now.to && now.from <= to));
  return { code: file.source, changes: changesOf(patched), file, patched, left, within: now };
}

/** A part with all of the statements that it touches. */
function wholeStatements(file: PythonFile, span: Span): Span {
  const statements = touching(statementsOf(file), span);
  return {
    from: Math.min(span.from, ...statements.map(({ from }) => from)),
    to: Math.max(span.to, ...statements.map(({ to }) => to)),
  };
}

function nextStep(file: PythonFile, allowed: (step: Step) => boolean): Step | undefined {
  for (const rule of RULES) {
    const step = rule(file).find(allowed);
    if (step !== undefined) return step;
  }
  return undefined;
}

/** Whether a step belongs to the part that was asked for; an import does when a call of that part needs it. */
function isWithin({ kind, edits }: Step, patched: Patched, { calls }: PythonFile, within: Span | undefined): boolean {
  if (within === undefined) return true;
  const inside = ({ from, to }: Span) => originOf(patched, from) <= within.to && within.from <= originOf(patched, to);
  return kind === 'import' ? calls.some(inside) : edits.some(inside);
}

/** Where a part of the first text is now. */
function nowOf({ patches }: Patched, { from, to }: Span): Span {
  const moved = (offset: number, isEnd: boolean) =>
    patches.reduce((sum, patch) => {
      if (isEnd ? patch.from > offset : patch.to > offset || patch.from === offset) return sum;
      return sum + patch.text.length - (patch.to - patch.from);
    }, offset);
  return { from: moved(from, false), to: moved(to, true) };
}

/** The replacements of a text, each with its reasons. */
export function changesOf({ source, patches }: Patched): Change[] {
  return patches.flatMap((patch) => {
    const edit = trimmed(source, patch);
    const [first] = patch.notes;
    if (edit === undefined || first === undefined) return [];
    const join = (lang: 'en' | 'es') => [...new Set(patch.notes.map(({ message }) => message[lang]))].join(' ');
    const { from, to, text } = edit;
    return [{ kind: first.kind, message: { en: join('en'), es: join('es') }, from, to, text }];
  });
}
