import assert from 'node:assert/strict';
import { isLoopback, readAddress } from '../../src/core/address.ts';

describe('the address of the service', () => {
  it('may be http on this computer, and https anywhere', () => {
    for (const url of [
      'http://127.0.0.1:8000',
      'http://localhost:1',
      'http://[::1]:8000',
      'https://bioql.example/api',
    ]) {
      assert.deepEqual(readAddress(` ${url}/ `), { state: 'usable', url });
    }
  });

  it('is refused where the API key would go in clear text', () => {
    for (const url of [
      'http://bioql.example',
      'http://127.0.0.1.example',
      'http://localhost.example',
      'ftp://localhost',
      'nonsense',
      '',
    ]) {
      assert.deepEqual(readAddress(url), { state: 'insecure', url });
    }
  });

  it('gets the demo key only on this computer', () => {
    assert.deepEqual(['http://127.0.0.1:8000', 'https://bioql.example'].map(isLoopback), [true, false]);
  });
});
