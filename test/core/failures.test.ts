import assert from 'node:assert/strict';
import { ERROR_STATUS } from '@bioql/contract/errors';
import { failureOf } from '../../src/core/failures.ts';

describe('failures', () => {
  it('each have one remedy, by code', () => {
    const remedies = ['unauthorized', 'balance_exhausted', 'rate_limited', 'unreachable', 'timeout'].map(
      (code) => failureOf(code).remedy,
    );
    assert.deepEqual(remedies, ['setApiKey', 'showUsage', 'retry', 'startService', 'retry']);
  });

  it('know every code of the contract, and survive one of a newer service', () => {
    for (const code of Object.keys(ERROR_STATUS)) assert.ok(failureOf(code).sentence);
    for (const code of ['teapot', 'constructor']) assert.equal(failureOf(code).remedy, 'retry');
  });
});
