/** Where the wording of a request was found in the document. */
export type Origin = 'selection' | 'comment' | 'cursor';

export interface Wording {
  readonly origin: Origin;
  readonly prompt: string;
}

const COMMENT = /^\s*#+\s*(?:bioql:\s*)?(.*)$/i;

/** The wording that a request starts from: the selection, or else the comment on the line of the cursor. */
export function wordingAt(selection: string, line: string): Wording {
  if (selection.trim() !== '') return { origin: 'selection', prompt: plainWords(selection) };
  const comment = COMMENT.exec(line)?.[1]?.trim() ?? '';
  return comment === '' ? { origin: 'cursor', prompt: '' } : { origin: 'comment', prompt: comment };
}

/** One line without comment marks, and without the quotes around the whole. */
const plainWords = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => COMMENT.exec(line)?.[1] ?? line)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^("""|'''|"|')(.*)\1$/, '$2')
    .trim();
