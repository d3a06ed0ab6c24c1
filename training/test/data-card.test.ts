import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dataCard } from '../dataset/card.ts';

describe('the data card', () => {
  it('says what is in the data; `node training/dataset/card.ts` writes it anew', () => {
    assert.equal(readFileSync(new URL('../DATA_CARD.md', import.meta.url), 'utf8'), dataCard());
  }).timeout(30_000);
});
