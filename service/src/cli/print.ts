import type { JsonOption } from './arguments.ts';

/** Prints a result in the form that was asked for. `text` is made only when it is needed. */
export function print(options: JsonOption, json: unknown, text: () => string): void {
  process.stdout.write(`${options.json ? JSON.stringify(json, null, 2) : text()}\n`);
}

/** Columns padded to their widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
