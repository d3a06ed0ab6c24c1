import type { Lang, Sentence } from './algorithm.ts';
import { type Call, checkCall, explainCalls } from './call.ts';
import type { TextEdit } from './diagnostics/diagnostic.ts';
import { fixPrompt } from './exchange.ts';
import { writeProgram } from './program.ts';
import { type CallSite, type PythonFile, readPython, type Span } from './python.ts';
import { type Left, leftOf } from './repair/left.ts';
import { type Patched, stepped, textOf } from './repair/patches.ts';
import { callsIn, mended, splice } from './repair/splice.ts';
import { statementsOf } from './repair/statements.ts';
import { runWish } from './repair/wish.ts';
import { type Change, changesOf, type Repaired, type RepairOptions, repair, repairFurther } from './repair.ts';
import { lastMessage, readTraceback } from './traceback.ts';

export interface FixRequest extends RepairOptions {
  readonly code: string;
  /** What a person wants changed. */
  readonly instruction?: string;
  /** A traceback, or a message. */
  readonly diagnostics?: string;
}

/** A fix as far as it needs no model, and what a model is to be asked for the rest. */
export interface FixPlan {
  readonly code: string;
  readonly changes: readonly Change[];
  /** What is still wrong, in offsets of the code, whether or not it is asked for. */
  readonly left: readonly Left[];
  readonly ask?: { readonly places: readonly Left[]; readonly prompt: string };
  readonly patched: Patched;
  readonly options: RepairOptions;
}

/** The most calls that one reply of the model has. */
const MOST_CALLS = 6;
const MOST_CHARS = 3000;

/** Mends what needs no guessing, and plans the rest. */
export function planFix({ code, instruction = '', diagnostics = '', ...options }: FixRequest): FixPlan {
  const repaired = repair(code, options);
  const wish = instruction === '' || repaired.left.length > 0 ? undefined : runWish(instruction);
  const wished = wish === undefined ? undefined : granted(repaired, wish, instruction);
  if (wished !== undefined) return planOf(wished, [], options);
  const places = placesFor(repaired, instruction, diagnostics);
  const says =
    instruction !== '' ? instruction : diagnostics !== '' ? lastMessage(diagnostics) : (places[0]?.message.en ?? '');
  const asked = fitting(places);
  const prompt = fixPrompt(asked.map((place) => place.says).join('\n'), says.trim());
  return {
    ...planOf(repaired.patched, repaired.left, options),
    ...(asked.length > 0 && { ask: { places: asked, prompt } }),
  };
}

const planOf = (patched: Patched, left: readonly Left[], options: RepairOptions): FixPlan => ({
  code: textOf(patched),
  changes: changesOf(patched),
  left,
  patched,
  options,
});

/** The plan with the calls of a reply in their places; `undefined` when they do not fit there, or do not help. */
export function completeFix(plan: FixPlan, calls: readonly Call[]): FixPlan | undefined {
  const { patched, ask, options } = plan;
  if (ask === undefined) return undefined;
  const file = readPython(textOf(patched), options.before);
  const edits = splice(file, ask.places, calls);
  if (edits === undefined || edits.length === 0) return undefined;
  return helped(plan, stepped(plan.patched, { kind: 'model', message: saidOf(calls), edits }));
}

/** The plan with another text in the place of a part of its code; `undefined` when that does not help. */
export const replaceInFix = (plan: FixPlan, edit: TextEdit, message: Sentence): FixPlan | undefined =>
  helped(plan, stepped(plan.patched, { kind: 'model', message, edits: [edit] }));

/** The plan with a changed text, where that leaves less to be done than before. */
function helped({ ask, left, options }: FixPlan, changed: Patched): FixPlan | undefined {
  const after = repairFurther(changed, options);
  const solved = ask?.places.filter((place) => left.includes(place)).length ?? 0;
  return after.left.length > left.length - solved ? undefined : planOf(after.patched, after.left, options);
}

/** The reasons of all changes, a line each, and what the calls of a reply do. */
export function explainFix(changes: readonly Change[], calls: readonly Call[], lang: Lang): string {
  const lines = [...new Set(changes.map(({ message }) => message[lang]))];
  return [...lines, ...(calls.length > 0 ? [explainCalls(calls, lang)] : [])].join('\n');
}

function saidOf(calls: readonly Call[]): Sentence {
  const list = calls
    .map(({ program, backend, shots }) => `"${writeProgram(program)}" (${backend}, ${shots})`)
    .join('; ');
  return { en: `Now written as ${list}.`, es: `Ahora se escribe ${list}.` };
}

const overlaps = (span: Span, { from, to }: Span): boolean => span.from <= to && from <= span.to;

/** The calls that a wish about backend and shots changes, changed; `undefined` when one of them could not run so. */
function granted(repaired: Repaired, wish: Partial<Call>, instruction: string): Patched | undefined {
  const { file, patched, within } = repaired;
  const sites = file.calls.filter((site) => overlaps(site, within));
  const edits = sites.flatMap((site) => {
    const call = site.call && { ...site.call, ...wish };
    return call === undefined || checkCall(call) !== undefined ? [] : mended(site, call, file.source);
  });
  const possible = sites.every(({ call }) => call !== undefined && checkCall({ ...call, ...wish }) === undefined);
  if (!possible || sites.length === 0) return undefined;
  if (edits.length === 0) return patched;
  const text = instruction.trim();
  return stepped(patched, {
    kind: 'keyword',
    message: { en: `As asked: ${text}.`, es: `Como se pide: ${text}.` },
    edits,
  });
}

/** What the model is asked about: what is wrong; with an instruction every call; with an error the call that it names. */
function placesFor({ file, left, patched, within }: Repaired, instruction: string, diagnostics: string): Left[] {
  const isAsked = instruction !== '' || (left.length === 0 && diagnostics !== '' && patched.patches.length === 0);
  if (!isAsked) return [...left];
  const free = file.calls.filter(
    (site) => overlaps(site, within) && !left.some((place) => place.from <= site.from && site.to <= place.to),
  );
  const sites = instruction !== '' ? free : named(free, file, diagnostics);
  const statements = statementsOf(file);
  return [...left, ...sites.map((site) => leftOf(site, file, statements))].sort((a, b) => a.from - b.from);
}

/** The call on the line that a traceback names, or the only one. */
function named(sites: readonly CallSite[], { source }: PythonFile, diagnostics: string): readonly CallSite[] {
  const lines = readTraceback(diagnostics)?.frames.map(({ line }) => line) ?? [];
  const lineOf = (offset: number) => source.slice(0, offset).split('\n').length;
  const at = sites.filter(({ from, to }) => lines.some((line) => lineOf(from) <= line && line <= lineOf(to)));
  return at.length > 0 ? at : sites.length === 1 ? sites : [];
}

/** As many places from the first on as one reply can answer. */
function fitting(places: readonly Left[]): Left[] {
  const out: Left[] = [];
  for (const place of places) {
    const chars = [...out, place].reduce((sum, { says }) => sum + says.length, 0);
    if (callsIn([...out, place]) > MOST_CALLS || chars > MOST_CHARS) break;
    out.push(place);
  }
  return out;
}
