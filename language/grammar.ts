import { ALGORITHMS } from './algorithms/index.ts';
import { BACKENDS } from './backends.ts';
import { IMPORT_LINE } from './call.ts';
import type { Task } from './exchange.ts';
import { REFUSAL_REASONS } from './refusal.ts';

const literal = (text: string): string => JSON.stringify(text);
const oneOf = (values: readonly string[]): string => values.map(literal).join(' | ');
const ruleName = (id: string): string => id.replaceAll('_', '-');

/** The most calls that one answer makes. */
const MAX_STEPS = 6;

const step = (name: string): string => `${name} run ${literal('\nprint(')} ${name} ${literal(')')}`;

/** Calls whose results are numbered, or have names of the request's; the reader sees to it that each name is printed. */
const stepsRules = (): string[] => [
  `steps ::= step-1 ${literal('\n')} step-2 more-3 | named (${literal('\n')} named){1,${MAX_STEPS - 1}}`,
  ...Array.from({ length: MAX_STEPS }, (_, at) => `step-${at + 1} ::= ${step(literal(`result_${at + 1}`))}`),
  ...Array.from({ length: MAX_STEPS - 2 }, (_, at) => {
    const next = at + 3 < MAX_STEPS ? ` more-${at + 4}` : '';
    return `more-${at + 3} ::= (${literal('\n')} step-${at + 3}${next})?`;
  }),
  `named ::= ${step('name')}`,
  'name ::= [a-zA-Z_] [a-zA-Z0-9_]{0,30}',
];

/** The rules for canonical code, with `code` as their head. Limits are not in the grammar: `checkCall` names what is broken. */
function codeRules(): string[] {
  return [
    `code ::= ${literal(`${IMPORT_LINE}\n\n`)} (one | steps)`,
    `one ::= ${step(literal('result'))}`,
    ...stepsRules(),
    `run ::= ${literal(' = quantum("')} program ${literal('", backend="')} backend ${literal('", shots=')} shots ${literal(')')}`,
    `program ::= ${ALGORITHMS.map(({ id }) => ruleName(id)).join(' | ')}`,
    ...ALGORITHMS.map(({ id, grammar }) => `${ruleName(id)} ::= ${grammar}`),
    `backend ::= ${oneOf(BACKENDS.map(({ name }) => name))}`,
    'qubits ::= "1 qubit" | ([2-9] | [1-9] [0-9]{1,4}) " qubits"',
    'number ::= [1-9] [0-9]{0,4}',
    'shots ::= "0" | [1-9] [0-9]{0,8}',
    'bits ::= [01]{1,40}',
  ];
}

const refusalRule = `refusal ::= "refuse " (${oneOf(REFUSAL_REASONS)}) " " ("en" | "es")`;

const REASONING = 'reasoning ::= [A-ZÁÉÍÓÚ0-9] [^\\x00-\\x1f\\x7f]+';

const answerRule = (task: Task): string =>
  task === 'generate' ? 'answer ::= reasoning "\\n" code' : 'answer ::= code';

const rulesOf = (task: Task): string[] => [
  answerRule(task),
  ...(task === 'generate' ? [REASONING] : []),
  ...codeRules(),
];

/** GBNF for a reply: a program, with one paragraph of reasoning before it unless the task is the code alone, or a refusal. */
export const replyGrammar = (task: Task): string =>
  ['root ::= answer | refusal', refusalRule, ...rulesOf(task)].join('\n');

/** GBNF for a reply that must be a program. */
export const programGrammar = (task: Task): string => ['root ::= answer', ...rulesOf(task)].join('\n');
