import type { PythonFile } from '../python.ts';
import { literalOf, numberOf } from '../python-literals.ts';
import type { Token } from '../python-tokens.ts';
import { backendMeant } from '../spoken-backend.ts';
import type { Block } from './block.ts';
import { argumentsOf, gatesOf, programOfGates } from './circuit-gates.ts';
import { assigned, closerOf, type Statement, statementsOf } from './statements.ts';
import { shotsMeant } from './values.ts';

const MODULES = /^qiskit(?:_\w+)?$/;
/** What has no part in the circuit itself. */
const WITHOUT_GATES = /^(?:barrier|measure|measure_all|measure_active|draw|decompose|add_register|id|i)$/;
/** Ways to run it and to get at the counts. */
const RUNS =
  /^(?:execute|transpile|run|result|get_counts|get_backend|Sampler|StatevectorSampler|QuantumInstance|assemble|quasi_dists|join_data)$/;
/** What `from qiskit import *` brings. */
const OFTEN = 'QuantumCircuit QuantumRegister ClassicalRegister execute transpile Aer'.split(' ');
const SHOWS = /^(?:print|display)$/;

interface Reading {
  qubits: number;
  circuit: string | undefined;
  readonly registers: Map<string, number>;
  /** Variables that the circuit's way to its counts gives names to. */
  readonly known: Set<string>;
  readonly gates: ReturnType<typeof gatesOf>[];
  readonly doomed: Statement[];
  measured: boolean;
  /** The variable of the counts, and where they are taken. */
  result: string | undefined;
  backend: string | undefined;
  shots: number | undefined;
  /** Where the counts are printed without having a name. */
  printed: Statement | undefined;
  clear: boolean;
}

/** The one Qiskit circuit of a file, with what runs it, as a block; `undefined` when there is none. */
export function circuitBlock(file: PythonFile): Block | undefined {
  const { imports, source } = file;
  if (!imports.some(({ module }) => MODULES.test(module.split('.')[0] ?? ''))) return undefined;
  const reading: Reading = {
    qubits: 0,
    circuit: undefined,
    registers: new Map(),
    known: new Set([
      ...OFTEN,
      ...imports.filter(({ module }) => MODULES.test(module.split('.')[0] ?? '')).map(({ as }) => as),
    ]),
    gates: [],
    doomed: [],
    measured: false,
    result: undefined,
    backend: undefined,
    shots: undefined,
    printed: undefined,
    clear: true,
  };
  const statements = statementsOf(file);
  for (const statement of statements) read(statement, reading);
  const { circuit, doomed } = reading;
  const made = doomed.find((statement) => assigned(statement)?.name === circuit);
  const last = doomed.at(-1);
  if (circuit === undefined || made === undefined || last === undefined) return undefined;
  const spot = doomed.findLast(({ tokens }) => ['import', 'from'].every((word) => tokens[0]?.text !== word)) ?? made;
  const gates = reading.gates.flatMap((each) => each ?? []);
  const clear = reading.clear && gates.length > 0 && !reading.gates.includes(undefined);
  const program = clear ? programOfGates(gates, reading.qubits) : undefined;
  const { backend, shots } = reading;
  const body = doomed.filter(({ tokens }) => !['import', 'from'].includes(tokens[0]?.text ?? ''));
  return {
    kind: 'circuit',
    from: made.from,
    to: last.to,
    spots: [
      {
        at: spot,
        name: reading.result ?? 'result',
        ...(reading.printed === spot && { printed: true }),
        ...(program && { certain: { program, ...(backend && { backend }), ...(shots !== undefined && { shots }) } }),
      },
    ],
    doomed: doomed.filter((statement) => statement !== spot && !isStillUsed(statement, file, statements, doomed)),
    outdented: [],
    edits: [],
    says: body.map(({ from, to }) => source.slice(from, to)).join('\n'),
  };
}

/** Whether an import binds a name that what stays has a use for, such as `plot_histogram`. */
function isStillUsed(
  statement: Statement,
  { imports }: PythonFile,
  all: readonly Statement[],
  doomed: readonly Statement[],
): boolean {
  const bound = imports.filter(({ from }) => from === statement.from).map(({ as }) => as);
  const stays = all.filter((other) => !doomed.includes(other));
  return stays.some(({ tokens }) => tokens.some(({ text }) => bound.includes(text)));
}

const names = (tokens: readonly Token[]): Set<string> =>
  new Set(tokens.flatMap(({ kind, text }) => (kind === 'name' ? [text] : [])));

function read(statement: Statement, reading: Reading): void {
  const { tokens } = statement;
  const { known, doomed } = reading;
  const head = tokens[0]?.text ?? '';
  if (head === 'import' || head === 'from') {
    if (MODULES.test(tokens[1]?.text ?? '')) doomed.push(statement);
    return;
  }
  const used = names(tokens);
  if (![...used].some((name) => known.has(name))) return;
  const target = assigned(statement);
  const value = target?.value ?? tokens;
  const called = value[0]?.text ?? '';
  const inner = value[1]?.text === '(' ? value.slice(2, closerOf(value, 1)) : [];
  if (target !== undefined && (called === 'QuantumRegister' || called === 'ClassicalRegister')) {
    reading.registers.set(target.name, called === 'QuantumRegister' ? (numberOf(inner.slice(0, 1)) ?? 0) : 0);
    known.add(target.name);
    doomed.push(statement);
  } else if (target !== undefined && called === 'QuantumCircuit') made(target.name, inner, statement, reading);
  else if (
    reading.circuit !== undefined &&
    called === reading.circuit &&
    value[1]?.text === '.' &&
    target === undefined
  )
    method(value, statement, reading);
  else if (isRun(value)) run(target?.name, value, statement, reading);
  else if (SHOWS.test(head) && reading.circuit !== undefined && used.has(reading.circuit)) doomed.push(statement);
  else if (reading.result === undefined || !onlyUses(used, reading)) {
    // Whatever else is done with the circuit is more than gates and counts.
    reading.clear = false;
    if (reading.circuit !== undefined && used.has(reading.circuit)) doomed.push(statement);
  }
}

/** Whether a statement takes nothing but the counts from what goes. */
const onlyUses = (used: ReadonlySet<string>, { known, result }: Reading): boolean =>
  [...used].every((name) => name === result || !known.has(name) || /^plot_/.test(name));

function made(name: string, inner: readonly Token[], statement: Statement, reading: Reading): void {
  if (reading.circuit !== undefined) reading.clear = false;
  const [first = []] = argumentsOf(inner);
  reading.qubits = numberOf(first) ?? reading.registers.get(first[0]?.text ?? '') ?? 0;
  if (reading.qubits === 0) reading.clear = false;
  reading.circuit = name;
  reading.known.add(name);
  reading.doomed.push(statement);
}

function method(value: readonly Token[], statement: Statement, reading: Reading): void {
  const name = value[2]?.text ?? '';
  const close = value[3]?.text === '(' ? closerOf(value, 3) : undefined;
  const inLoop = statement.indent > (reading.doomed.at(-1)?.indent ?? 0);
  reading.doomed.push(statement);
  if (close === undefined || inLoop) reading.clear = false;
  else if (/^measure/.test(name)) reading.measured = true;
  else if (!WITHOUT_GATES.test(name)) {
    if (reading.measured) reading.clear = false;
    const registers = new Set([...reading.registers].filter(([, size]) => size > 0).map(([register]) => register));
    reading.gates.push(gatesOf(name, value.slice(4, close), reading.qubits, registers));
  }
}

/** Whether an expression runs the circuit, or is on the way from it to its counts. */
const isRun = (value: readonly Token[]): boolean =>
  value.some(
    ({ text }, at) =>
      (RUNS.test(text) && value[at + 1]?.text === '(') ||
      /^(?:\w*Simulator|Aer|BasicAer|BasicProvider|QiskitRuntimeService|SamplerV2)$/.test(text),
  );

function run(name: string | undefined, value: readonly Token[], statement: Statement, reading: Reading): void {
  const { known, doomed } = reading;
  value.forEach((token, at) => {
    if (token.text === 'shots' && value[at + 1]?.text === '=')
      reading.shots = shotsMeant(numberOf(value.slice(at + 2, at + 3)) ?? '') ?? reading.shots;
    const said = literalOf([token])?.value;
    const meant = said === undefined || /statevector|unitary/.test(said) ? undefined : backendMeant(said);
    if (meant !== undefined && value.some(({ text }) => text === 'get_backend' || text === 'backend')) {
      reading.backend = ['aer', 'simulator'].includes(meant) ? undefined : meant;
    }
  });
  const isPrinted = SHOWS.test(statement.tokens[0]?.text ?? '');
  if (name !== undefined) known.add(name);
  if (value.some(({ text }) => text === 'get_counts')) reading.result = name ?? 'counts';
  if (isPrinted && printsCounts(value)) reading.printed = statement;
  else if (isPrinted) reading.clear = false;
  doomed.push(statement);
}

/** `print(job.result().get_counts())` and nothing more. */
const printsCounts = (value: readonly Token[]): boolean =>
  argumentsOf(value.slice(2, -1)).length === 1 && /get_counts\(\w*\)\)$/.test(value.map(({ text }) => text).join(''));
