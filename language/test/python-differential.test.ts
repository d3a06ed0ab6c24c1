import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findCalls } from '@bioql/language/python';
import { parser } from '@lezer/python';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every call of a function named `quantum`, by Lezer's grammar of Python. */
function callsByLezer(source: string): string[] {
  const calls: string[] = [];
  parser.parse(source).iterate({
    enter({ name, from, to, node }) {
      // What stands inside an f-string is text to us.
      if (name === 'FormatString') return false;
      const callee = name === 'CallExpression' ? node.firstChild : null;
      if (callee?.name === 'VariableName' && source.slice(callee.from, callee.to) === 'quantum') {
        calls.push(`${from}-${to}`);
      }
      return true;
    },
  });
  return calls.sort();
}

/** Real Python with some of its function calls renamed, so that it is full of calls of ours. */
function disguised(source: string): string {
  const body = source.replace(
    /(?<![\w.])(?:len|range|print|str|int|isinstance|Path|list|set|sorted|max|min|sum|zip)\(/g,
    'quantum(',
  );
  return body.replace(/\bdef quantum\(/g, 'def other(').replace(/\bimport quantum\b/g, 'import other');
}

const FILES = globSync(['training/**/*.py', 'oracle/**/*.py', 'bench/*.py', 'language/**/*.py'], {
  cwd: ROOT,
  exclude: (path) => /\.venv|node_modules/.test(path),
}).sort();

describe('calls in whole Python files', () => {
  it('are those that a full grammar of Python finds', () => {
    let found = 0;
    for (const file of FILES) {
      const source = `from bioql import quantum\n${disguised(readFileSync(`${ROOT}${file}`, 'utf8'))}`;
      const ours = findCalls(source).map(({ from, to }) => `${from}-${to}`);
      assert.deepEqual([...ours].sort(), callsByLezer(source), file);
      found += ours.length;
    }
    assert.ok(FILES.length >= 30 && found >= 200, `${found} calls in ${FILES.length} files`);
  });
});
