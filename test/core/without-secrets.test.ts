import assert from 'node:assert/strict';
import { withoutSecrets } from '../../src/core/without-secrets.ts';

describe('diagnostics without secrets', () => {
  it('keep the address and drop what may be secret in it', () => {
    assert.equal(
      withoutSecrets('"https://ana:geheim@host.example:8443/api?token=abc#x"'),
      '"https://host.example:8443/api"',
    );
    assert.equal(withoutSecrets('"http://127.0.0.1:8000"'), '"http://127.0.0.1:8000"');
  });

  it('drop API keys wherever they are', () => {
    assert.equal(withoutSecrets('{"apiKey":"bioql_test_870ce7ae"}'), '{"apiKey":"bioql_…"}');
  });
});
