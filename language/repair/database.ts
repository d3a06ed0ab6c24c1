import { IMPORT_LINE } from '../call.ts';
import { looksLikeSql } from '../diagnostics/database.ts';
import type { TextEdit } from '../diagnostics/diagnostic.ts';
import type { PythonFile } from '../python.ts';
import { isBioql } from '../python-imports.ts';
import { literalOf, numberOf } from '../python-literals.ts';
import type { Token } from '../python-tokens.ts';
import { backendMeant } from '../spoken-backend.ts';
import type { Block, Spot } from './block.ts';
import { type Certain, certainProgram } from './certain-program.ts';
import { assigned, closerOf, type Statement, statementsOf } from './statements.ts';

const OPENS = /^(?:connect|cursor|conectar|conexion|session|client|Client|Connection|conecta)$/;
const ASKS = /^(?:execute|executemany|query|sql|run|ejecutar|ejecuta|consultar|consulta)$/;
const FETCHES = /^(?:fetch(?:one|many|all)?|fetchall_dict|results?|obtener(?:_\w+)?|obten|traer(?:_\w+)?)$/;
const CLOSES = /^(?:commit|close|rollback|cerrar|confirmar|cierra)$/;

/** One call on a connection, a cursor or what they give, inside a statement. */
interface Use {
  readonly does: 'opens' | 'asks' | 'fetches' | 'closes';
  /** First and last token of the whole chain. */
  readonly start: number;
  readonly end: number;
  readonly args: readonly Token[];
}

/** The chains on these roots in a statement: `cur.execute(...)`, `BioQL.connect().cursor()`, `BioQL(...)`. */
function usesIn(tokens: readonly Token[], roots: ReadonlySet<string>): Use[] {
  const uses: Use[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind !== 'name' || !roots.has(token.text) || tokens[at - 1]?.text === '.') continue;
    let end = at;
    let does: Use['does'] | undefined = tokens[at + 1]?.text === '(' && /^BioQL/.test(token.text) ? 'opens' : undefined;
    let args: readonly Token[] = [];
    if (does !== undefined) end = closerOf(tokens, at + 1) ?? tokens.length - 1;
    while (tokens[end + 1]?.text === '.' && tokens[end + 3]?.text === '(') {
      const method = tokens[end + 2]?.text ?? '';
      const next = doing(method);
      if (next === undefined) break;
      const close = closerOf(tokens, end + 3) ?? tokens.length - 1;
      if (next === 'asks' || (next === 'fetches' && does !== 'asks') || does === undefined)
        args = tokens.slice(end + 4, close);
      if (!(does === 'asks' && next === 'fetches')) does = next;
      end = close;
    }
    if (does !== undefined) uses.push({ does, start: at, end, args });
    at = Math.max(at, end);
  }
  return uses;
}

function doing(method: string): Use['does'] | undefined {
  if (OPENS.test(method)) return 'opens';
  if (ASKS.test(method)) return 'asks';
  if (FETCHES.test(method)) return 'fetches';
  return CLOSES.test(method) ? 'closes' : undefined;
}

const SQL_WORDS =
  /\b(?:select|from|where|and|insert|into|values|create|table|update|set|delete|order by|limit \d+|as|algorithm|circuit|circuits?|type|name|states?_table)\b|[*;=()'"`,]/gi;

/** What a query says, as words. */
const wordsOf = (text: string): string =>
  (looksLikeSql(text) ? text.replace(SQL_WORDS, ' ') : text).replaceAll('_', ' ').replace(/\s+/g, ' ').trim();

function certainOf(text: string, comment: string): Certain | undefined {
  const limit = looksLikeSql(text) ? /\blimit (\d+)/i.exec(text)?.[1] : undefined;
  const certain = certainProgram(wordsOf(text)) ?? (comment === '' ? undefined : certainProgram(comment));
  return certain && { ...certain, ...(limit !== undefined && { shots: Number(limit) }) };
}

interface Reading {
  readonly roots: Set<string>;
  readonly spots: { at: Statement; name?: string; text: string; shots: number | undefined; comment: string }[];
  readonly doomed: Statement[];
  readonly outdented: Statement[];
  readonly edits: TextEdit[];
  /** Imports of what BioQL does not have. */
  readonly imports: Statement[];
  backend: string | undefined;
}

/** The code that treats BioQL as a database, as one block; `undefined` when there is none. */
export function databaseBlock(file: PythonFile): Block | undefined {
  const { earlier, imports, source, comments, tokens } = file;
  const names = [...earlier, ...imports].filter(
    ({ module, member }) => isBioql(module) && !['quantum', '*'].includes(member ?? ''),
  );
  const roots = new Set(['BioQL', 'bioql', ...names.map(({ as }) => as)]);
  if (!tokens.some(({ text }) => roots.has(text))) return undefined;
  const statements = statementsOf(file);
  const reading: Reading = { roots, spots: [], doomed: [], outdented: [], edits: [], imports: [], backend: undefined };
  statements.forEach((statement, at) => {
    const before = source.slice(statements[at - 1]?.to ?? 0, statement.from);
    const above = /#\s*(.+?)\s*$/.exec(before.trimEnd())?.[1] ?? '';
    read(statement, above, statements.slice(at + 1), reading);
  });
  const { spots, doomed } = reading;
  const all = [...doomed, ...spots.map(({ at }) => at)].sort((a, b) => a.from - b.from);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || spots.length === 0) return undefined;
  const taken = new Set(tokens.filter(({ kind }) => kind === 'name').map(({ text }) => text));
  const lines = comments.filter(
    ({ from, to }) => to <= last.to && from >= source.lastIndexOf('\n', first.from - 2) - 200,
  );
  const known = [...earlier, ...imports].some(({ member, as }) => member === 'quantum' && as === 'quantum');
  const named = spots.map(({ at, name, text, shots, comment }, index): Spot => {
    const certain = certainOf(text, comment);
    const own = name ?? (taken.has('result') ? `result_${index + 1}` : 'result');
    taken.add(own);
    return {
      at,
      name: own,
      ...(certain && {
        certain: {
          ...certain,
          ...(certain.backend === undefined && reading.backend && { backend: reading.backend }),
          ...(shots !== undefined && { shots }),
        },
      }),
    };
  });
  const says = [...lines.map(({ from, to }) => ({ from, to })), ...all].sort((a, b) => a.from - b.from);
  return {
    kind: 'database',
    from: first.from,
    to: last.to,
    spots: named,
    doomed,
    outdented: reading.outdented.filter((statement) => !doomed.includes(statement)),
    edits: [
      ...reading.imports.map((edit, index) => ({ ...edit, text: index === 0 && !known ? IMPORT_LINE : '' })),
      ...reading.edits.map((edit) => ({ ...edit, text: named[Number(edit.text)]?.name ?? 'result' })),
    ],
    says: says.map(({ from, to }) => source.slice(from, to)).join('\n'),
  };
}

/** Takes what one statement does with a connection. */
function read(statement: Statement, above: string, after: readonly Statement[], reading: Reading): void {
  const { tokens } = statement;
  if (['import', 'from'].includes(tokens[0]?.text ?? '')) return void foreignImport(statement, reading);
  const uses = usesIn(tokens, reading.roots);
  const [use] = uses;
  if (use === undefined) return;
  const target = assigned(statement);
  const whole = use.end === tokens.length - 1 && use.start === (target === undefined ? 0 : 2);
  if (tokens[0]?.text === 'with' && use.does === 'opens') {
    const as = tokens.findIndex(({ text }) => text === 'as');
    if (as !== -1) reading.roots.add(tokens[as + 1]?.text ?? '');
    reading.backend ??= backendIn(use.args);
    reading.doomed.push(statement);
    const end = after.findIndex(({ indent }) => indent <= statement.indent);
    reading.outdented.push(...after.slice(0, end === -1 ? after.length : end));
  } else if (use.does === 'opens' && whole) {
    if (target !== undefined) reading.roots.add(target.name);
    reading.backend ??= backendIn(use.args);
    reading.doomed.push(statement);
  } else if (use.does === 'closes' && whole) reading.doomed.push(statement);
  else if (use.does === 'asks' && whole) {
    if (target !== undefined) reading.roots.add(target.name);
    const text = stringIn(use.args) ?? '';
    reading.spots.push({
      at: statement,
      text,
      shots: shotsIn(use.args),
      comment: above,
      ...(target && { name: target.name }),
    });
  } else if (use.does === 'fetches') {
    const spot = reading.spots.at(-1);
    if (spot === undefined) return;
    spot.shots ??= numberOf(use.args.slice(0, 1));
    if (whole && target !== undefined) {
      spot.name = target.name;
      reading.doomed.push(statement);
    } else {
      const [from, to] = [tokens[use.start]?.from ?? 0, tokens[use.end]?.to ?? 0];
      if (whole) reading.doomed.push(statement);
      else reading.edits.push({ from, to, text: String(reading.spots.length - 1) });
    }
  }
}

/** `from bioql import BioQL` and `import BioQL` become the import of what is used instead. */
function foreignImport(statement: Statement, { imports }: Reading): void {
  const words = statement.tokens.map(({ text }) => text);
  const names = words.slice(words.indexOf('import') + 1);
  const ours = words[0] === 'from' ? isBioql(words[1] ?? '') : /^bioql$/i.test(words[1] ?? '');
  if (ours && !names.some((name) => ['quantum', '*', 'as', ','].includes(name))) imports.push(statement);
}

const stringIn = (args: readonly Token[]): string | undefined =>
  args.map((token) => literalOf([token])?.value).find((value) => value !== undefined);

const backendIn = (args: readonly Token[]): string | undefined => {
  const text = stringIn(args);
  return text === undefined || /localhost|[/:]/.test(text) ? undefined : backendMeant(text);
};

function shotsIn(args: readonly Token[]): number | undefined {
  const at = args.findIndex(({ text }, index) => /^(?:shots|limit)$/.test(text) && args[index + 1]?.text === '=');
  return at === -1 ? undefined : numberOf(args.slice(at + 2, at + 3));
}
