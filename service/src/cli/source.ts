import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { ContentError } from './program.ts';

/** A place in a file, counted from zero; `cell` is there for notebooks alone, and the line is then one of the cell. */
export interface Place {
  readonly cell?: number;
  readonly line: number;
  readonly character: number;
}

/** Python to be read: a file, standard input, or the code of a notebook as one text. */
export interface Source {
  readonly name: string;
  readonly text: string;
  place(offset: number): Place;
}

/** Reads a Python file, a notebook (`.ipynb`), or standard input (`-`). */
export async function readSource(file: string): Promise<Source> {
  const text = await readText(file);
  if (file.endsWith('.ipynb')) return notebookSource(file, text);
  return { name: file === '-' ? '<stdin>' : file, text, place: placeIn(text) };
}

async function readText(file: string): Promise<string> {
  try {
    const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ContentError('file_unreadable', `${file} cannot be read (${code ?? 'it is not text'}).`);
  }
}

const placeIn =
  (text: string) =>
  (offset: number): Place => {
    const lines = text.slice(0, offset).split(/\r\n?|\n/);
    return { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
  };

interface Cell {
  readonly cell: number;
  readonly from: number;
  readonly text: string;
}

/** The code cells one below the other, as they run; what is not Python in them becomes a comment of the same length. */
function notebookSource(name: string, json: string): Source {
  const cells: Cell[] = [];
  let from = 0;
  for (const [cell, text] of codeCells(name, json)) {
    const python = text.startsWith('%%') ? '' : text.replace(/^([ \t]*)[%!]/gm, '$1#');
    cells.push({ cell, from, text: python });
    from += python.length + 1;
  }
  return {
    name,
    text: cells.map(({ text }) => text).join('\n'),
    place(offset) {
      const { cell, from, text } = cells.findLast((each) => each.from <= offset) ?? { cell: 0, from: 0, text: '' };
      return { cell, ...placeIn(text)(offset - from) };
    },
  };
}

function codeCells(name: string, json: string): (readonly [number, string])[] {
  const cells: unknown = parsed(json)?.['cells'];
  if (!Array.isArray(cells)) throw new ContentError('notebook_invalid', `${name} is not a notebook.`);
  return cells.flatMap((cell, at) => {
    const { cell_type: type, source } = cell as { cell_type?: unknown; source?: unknown };
    const text = Array.isArray(source) ? source.join('') : String(source ?? '');
    return type === 'code' ? [[at, text] as const] : [];
  });
}

function parsed(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
