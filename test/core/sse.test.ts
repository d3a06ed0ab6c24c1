import assert from 'node:assert/strict';
import { readEvents } from '../../src/core/sse.ts';

async function read(...pieces: string[]): Promise<[string, string][]> {
  const events: [string, string][] = [];
  for await (const { event, data } of readEvents(stream(pieces))) events.push([event, data]);
  return events;
}

async function* stream(pieces: string[]): AsyncGenerator<string> {
  yield* pieces;
}

describe('server-sent events', () => {
  const TEXT = ': awake\n\nevent: delta\ndata: {"a":1}\n\nevent: result\ndata: one\ndata: two\n\n';
  const EVENTS = [
    ['delta', '{"a":1}'],
    ['result', 'one\ntwo'],
  ];

  it('are read with any line end', async () => {
    for (const end of ['\n', '\r\n']) assert.deepEqual(await read(TEXT.replaceAll('\n', end)), EVENTS);
    assert.deepEqual(await read(TEXT.replaceAll('\n', '\r'), '\n'), EVENTS);
  });

  it('are read from pieces that end anywhere', async () => {
    for (const end of ['\n', '\r\n']) assert.deepEqual(await read(...TEXT.replaceAll('\n', end)), EVENTS);
  });

  it('need no space after the colon, and have a default name', async () => {
    assert.deepEqual(await read('data:x\n\n'), [['message', 'x']]);
  });

  it('are dropped when the stream breaks off', async () => {
    assert.deepEqual(await read('event: delta\ndata: x\n'), []);
  });
});
