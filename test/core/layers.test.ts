import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const REFUSED = [
  ['language/a.ts', '@bioql/contract/errors'],
  ['language/algorithms/a.ts', 'node:fs'],
  ['language/export/a.ts', '../../service/src/main.ts'],
  ['contract/a.ts', '@bioql/language/call'],
  ['service/src/domain/a.ts', '../application/generate.ts'],
  ['service/src/domain/b.ts', '@bioql/contract/errors'],
  ['service/src/application/a.ts', '../infrastructure/open-ledger.ts'],
  ['service/src/http/a.ts', '../infrastructure/llama/pool.ts'],
  ['service/src/infrastructure/llama/a.ts', '../../application/generate.ts'],
  ['src/core/a.ts', 'vscode'],
  ['src/core/b.ts', 'node:path'],
  ['src/a.ts', '../service/src/main.ts'],
  ['src/run-panel/webview/a.ts', 'vscode'],
  ['src/run-panel/webview/b.ts', 'node:fs'],
  ['src/money/webview/a.ts', 'vscode'],
] as const;

const ALLOWED = [
  ['service/src/domain/c.ts', '@bioql/language/call'],
  ['service/src/http/c.ts', '@bioql/contract/errors'],
  ['src/c.ts', 'vscode'],
] as const;

describe('the layers', function () {
  this.timeout(20_000);
  let report = '';

  before(() => {
    const root = mkdtempSync(join(tmpdir(), 'bioql-layers-'));
    const config = JSON.parse(readFileSync(new URL('../../biome.json', import.meta.url), 'utf8'));
    writeFileSync(join(root, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }));
    for (const [file, imported] of [...REFUSED, ...ALLOWED]) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), `import { x } from '${imported}';\n\nexport const y = x;\n`);
    }
    report = spawnSync('biome', ['lint', '--reporter=github'], { cwd: root, encoding: 'utf8' }).stdout;
    rmSync(root, { recursive: true });
  });

  const isRefused = (file: string): boolean =>
    report.split('\n').some((line) => line.includes('noRestrictedImports') && line.includes(file));

  for (const [file, imported] of REFUSED) {
    it(`${dirname(file)} may not import ${imported}`, () => assert.ok(isRefused(file), report));
  }
  for (const [file, imported] of ALLOWED) {
    it(`${dirname(file)} may import ${imported}`, () => assert.ok(!isRefused(file), report));
  }
});
