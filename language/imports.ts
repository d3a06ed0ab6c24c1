import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { IMPORT_LINE } from './call.ts';

/** Whether `quantum` is imported where code at the offset can use it. */
export function importsQuantum(source: string, offset: number): boolean {
  let found = false;
  parser.parse(source).iterate({
    to: offset,
    enter(node) {
      if (node.name !== 'ImportStatement' || node.to > offset) return;
      found ||= namesQuantum(source.slice(node.from, node.to)) && reaches(node.node, offset);
    },
  });
  return found;
}

/** Code without its import line, when the import is there already. */
export const withoutImport = (code: string): string =>
  code.startsWith(`${IMPORT_LINE}\n`) ? code.slice(IMPORT_LINE.length).trimStart() : code;

function namesQuantum(statement: string): boolean {
  const names = /^from\s+bioql\s+import\s+(.*)$/s.exec(statement)?.[1] ?? '';
  return names.split(/[(),]/).some((name) => ['quantum', '*'].includes(name.trim()));
}

/** An import inside a function or a class counts only there. */
function reaches(node: SyntaxNode, offset: number): boolean {
  for (let outer = node.parent; outer !== null; outer = outer.parent) {
    if (/^(Function|Class)Definition$/.test(outer.name) && outer.to < offset) return false;
  }
  return true;
}
