import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

/** Whether lint refuses an import in a file of that name. */
function isRefused(file: string, imported: string): boolean {
  const { status } = spawnSync('biome', ['lint', `--stdin-file-path=${file}`], {
    input: `import { x } from '${imported}';\n\nexport const y = x;\n`,
  });
  return status === 1;
}

const REFUSED = [
  ['language/probe.ts', '@bioql/contract/errors'],
  ['language/algorithms/probe.ts', 'node:fs'],
  ['contract/probe.ts', '@bioql/language/call'],
  ['service/src/domain/probe.ts', '../application/generate.ts'],
  ['service/src/domain/probe.ts', '@bioql/contract/errors'],
  ['service/src/application/probe.ts', '../infrastructure/open-ledger.ts'],
  ['service/src/http/probe.ts', '../infrastructure/llama/pool.ts'],
  ['service/src/infrastructure/llama/probe.ts', '../../application/generate.ts'],
  ['src/core/probe.ts', 'vscode'],
  ['src/core/probe.ts', 'node:path'],
  ['src/probe.ts', '../service/src/main.ts'],
] as const;

const ALLOWED = [
  ['service/src/domain/probe.ts', '@bioql/language/call'],
  ['service/src/http/probe.ts', '@bioql/contract/errors'],
  ['src/probe.ts', 'vscode'],
] as const;

describe('the layers', function () {
  this.timeout(20_000);
  for (const [file, imported] of REFUSED) {
    it(`${file} may not import ${imported}`, () => assert.ok(isRefused(file, imported)));
  }
  for (const [file, imported] of ALLOWED) {
    it(`${file} may import ${imported}`, () => assert.ok(!isRefused(file, imported)));
  }
});
