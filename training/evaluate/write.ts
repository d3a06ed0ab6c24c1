import { writeFileSync } from 'node:fs';
import type { Result } from './slices.ts';

/** The report for programs, and beside it, with the ending `.md`, the one for people. */
export function writeReport(file: string, report: object, markdown: string): void {
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(`${file.replace(/\.json$/, '')}.md`, markdown);
}

/** The cases that went wrong, with what came instead, one a line. */
export function writeWrong(file: string, results: readonly Result[]): void {
  const lines = results
    .filter(({ verdict }) => !verdict.right)
    .map(({ item, answer, verdict }) => `${JSON.stringify({ ...item, answer, verdict })}\n`);
  writeFileSync(file, lines.join(''));
}
