import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { diagnosticsPage } from '@bioql/language/diagnostics/page';

describe('docs/diagnostics.md', () => {
  it('is what node language/test/write-diagnostics-page.ts writes', () => {
    assert.equal(readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8'), diagnosticsPage());
  });
});
