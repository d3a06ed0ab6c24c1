import assert from 'node:assert/strict';
import { promptParts } from '@bioql/language/exchange';
import { readConfig } from '../../src/config.ts';
import { createLlamaPool } from '../../src/infrastructure/llama/pool.ts';
import { tempDir } from '../temp-dir.ts';
import { writeAdapter } from './adapter-file.ts';

const ANY_LINE = 'root ::= [^\\n]*';

/** The first greedy line of the shipped model under these adapters. */
async function lineWith(adapters: string): Promise<string> {
  const pool = createLlamaPool({
    ...readConfig({ BIOQL_LORA: adapters }),
    name: 'test',
    workers: 1,
    queue: 1,
    onWorkerExit: () => undefined,
  });
  try {
    await pool.whenReady();
    let line = '';
    await pool.complete(
      {
        parts: promptParts('generate', 'a Bell state on the simulator, 500 shots'),
        grammar: ANY_LINE,
        maxTokens: 24,
        temperature: 0,
        topP: 1,
        seed: 1,
      },
      (text) => {
        line += text;
      },
      new AbortController().signal,
    );
    return line;
  } finally {
    await pool.close();
  }
}

describe('a LoRA adapter over the shipped model', function () {
  this.timeout(60_000);
  const dir = tempDir();
  const [zero, strong, foreign] = [dir.path('zero.gguf'), dir.path('strong.gguf'), dir.path('foreign.gguf')];
  let plain: string;

  before(async () => {
    writeAdapter(zero, 0);
    writeAdapter(strong, 5);
    writeAdapter(foreign, 1, 'qwen2');
    plain = await lineWith('');
    assert.match(plain, /\w{3}/);
  });

  it('leaves the greedy reply as it is when it is zero', async () => {
    assert.equal(await lineWith(zero), plain);
  });

  it('changes the greedy reply when it is strong', async () => {
    assert.notEqual(await lineWith(strong), plain);
  });

  it('leaves the greedy reply as it is at scale 0', async () => {
    assert.equal(await lineWith(`${strong}:0,${zero}`), plain);
  });

  it('is refused by name when it was made for another architecture', async () => {
    await assert.rejects(lineWith(foreign), (error: Error) =>
      error.message.includes(`with ${foreign} cannot be loaded`),
    );
  });
});
