import { looksLikeSql } from '../diagnostics/database.ts';
import { editDistance } from '../nearest.ts';
import { readProgram } from '../program.ts';
import type { PythonFile } from '../python.ts';
import { isBioql } from '../python-imports.ts';
import { literalOf } from '../python-literals.ts';
import type { Token } from '../python-tokens.ts';
import { closerOf } from './statements.ts';
import { became, type Rule, type Step } from './step.ts';

/** What people call on the module, in both languages. */
const METHOD =
  /^(?:run|runs?_?(?:program|circuit|quantum)|execute|execute_?program|simulate|submit|create|generate|program|circuit|quantum_program|ejecutar?|ejecuta|correr|corre|simular?|simula|lanzar|programa|consultar?|consulta|query|ask|cuantico|cuantica|Quantum|QUANTUM|quantom)$/;
const SPELLINGS = /^(?:Quantum|QUANTUM|cuantico|cuantum|cuantica|bioql|BioQL)$/;

const isOurs = ({ imports, earlier }: PythonFile): boolean =>
  [...earlier, ...imports].some(({ module }) => isBioql(module));

/** Calls of `quantum` by a wrong name: `Quantum("...")`, `bioql.run("...")`, `quantum.run("...")`. */
export const misspeltCallee: Rule = (file) => {
  const { tokens, source, imports, earlier } = file;
  const ours = isOurs(file);
  const bound = new Set([...earlier, ...imports].filter(({ module }) => !isBioql(module)).map(({ as }) => as));
  const modules = new Set([
    ...(bound.has('bioql') ? [] : ['bioql', 'BioQL']),
    ...[...earlier, ...imports].filter(({ module, member }) => module === 'bioql' && !member).map(({ as }) => as),
  ]);
  const imported = new Set([...earlier, ...imports].map(({ as }) => as));
  const assigned = new Set(
    tokens.flatMap(({ text }, at) => (['=', 'def'].includes(tokens[at + 1]?.text ?? '') ? text : [])),
  );
  return tokens.flatMap(({ kind, text, from, to }, at): Step[] => {
    const [next, argument, before] = [tokens[at + 1], tokens[at + 2], tokens[at - 1]?.text];
    if (kind !== 'name' || next?.text !== '(' || next.indent !== undefined || argument === undefined) return [];
    if (before === 'def' || before === 'class' || tokens[at - 2]?.text === 'def') return [];
    const step = (start: number, name: string): Step => ({
      kind: 'call',
      message: became({ en: 'The call', es: 'La llamada' }, `${source.slice(start, to)}(…)`, `${name}(…)`),
      edits: [{ from: start, to, text: name }],
    });
    if (before === '.') {
      const root = tokens[at - 2];
      if (root?.kind !== 'name' || tokens[at - 3]?.text === '.' || assigned.has(root.text)) return [];
      if (!METHOD.test(text) || !saysSomething(argument, tokens[at + 3]?.text)) return [];
      if (root.text === 'quantum' && ours) return [step(root.from, 'quantum')];
      if (!modules.has(root.text)) return [];
      const isBound = imported.has(root.text) && root.text !== 'BioQL';
      return [step(root.from, quantumName(file) ?? (isBound ? `${root.text}.quantum` : 'quantum'))];
    }
    if (text === 'quantum' || bound.has(text) || assigned.has(text) || argument.kind !== 'string') return [];
    const slip = text.length > 5 && editDistance(text, 'quantum', 2) <= 2;
    const inPlay = ours || file.calls.length > 0 || readProgram(literalOf([argument])?.value ?? '') !== undefined;
    const close = closerOf(tokens, at + 1);
    const isChained = close !== undefined && tokens[close + 1]?.text === '.';
    return inPlay && !isChained && (slip || SPELLINGS.test(text)) ? [step(from, 'quantum')] : [];
  });
};

/** `quantum "Create Bell state"`, as one calls in other languages. */
export const missingParenthesis: Rule = (file) =>
  file.tokens.flatMap(({ text, to }, at): Step[] => {
    const next = file.tokens[at + 1];
    const before = file.tokens[at - 1]?.text;
    if (text !== 'quantum' || next?.kind !== 'string' || next.indent !== undefined) return [];
    if (!isOurs(file) || before === '.' || before === 'import') return [];
    const message = { en: 'A parenthesis was missing.', es: 'Faltaba un paréntesis.' };
    return [{ kind: 'syntax', message, edits: [{ from: to, to: next.from, text: '(' }] }];
  });

/** A string that is no SQL, or a keyword with a value. */
const saysSomething = ({ kind, text }: Token, next: string | undefined): boolean =>
  kind === 'string' ? !looksLikeSql(text) : next === '=';

/** The plain name, where the file has imported it. */
const quantumName = ({ imports, earlier }: PythonFile): string | undefined =>
  [...earlier, ...imports].find(({ module, member }) => module === 'bioql' && member === 'quantum')?.as;
