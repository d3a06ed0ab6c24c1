import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Asks every part that is derived from the list what it knows of the new algorithm. */
const PROBE = `
import { programGrammar } from '@bioql/language/grammar';
import { readProgram, writeProgram } from '@bioql/language/program';
import { diagnose } from '@bioql/language/diagnostics';
import { completionsAt } from '@bioql/language/completions';
import { hoverAt } from '@bioql/language/hover';
import { runCall } from '@bioql/language/run';
import { answerByTemplate } from '@bioql/language/template';
import { rows } from './training/dataset/main.ts';
const head = 'from bioql import quantum\\n\\nresult = quantum("';
const tail = '", backend="simulator", shots=100)\\nprint(result)';
const program = readProgram('make a four-qubit cluster state');
const run = runCall({ name: 'result', program, backend: 'simulator', shots: 100 }, { seed: 1, lang: 'en' });
const wrong = diagnose(head + 'Create 4-qubit clutser state' + tail);
const source = head + 'Create 4' + tail;
console.log(JSON.stringify({
  grammar: programGrammar('code').includes('-qubit cluster state'),
  written: writeProgram(program),
  outcomes: run.probabilities.size,
  nearest: wrong.map(({ code, fix }) => [code, fix?.edits[0]?.text]),
  tooFew: diagnose(head + 'Create 1-qubit cluster state' + tail).map(({ code }) => code),
  completions: completionsAt(source, head.length + 8).map(({ insertText }) => insertText),
  hover: hoverAt(head + 'Create 4-qubit cluster state' + tail, head.length + 3, 'es'),
  template: answerByTemplate('a cluster state on six qubits').outcome,
  dataset: [...rows(4000, 1)].filter((row) => row.includes('-qubit cluster state')).length,
}));
`;

/** A copy of what is derived from the list, with the algorithm of CONTRIBUTING added as that page says. */
function addExample(folder: string): void {
  const page = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const [, file = '', code = ''] = /<!-- example: (\S+) -->\n```ts\n(.*?)```/s.exec(page) ?? [];
  const skipped = /\/(test|node_modules|phrasings\/\.part)$/;
  for (const part of ['language', 'training/dataset']) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true, filter: (path) => !skipped.test(path) });
  }
  writeFileSync(join(folder, file), code);
  const list = join(folder, 'language/algorithms/index.ts');
  const text = readFileSync(list, 'utf8');
  writeFileSync(
    list,
    text
      .replace(/\n\n/, `\nimport { clusterState } from './cluster-state.ts';\n\n`)
      .replace(/\[\] = \[\n/, '[] = [\n  clusterState,\n'),
  );
  mkdirSync(join(folder, 'node_modules/@bioql'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules/@lezer'), join(folder, 'node_modules/@lezer'));
  symlinkSync(join(ROOT, 'node_modules/@marijn'), join(folder, 'node_modules/@marijn'));
  symlinkSync(join(folder, 'language'), join(folder, 'node_modules/@bioql/language'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  writeFileSync(join(folder, 'probe.ts'), PROBE);
}

describe('the algorithm that CONTRIBUTING adds', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'bioql-algorithm-'));
    addExample(folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('appears in grammar, reader, run, diagnostics, completions, hover, templates and data set', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', 'probe.ts'], { cwd: folder });
    const { hover, completions, nearest, dataset, ...rest } = JSON.parse(stdout) as Record<string, unknown>;
    assert.deepEqual(rest, {
      grammar: true,
      written: 'Create 4-qubit cluster state',
      outcomes: 16,
      tooFew: ['qubits-too-few'],
      template: 'completed',
    });
    assert.deepEqual(nearest, [['program-not-understood', 'Create 4-qubit cluster state']]);
    assert.ok((completions as string[]).includes('Create 4-qubit cluster state'));
    assert.match(JSON.stringify(hover), /Estado de clúster lineal/);
    assert.ok(Number(dataset) > 0);
  });
});
