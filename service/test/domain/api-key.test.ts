import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createApiKey, DEMO_KEY, fingerprintOf, hashApiKey, isApiKey } from '../../src/domain/api-key.ts';

describe('API keys', () => {
  it('have one form, whatever the random bits', () => {
    for (const fill of [0, 1, 255]) {
      const key = createApiKey((size) => new Uint8Array(size).fill(fill));
      assert.match(key, /^bioql_live_[0-9A-Za-z]{49}$/);
      assert.ok(isApiKey(key));
    }
    assert.notEqual(createApiKey(randomBytes), createApiKey(randomBytes));
  });

  it('carry 256 random bits', () => {
    const asked: number[] = [];
    createApiKey((size) => {
      asked.push(size);
      return randomBytes(size);
    });
    assert.deepEqual(asked, [32]);
  });

  it('show a mistype', () => {
    const key = createApiKey(randomBytes);
    for (let at = 0; at < key.length; at++) {
      const other = key[at] === 'x' ? 'y' : 'x';
      assert.ok(!isApiKey(key.slice(0, at) + other + key.slice(at + 1)), `character ${at}`);
    }
    for (const text of ['', `${key}0`, key.slice(1), ` ${key}`, `${key}\n`]) assert.ok(!isApiKey(text), text);
  });

  it('include the demo key and no other test key', () => {
    assert.ok(isApiKey(DEMO_KEY));
    assert.ok(!isApiKey('bioql_test_870ce7af'));
  });

  it('are remembered by hash, prefix and last four characters', () => {
    assert.deepEqual(fingerprintOf(DEMO_KEY), {
      hash: hashApiKey(DEMO_KEY),
      prefix: 'bioql_test_',
      lastFour: 'e7ae',
    });
    assert.match(hashApiKey(DEMO_KEY), /^[0-9a-f]{64}$/);
  });
});
