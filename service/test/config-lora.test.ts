import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ConfigError, readConfig } from '../src/config.ts';
import { tempDir } from './temp-dir.ts';

describe('BIOQL_LORA', () => {
  const dir = tempDir();
  const [one, two] = [dir.path('one.gguf'), dir.path('two.gguf')];
  for (const path of [one, two]) writeFileSync(path, '');
  const adapters = (text: string) => readConfig({ BIOQL_LORA: text }).adapters;

  it('is empty by default', () => {
    assert.deepEqual(readConfig({}).adapters, []);
    assert.deepEqual(adapters(''), []);
  });

  it('names adapters with their scales, 1 unless told', () => {
    assert.deepEqual(adapters(one), [{ path: one, scale: 1 }]);
    assert.deepEqual(adapters(`${one}:0.5, ${two}:0`), [
      { path: one, scale: 0.5 },
      { path: two, scale: 0 },
    ]);
    assert.deepEqual(adapters(`${relative(process.cwd(), two)}:10`), [{ path: two, scale: 10 }]);
  });

  for (const scale of ['', 'x', '-1', '1e3', '10.5', 'NaN', '.5'])
    it(`refuses the scale "${scale}"`, () => {
      assert.throws(() => adapters(`${one}:${scale}`), {
        code: 'config_invalid',
        variable: 'BIOQL_LORA',
        message: `BIOQL_LORA: the scale of ${one} must be from 0 to 10, not "${scale}"`,
      });
    });

  it('refuses a file that is not there, by its name', () => {
    const missing = dir.path('none.gguf');
    assert.throws(
      () => adapters(`${one},${missing}:1`),
      (error) => error instanceof ConfigError && error.message === `BIOQL_LORA: there is no adapter file ${missing}`,
    );
  });

  for (const text of [',', 'aaa.gguf,', ':1'])
    it(`refuses "${text}"`, () => {
      assert.throws(() => adapters(text), { variable: 'BIOQL_LORA' });
    });
});
