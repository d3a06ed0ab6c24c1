import assert from 'node:assert/strict';
import { balanceText, costText, exactText, microsOf } from '../../src/core/money.ts';

describe('money', () => {
  it('is whole micro-dollars', () => {
    assert.equal(microsOf(0.002279), 2279);
    assert.equal(microsOf(9.99106), 9_991_060);
    assert.equal(microsOf(0.1 + 0.2), 300_000);
  });

  it('shows what little a request costs', () => {
    assert.deepEqual([0, 1, 148, 12_345, 1_239_999].map(costText), [
      '$0',
      '$0.000001',
      '$0.000148',
      '$0.0123',
      '$1.23',
    ]);
  });

  it('never shows more than there is', () => {
    assert.deepEqual([9_999_999, 42_199, 148, 0].map(balanceText), ['$9.99', '$0.0421', '$0.000148', '$0.00']);
    assert.equal(exactText(9_991_060), '$9.991060');
  });
});
