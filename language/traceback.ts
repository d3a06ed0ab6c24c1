/** What a Python traceback, or the message at its end, says. */
export interface Traceback {
  /** Its last line: the error and its message. */
  readonly message: string;
  /** The frames, the innermost last. */
  readonly frames: readonly { readonly file: string; readonly line: number }[];
}

const FRAME = /^\s*File "([^"\n]+)", line (\d+)|^\s*(?:Cell|Input) In ?\[\d+\], line (\d+)|^-+> (\d+) /gm;
const ERROR = /^(?:[\w.]*(?:Error|Exception|Warning|Interrupt|Exit))\b(?::.*)?$/;

/** Reads the last traceback of a text; `undefined` when there is none. */
export function readTraceback(text: string): Traceback | undefined {
  const lines = text
    .slice(-20_000)
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
  const message = lines.findLast((line) => ERROR.test(line.trim()))?.trim();
  if (message === undefined) return undefined;
  const frames = [...text.slice(-20_000).matchAll(FRAME)].map(([, file = '', line, cell, arrow]) => ({
    file,
    line: Number(line ?? cell ?? arrow),
  }));
  return { message: message.slice(0, 500), frames };
}

/** Whether a text is a traceback, and one that BioQL code has to do with. */
export const isBioqlTraceback = (text: string): boolean =>
  /^\s*Traceback \(most recent call last\)|\bFile "[^"\n]+", line \d+|^-+> \d+ /m.test(text) &&
  /bioql|\bquantum\(/i.test(text) &&
  readTraceback(text) !== undefined;

/** What a message or a traceback comes down to: its error, else its last line. */
export function lastMessage(text: string): string {
  const lines = text.trim().split(/\r?\n/);
  return (readTraceback(text)?.message ?? lines.at(-1) ?? '').trim().slice(0, 500);
}
