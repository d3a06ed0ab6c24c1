import assert from 'node:assert/strict';
import { nearestSite } from '../../src/core/nearest-site.ts';

const FIRST = { from: 10, to: 20 };
const SECOND = { from: 30, to: 40 };

describe('the site that a command means', () => {
  for (const [offset, site, why] of [
    [10, FIRST, 'at the start of a site'],
    [40, SECOND, 'at the end of a site'],
    [0, FIRST, 'above all sites'],
    [99, SECOND, 'below all sites'],
    [24, FIRST, 'nearer to the one above'],
    [26, SECOND, 'nearer to the one below'],
    [25, FIRST, 'halfway between two'],
  ] as const) {
    it(`is found ${why}`, () => assert.equal(nearestSite([FIRST, SECOND], offset), site));
  }

  it('is none where there are none', () => assert.equal(nearestSite([], 0), undefined));
});
