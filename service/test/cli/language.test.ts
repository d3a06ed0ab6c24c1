import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { tempDir } from '../temp-dir.ts';
import { BELL, bioql, jsonOf } from './bioql.ts';

describe('bioql check', function () {
  this.timeout(60_000);
  const dir = tempDir();
  const broken = 'from bioql import quantum\nresult = quantum("Create Bell state", backend="ibm_brisbaine")\n';

  it('prints what is wrong with its range and its fix, and ends with 1', () => {
    const { code, stdout } = bioql(['check', '-', '--json'], broken);
    assert.equal(code, 1);
    const [{ message, fix, ...found }, ...more] = JSON.parse(stdout);
    assert.deepEqual(more, []);
    const range = { start: { line: 1, character: 47 }, end: { line: 1, character: 60 } };
    assert.deepEqual(found, { code: 'unknown-backend', severity: 'error', range });
    assert.match(message, /ibm_brisbaine/);
    assert.match(fix.title, /ibm_brisbane/);
    assert.deepEqual(fix.edits, [{ range, text: 'ibm_brisbane' }]);
  });

  it('prints a line a finding, which terminals make a link of', () => {
    const { stdout } = bioql(['check', '-', '--lang', 'es'], broken);
    assert.match(stdout, /^<stdin>:2:48: error: No existe el backend .* \[unknown-backend\]\n {4}arreglo: /);
  });

  it('ends with 0 when there is no error', () => {
    assert.deepEqual(bioql(['check', '-'], BELL), { code: 0, stdout: 'Nothing is wrong.\n', stderr: '' });
    const { code, stdout } = bioql(['check', '-', '--json'], BELL.replace('simulator', 'ibm_torino'));
    assert.equal(code, 0);
    assert.deepEqual(
      JSON.parse(stdout).map(({ severity }: { severity: string }) => severity),
      ['information'],
    );
  });

  it('reads notebooks, and tells the cell', () => {
    const file = dir.path('n.ipynb');
    const cells = [
      { cell_type: 'markdown', source: ['# Title'] },
      { cell_type: 'code', source: ['%matplotlib inline\n', 'from bioql import quantum\n'] },
      { cell_type: 'code', source: ['%%bash\n', 'echo quantum(\n'] },
      { cell_type: 'code', source: 'x = 1\nresult = quantum("Create Bell state", shots=0)' },
    ];
    writeFileSync(file, JSON.stringify({ cells, nbformat: 4 }));
    const { code, stdout } = bioql(['check', file, '--json']);
    assert.equal(code, 1);
    const [found, ...more] = JSON.parse(stdout);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [found.code, found.cell, found.range.start],
      ['shots-out-of-range', 3, { line: 1, character: 44 }],
    );
    assert.match(bioql(['run', file]).stderr, /^bioql: Cell 4, line 2: .*\[shots-out-of-range\]\n$/);
    writeFileSync(file, '{}');
    assert.match(bioql(['run', file]).stderr, /\[notebook_invalid\]\n$/);
  });
});

describe('bioql explain', function () {
  this.timeout(60_000);

  it('says in words what a call does', () => {
    const { code, stdout } = bioql(['explain', '-'], BELL);
    assert.equal(code, 0);
    assert.match(stdout, /^Bell state\n=+\n.*^Qubits +2$.*^00 +50\.00%$.*https:/ms);
    assert.match(bioql(['explain', '-', '--lang', 'es'], BELL).stdout, /^Estado de Bell\n=+\n.*^Cúbits +2$/ms);
    assert.equal(jsonOf(bioql(['explain', '-', '--json'], BELL))[0].title, 'Bell state');
  });
});

describe('bioql export', function () {
  this.timeout(60_000);
  const dir = tempDir();

  for (const [format, pattern] of [
    ['qasm3', /^\/\/ BioQL: Create Bell state\n.*OPENQASM 3\.0;.*c\[1\] = measure q\[1\];\n$/s],
    ['qiskit', /^# BioQL: Create Bell state\n.*SHOTS = 500\n.*print\(counts\)\n$/s],
    ['svg', /^<svg .*<\/svg>\n$/s],
    ['qsc', /^\{\n {2}"version": 1,.*\}\n$/s],
  ] as const) {
    it(`writes ${format}, to the terminal or into a file`, () => {
      const { code, stdout, stderr } = bioql(['export', '-', '--to', format], BELL);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, pattern);
      const out = dir.path(`out.${format}`);
      assert.equal(bioql(['export', '-', '--to', format, '--out', out], BELL).stdout, '');
      assert.equal(readFileSync(out, 'utf8'), stdout);
    });
  }
});

describe('bioql --help', () => {
  it('shows the commands for files', () => {
    assert.match(bioql(['--help']).stdout, /^ {2}run .*\n.*^ {2}explain .*\n.*^ {2}check .*\n.*^ {2}export /ms);
  });
});
