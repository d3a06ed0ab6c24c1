import assert from 'node:assert/strict';
import { MOST_RESTARTS, restartAfter } from '../../src/core/restarts.ts';
import { createSupervisor, type Launched, type ServiceState } from '../../src/local-service/supervisor.ts';

/** A supervisor over processes that end when the test says so, with a clock that it turns. */
function desk() {
  const launched: { ready(url: string): void; end(how: string): void; stopped: boolean }[] = [];
  const states: ServiceState[] = [];
  const waits: number[] = [];
  let now = 0;
  const supervisor = createSupervisor({
    launch(): Launched {
      const ready = Promise.withResolvers<string>();
      const ended = Promise.withResolvers<string>();
      const each = { ready: ready.resolve, end: ended.resolve, stopped: false };
      launched.push(each);
      const stop = () => {
        each.stopped = true;
        ended.resolve('SIGTERM');
      };
      return { ready: ready.promise, ended: ended.promise, stop };
    },
    changed: (state) => states.push(state),
    async delay(ms, signal) {
      signal.throwIfAborted();
      waits.push(ms);
    },
    now: () => now,
  });
  const pass = (ms: number) => {
    now += ms;
  };
  return { supervisor, launched, states, waits, pass };
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('the service on this computer', () => {
  it('is started, and stopped', async () => {
    const { supervisor, launched, states } = desk();
    const started = supervisor.start();
    launched[0]?.ready('http://127.0.0.1:8000');
    assert.deepEqual(await started, { kind: 'running', url: 'http://127.0.0.1:8000' });
    await supervisor.stop();
    assert.equal(launched[0]?.stopped, true);
    assert.deepEqual(
      states.map(({ kind }) => kind),
      ['starting', 'running', 'stopped'],
    );
  });

  it('is one, however often it is asked for', async () => {
    const { supervisor, launched } = desk();
    const both = Promise.all([supervisor.start(), supervisor.start()]);
    launched[0]?.ready('here');
    await both;
    await supervisor.start();
    assert.equal(launched.length, 1);
    await supervisor.stop();
  });

  it('is started again three times when it ends by itself, waiting longer each time, and then no more', async () => {
    const { supervisor, launched, states, waits } = desk();
    const started = supervisor.start();
    for (let end = 0; end <= MOST_RESTARTS; end += 1) {
      launched[end]?.end('exit code 1');
      await turns();
    }
    assert.deepEqual(await started, { kind: 'failed', reason: 'exit code 1' });
    assert.equal(launched.length, 1 + MOST_RESTARTS);
    assert.deepEqual(waits, [1000, 2000, 4000]);
    assert.equal(states.at(-1)?.kind, 'failed');
  });

  it('comes back after it has given up, when a person asks', async () => {
    const { supervisor, launched } = desk();
    const first = supervisor.start();
    for (let end = 0; end <= MOST_RESTARTS; end += 1) {
      launched[end]?.end('exit code 1');
      await turns();
    }
    await first;
    const second = supervisor.start();
    launched.at(-1)?.ready('here');
    assert.equal((await second).kind, 'running');
    await supervisor.stop();
  });

  it('counts anew after it has run for a while', async () => {
    const { supervisor, launched, waits, pass } = desk();
    void supervisor.start();
    for (let end = 0; end < 6; end += 1) {
      pass(60_000);
      launched[end]?.end('SIGKILL');
      await turns();
    }
    assert.deepEqual(waits, Array(6).fill(1000));
    await supervisor.stop();
    assert.equal(restartAfter(MOST_RESTARTS, 59_999), undefined);
  });
});
