import { ALGORITHMS } from './algorithms/index.ts';
import { BACKENDS } from './backends.ts';
import { IMPORT_LINE } from './call.ts';
import { REFUSAL_REASONS } from './refusal.ts';

const literal = (text: string): string => JSON.stringify(text);
const oneOf = (values: readonly string[]): string => values.map(literal).join(' | ');
const ruleName = (id: string): string => id.replaceAll('_', '-');

/** The rules for canonical code, with `code` as their head. Limits are not in the grammar: `checkCall` names what is broken. */
function codeRules(): string[] {
  return [
    `code ::= ${literal(`${IMPORT_LINE}\n\nresult = quantum("`)} program ${literal('", backend="')} backend ${literal('", shots=')} shots ${literal(')\nprint(result)')}`,
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

/** GBNF for a reply with code alone, or a refusal. */
export const codeGrammar = (): string => ['root ::= code | refusal', refusalRule, ...codeRules()].join('\n');

/** GBNF for a reply with one paragraph of reasoning before the code, or a refusal. */
export const reasonedGrammar = (): string =>
  [
    'root ::= refusal | reasoning "\\n" code',
    'reasoning ::= [A-ZÁÉÍÓÚ0-9] [^\\x00-\\x1f\\x7f]+',
    refusalRule,
    ...codeRules(),
  ].join('\n');
