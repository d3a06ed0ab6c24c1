import type { Span, Token } from './python-tokens.ts';

/** One name that an import statement binds. */
export interface Import extends Span {
  /** `bioql` in `from bioql import quantum`, and in `import bioql`. */
  readonly module: string;
  /** What is taken from the module; `*` for all of it; `undefined` when the module itself is bound. */
  readonly member?: string;
  /** The name that it has here. */
  readonly as: string;
  /** Which token the statement begins with. */
  readonly index: number;
}

/** Every name that is imported anywhere in a file. */
export function readImports(tokens: readonly Token[]): Import[] {
  return tokens.flatMap(({ kind, text }, index) => {
    if (kind !== 'name' || (text !== 'import' && text !== 'from') || !beginsStatement(tokens, index)) return [];
    return text === 'import' ? importsAt(tokens, index) : fromAt(tokens, index);
  });
}

const beginsStatement = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.indent !== undefined || [';', ':'].includes(tokens[index - 1]?.text ?? '');

/** `import a.b as c, d` */
function importsAt(tokens: readonly Token[], index: number): Import[] {
  const from = tokens[index]?.from ?? 0;
  return listed(tokens, index + 1).map(({ name, as, to }) => {
    const root = name.split('.')[0] as string;
    return { module: as === undefined ? root : name, as: as ?? root, index, from, to };
  });
}

/** `from a.b import c as d, e` */
function fromAt(tokens: readonly Token[], index: number): Import[] {
  let at = index + 1;
  let module = '';
  for (; tokens[at] !== undefined && tokens[at]?.text !== 'import'; at += 1) {
    const token = tokens[at] as Token;
    if (token.indent !== undefined || (token.kind !== 'name' && !/^\.+$/.test(token.text))) return [];
    module += token.text;
  }
  const from = tokens[index]?.from ?? 0;
  return listed(tokens, at + 1).map(({ name, as, to }) => ({ module, member: name, as: as ?? name, index, from, to }));
}

interface Listed {
  readonly name: string;
  readonly as?: string;
  readonly to: number;
}

/** The names of a list up to the end of its line, or of its parentheses. */
function listed(tokens: readonly Token[], start: number): Listed[] {
  const open = tokens[start]?.text === '(';
  const out: Listed[] = [];
  let words: Token[] = [];
  const flush = () => {
    const at = words.findIndex(({ text }) => text === 'as');
    const name = words.slice(0, at === -1 ? words.length : at).map(({ text }) => text);
    const as = at === -1 ? undefined : words[at + 1]?.text;
    const last = words.at(-1);
    if (name.length > 0 && last !== undefined) out.push({ name: name.join(''), ...(as && { as }), to: last.to });
    words = [];
  };
  for (let at = open ? start + 1 : start; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if ((!open && token.indent !== undefined) || token.text === ';' || token.text === ')') break;
    if (open && token.indent !== undefined && ['import', 'from', 'def', 'class'].includes(token.text)) break;
    if (token.text === ',') flush();
    else words.push(token);
  }
  flush();
  return out;
}

/** What `quantum(...)` may be called in a file. */
export interface Names {
  /** Names of the function: `quantum`, or what it was imported as. */
  readonly functions: ReadonlySet<string>;
  /** Names of the module, before `.quantum`. */
  readonly modules: ReadonlySet<string>;
}

export const isBioql = (module: string): boolean => module === 'bioql' || module.startsWith('bioql.');

export const bindsQuantum = ({ module, member }: Import): boolean =>
  isBioql(module) && (member === 'quantum' || member === '*');

/** The names that mean our function; plain `quantum` always does, unless the file gives that name to something else. */
export function namesOf(tokens: readonly Token[], imports: readonly Import[]): Names {
  const ours = imports.filter(bindsQuantum).map(({ as }) => (as === '*' ? 'quantum' : as));
  const foreign =
    imports.some((line) => line.as === 'quantum' && !isBioql(line.module)) ||
    tokens.some(({ text }, at) => text === 'quantum' && ['def', 'class'].includes(tokens[at - 1]?.text ?? ''));
  const modules = imports.filter(({ module, member }) => module === 'bioql' && member === undefined);
  return {
    functions: new Set(foreign ? ours : ['quantum', ...ours]),
    modules: new Set(['bioql', ...modules.map(({ as }) => as)]),
  };
}

/** Whether what an import binds is known at an offset: an import inside a function or a class counts only there. */
export function reaches(tokens: readonly Token[], { index }: Import, offset: number): boolean {
  const block = enclosingBlock(tokens, index);
  if (block === undefined) return true;
  const indent = tokens[block]?.indent ?? 0;
  const length = tokens.slice(index).findIndex((token) => (token.indent ?? indent + 1) <= indent && !isCloser(token));
  const last = length === -1 ? tokens.at(-1) : tokens[index + length - 1];
  return offset <= (last?.to ?? 0);
}

const isCloser = ({ text }: Token): boolean => [')', ']', '}'].includes(text);

/** The token that begins the innermost function or class around a statement. */
function enclosingBlock(tokens: readonly Token[], index: number): number | undefined {
  let least = Number.POSITIVE_INFINITY;
  for (let at = index; at >= 0; at -= 1) {
    const { indent } = tokens[at] as Token;
    if (indent === undefined) continue;
    if (indent < least && least !== Number.POSITIVE_INFINITY && opensScope(tokens, at)) return at;
    if (!isCloser(tokens[at] as Token)) least = Math.min(least, indent);
  }
  return undefined;
}

const opensScope = (tokens: readonly Token[], at: number): boolean => {
  const text = tokens[at]?.text;
  return text === 'def' || text === 'class' || (text === 'async' && tokens[at + 1]?.text === 'def');
};
