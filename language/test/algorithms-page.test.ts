import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { algorithmsPage } from '@bioql/language/algorithms-page';

describe('docs/algorithms.md', () => {
  it('is what node language/test/write-algorithms-page.ts writes', () => {
    assert.equal(readFileSync(new URL('../../docs/algorithms.md', import.meta.url), 'utf8'), algorithmsPage());
  });
});
