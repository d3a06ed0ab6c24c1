import assert from 'node:assert/strict';
import { add, nano, parseUsd, roundTo, usdText, wireUsd } from '../../src/domain/money.ts';

describe('money', () => {
  it('reads dollars to the micro-dollar', () => {
    assert.equal(parseUsd('10'), 10_000_000_000);
    assert.equal(parseUsd('0.002279'), 2_279_000);
    assert.equal(parseUsd('9007199'), 9_007_199_000_000_000);
  });

  it('reads nothing that is not an exact amount', () => {
    for (const text of ['', '-1', '+1', '1.', '.5', '1e3', '0.0000001', '9007200', '99999999', '1,5', ' 1', 'NaN']) {
      assert.equal(parseUsd(text), undefined, text);
    }
  });

  it('writes six decimals', () => {
    assert.equal(usdText(nano(2_279_000)), '0.002279');
    assert.equal(JSON.stringify(wireUsd(nano(9_991_060_000))), '9.99106');
    assert.equal(wireUsd(nano(651_499)), 0.000651);
  });

  it('writes every micro-dollar as the number that reads the same', () => {
    for (let micros = 1; micros < 9e12; micros = micros * 3 + 1) {
      assert.equal(parseUsd(usdText(nano(micros * 1000))), micros * 1000);
      assert.equal(Math.round(wireUsd(nano(micros * 1000)) * 1e6), micros);
    }
  });

  it('rounds halves away from zero', () => {
    assert.deepEqual(
      [499, 500, 1499, -500, -499].map((amount) => roundTo(1000, nano(amount))),
      [0, 1000, 1000, -1000, 0],
    );
  });

  it('refuses to lose a nano-dollar', () => {
    assert.throws(() => nano(0.5), RangeError);
    assert.throws(() => add(nano(Number.MAX_SAFE_INTEGER), nano(1)), RangeError);
  });
});
