import { IMPORT_LINE } from '../call.ts';
import { missingImport } from '../diagnostics/missing-import.ts';
import { editDistance } from '../nearest.ts';
import type { PythonFile } from '../python.ts';
import { type Statement, statementsOf } from './statements.ts';
import type { Rule, Step } from './step.ts';

/** `bioql`, in whatever case, or a slip of it. */
const isSpelling = (name: string): boolean => {
  const plain = name.toLowerCase().replaceAll('_', '').replaceAll('-', '');
  return plain === 'bioql' || plain === 'pybioql' || (plain.length > 3 && editDistance(plain, 'bioql', 1) <= 1);
};
const isQuantum = (name: string): boolean => name !== 'quantum' && editDistance(name.toLowerCase(), 'quantum', 2) <= 2;

/** What an import of BioQL under a wrong name should be; `undefined` where it is right, or not ours. */
function rightImport({ tokens }: Statement, { tokens: all, calls }: PythonFile): string | undefined {
  const words = tokens.map(({ text }) => text);
  const [first, module = ''] = words;
  if (first === 'import' && words[2] === 'from' && isSpelling(words[3] ?? '')) return IMPORT_LINE;
  if (!isSpelling(module.split('.')[0] ?? '')) return undefined;
  if (first === 'from') {
    const at = words.indexOf('import');
    const own = words.slice(1, at).join('');
    const names = words.slice(at + 1).filter((word) => word !== '(' && word !== ')');
    if (at === -1) return IMPORT_LINE;
    const spelt = names.map((name) => (isQuantum(name) || name === 'BioQL' ? 'quantum' : name));
    const usesOurs = calls.length > 0 || all.some(({ text }) => text === 'quantum' || isQuantum(text));
    const right = `from bioql import ${spelt.join(' ').replaceAll(' ,', ',')}`;
    return (own !== 'bioql' && own.split('.').length === 1) || (usesOurs && spelt.join() !== names.join())
      ? right
      : undefined;
  }
  if (first !== 'import' || module === 'bioql') return undefined;
  return words.length === 2 ? 'import bioql' : words[2] === 'as' ? `import bioql as ${words[3] ?? 'bioql'}` : undefined;
}

/** Imports of BioQL by a wrong name. */
export const misspeltImport: Rule = (file) =>
  statementsOf(file).flatMap((statement): Step[] => {
    const { from, to } = statement;
    const right = rightImport(statement, file);
    if (right === undefined || right === file.source.slice(from, to)) return [];
    return [
      {
        kind: 'import',
        message: { en: `The import is "${right}".`, es: `La importación es «${right}».` },
        edits: [{ from, to, text: right }],
      },
    ];
  });

/** The import that calls lack. */
export const addedImport: Rule = (file) =>
  missingImport(file).flatMap(({ fix }) => {
    const [edit] = fix?.edits ?? [];
    if (fix === undefined || edit === undefined) return [];
    const line = edit.text.trim();
    const message = { en: `"${line}" was missing.`, es: `Faltaba «${line}».` };
    return [{ kind: 'import' as const, message, edits: fix.edits }];
  });
