import { IMPORT_LINE } from './call.ts';
import { bindsQuantum, reaches, readImports } from './python-imports.ts';
import { tokenize } from './python-tokens.ts';

/** Whether `quantum` is imported where code at the offset can use it. */
export function importsQuantum(source: string, offset: number): boolean {
  const { tokens } = tokenize(source);
  return readImports(tokens).some(
    (line) =>
      bindsQuantum(line) && ['quantum', '*'].includes(line.as) && line.to <= offset && reaches(tokens, line, offset),
  );
}

/** Code without its import line, when the import is there already. */
export const withoutImport = (code: string): string =>
  code.startsWith(`${IMPORT_LINE}\n`) ? code.slice(IMPORT_LINE.length).trimStart() : code;
