import { syntaxError } from '../diagnostics/syntax.ts';
import type { Rule } from './step.ts';

/** The next thing in each call that Python cannot read, where the editor has a fix for it. */
export const brokenSyntax: Rule = (file) =>
  file.calls.flatMap((site) =>
    syntaxError(site, file).flatMap(({ message, fix }) =>
      fix === undefined ? [] : [{ kind: 'syntax' as const, message, edits: fix.edits }],
    ),
  );
