/**
 * Adds reviewed feedback to the data set, all of a file or nothing of it:
 *
 *     npx bioql feedback export > feedback.jsonl      # then read every line; see training/README.md
 *     node training/dataset/import-feedback.ts feedback.jsonl
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { developmentTexts, trainingTexts } from '../near-duplicate-texts.ts';
import type { Text } from '../near-duplicates.ts';
import type { Phrasing } from './phrasing.ts';
import { judge, type Reviewed } from './reviewed.ts';

const OUT = fileURLToPath(new URL('./phrasings/feedback.jsonl', import.meta.url));

function parsed(line: string): Reviewed {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The phrasings of a reviewed file. @throws {TypeError} naming each line that may not join, and why */
export function phrasingsOf(file: string, development: readonly Text[], training: readonly Text[]): Phrasing[] {
  const known = [...training];
  const problems: string[] = [];
  const phrasings = file.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const judged = judge(parsed(line), development, known);
    if ('why' in judged) {
      problems.push(`line ${at + 1}: ${judged.why}`);
      return [];
    }
    const { text, algorithm } = judged.phrasing;
    known.push({ place: `line ${at + 1}`, text, about: algorithm });
    return [judged.phrasing];
  });
  if (problems.length > 0) throw new TypeError(problems.join('\n'));
  return phrasings;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: OUT } },
  });
  const [file] = positionals;
  if (file === undefined) throw new TypeError('name the reviewed file');
  try {
    const made = phrasingsOf(readFileSync(file, 'utf8'), developmentTexts(), trainingTexts());
    const before = existsSync(values.out) ? readFileSync(values.out, 'utf8') : '';
    if (made.length > 0) {
      writeFileSync(`${values.out}.part`, before + made.map((phrasing) => `${JSON.stringify(phrasing)}\n`).join(''));
      renameSync(`${values.out}.part`, values.out);
    }
    console.log(`${made.length} phrasings added`);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`Nothing is added.\n${error.message}`);
    process.exitCode = 1;
  }
}
