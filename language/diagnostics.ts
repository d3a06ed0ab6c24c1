import { embeddedApiKey } from './diagnostics/api-key.ts';
import { backendRule } from './diagnostics/backend.ts';
import { genericDatabaseCall } from './diagnostics/database.ts';
import type { CallRule, Diagnostic, FileRule } from './diagnostics/diagnostic.ts';
import { unknownKeyword } from './diagnostics/keyword.ts';
import { missingImport } from './diagnostics/missing-import.ts';
import { programRule } from './diagnostics/program.ts';
import { shotsOutOfRange } from './diagnostics/shots.ts';
import { syntaxError } from './diagnostics/syntax.ts';
import { type PythonFile, readPython } from './python.ts';

export type { Diagnostic, Fix, TextEdit } from './diagnostics/diagnostic.ts';
export { applyEdits } from './diagnostics/diagnostic.ts';

const FILE_RULES: readonly FileRule[] = [missingImport, embeddedApiKey, genericDatabaseCall];
const CALL_RULES: readonly CallRule[] = [syntaxError, programRule, backendRule, shotsOutOfRange, unknownKeyword];

/** Everything that BioQL has to say about a Python text, in the order of its place; `before` is what runs ahead of it. */
export const diagnose = (source: string, before = ''): Diagnostic[] => diagnoseFile(readPython(source, before));

/** The same for a text that is read already. */
export function diagnoseFile(file: PythonFile): Diagnostic[] {
  const found = FILE_RULES.flatMap((rule) => rule(file));
  for (const site of file.calls) for (const rule of CALL_RULES) found.push(...rule(site, file));
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}
