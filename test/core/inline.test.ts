import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { createPace } from '../../src/core/inline/pace.ts';
import { windowOf } from '../../src/core/inline/place.ts';
import { createSuggestions, type Said } from '../../src/core/inline/suggestions.ts';
import { leftOf } from '../../src/core/inline/typed-ahead.ts';
import { createAllowed } from '../../src/inline/allowed.ts';

const BEFORE = 'from bioql import quantum\n\n# three that agree\n';
const TEXT = 'result = quantum("Create 3-qubit GHZ state", backend="simulator", shots=1024)\nprint(result)';

/** Suggestions over a service that answers when the test says so. */
function desk(mayAsk = true) {
  const requests: { readonly prefix: string; readonly signal: AbortSignal; answer(said: Said): void }[] = [];
  const rests: number[] = [];
  const suggestions = createSuggestions({
    ask: ({ prefix }, signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<Said>();
      signal.addEventListener('abort', () => reject(signal.reason));
      requests.push({ prefix, signal, answer: resolve });
      return promise;
    },
    mayAsk: () => mayAsk,
    now: () => 0,
    rest: async (ms, signal) => {
      rests.push(ms);
      await delay(1, undefined, { signal });
    },
  });
  const at = (prefix: string, { suffix = '', invoked = false, signal = new AbortController().signal } = {}) =>
    suggestions.at({ prefix, suffix, invoked }, signal);
  const sent = async (count: number) => {
    for (let tries = 0; requests.length < count && tries < 100; tries += 1) await delay(1);
    assert.equal(requests.length, count);
  };
  return { suggestions, requests, rests, at, sent };
}

const SAID: Said = { texts: [TEXT], model: 'm' };

describe('suggestions as one types', () => {
  it('ask once, and go along with what is typed without another request', async () => {
    const { requests, at, sent } = desk();
    const first = at(BEFORE);
    await sent(1);
    requests[0]?.answer(SAID);
    assert.deepEqual((await first)?.texts, [TEXT]);
    for (let typed = 1; typed < TEXT.length; typed += 1) {
      const offer = await at(BEFORE + TEXT.slice(0, typed));
      assert.deepEqual(offer?.texts, [TEXT.slice(typed)]);
    }
    assert.equal(requests.length, 1);
  });

  it('wait for the request in flight while the person types along', async () => {
    const { requests, at, sent } = desk();
    const gone = new AbortController();
    const first = at(BEFORE, { signal: gone.signal });
    await sent(1);
    gone.abort();
    await assert.rejects(first);
    const second = at(`${BEFORE}res`);
    requests[0]?.answer(SAID);
    assert.deepEqual((await second)?.texts, [TEXT.slice(3)]);
    assert.equal(requests.length, 1);
  });

  it('stop the request a moment after everybody has left it', async () => {
    const { requests, at, sent } = desk();
    const gone = new AbortController();
    const first = at(BEFORE, { signal: gone.signal });
    await sent(1);
    gone.abort();
    await assert.rejects(first);
    assert.equal(requests[0]?.signal.aborted, false);
    await delay(200);
    assert.equal(requests[0]?.signal.aborted, true);
  });

  it('send nothing when the person goes on before the rest is over', async () => {
    const { requests, at } = desk();
    const gone = new AbortController();
    const first = at(BEFORE, { signal: gone.signal });
    gone.abort();
    await assert.rejects(first);
    await delay(5);
    assert.equal(requests.length, 0);
  });

  it('stop the request for a place that was left for another', async () => {
    const { requests, at, sent } = desk();
    void at(BEFORE).catch(() => undefined);
    await sent(1);
    void at(`${BEFORE}x = 1\n# a Bell state\n`).catch(() => undefined);
    await sent(2);
    assert.equal(requests[0]?.signal.aborted, true);
  });

  it('remember answers, and silence', async () => {
    const { requests, at, sent } = desk();
    const first = at(BEFORE);
    await sent(1);
    requests[0]?.answer({ texts: [], model: 'm' });
    assert.equal(await first, undefined);
    assert.equal(await at(BEFORE), undefined);
    assert.equal(requests.length, 1);
  });

  it('know the words again in another place', async () => {
    const { requests, at, sent } = desk();
    const first = at(BEFORE);
    await sent(1);
    requests[0]?.answer(SAID);
    await first;
    const call = TEXT.split('\n')[0]?.slice('result = '.length);
    assert.deepEqual((await at(`${BEFORE}agree = `))?.texts, [`${call}\nprint(agree)`]);
    assert.deepEqual((await at(`${BEFORE}three = quantum("`))?.texts, [call?.slice('quantum("'.length)]);
    assert.equal(requests.length, 1);
  });

  it('forget what no model said', async () => {
    const { requests, at, sent } = desk();
    const first = at(BEFORE);
    await sent(1);
    requests[0]?.answer({ texts: [], model: undefined });
    await first;
    void at(BEFORE).catch(() => undefined);
    await sent(2);
  });

  it('know much without any request, also where none may be made', async () => {
    const { requests, rests, at } = desk(false);
    assert.deepEqual((await at('r = quantum("Create Bell state", backend="ionq_q'))?.texts, ['pu", shots=1024)']);
    assert.deepEqual((await at(`${BEFORE}${TEXT.split('\n')[0]}\n`))?.texts, ['print(result)']);
    assert.equal(await at(BEFORE), undefined);
    assert.deepEqual([requests.length, rests.length], [0, 0]);
  });

  it('rest before a request, and not by hand', async () => {
    const { rests, at, sent } = desk();
    void at(BEFORE, { invoked: true }).catch(() => undefined);
    await sent(1);
    assert.deepEqual(rests, []);
  });

  it('pass on a failure', async () => {
    const suggestions = createSuggestions({
      ask: () => Promise.reject(new Error('no')),
      mayAsk: () => true,
      now: () => 0,
      rest: async () => undefined,
    });
    await assert.rejects(
      suggestions.at({ prefix: BEFORE, suffix: '', invoked: false }, new AbortController().signal),
      /^Error: no$/,
    );
  });
});

describe('an offer that is typed along', () => {
  const made = { place: { prefix: 'x\n', suffix: '\ny' }, texts: [TEXT], over: 0 };
  for (const [what, typed, closed, left] of [
    ['nothing yet', '', '', TEXT],
    ['a few letters', 'res', '', TEXT.slice(3)],
    ['a parenthesis that the editor closed', 'result = quantum(', ')', TEXT.slice(17)],
    ['a quote that the editor closed', 'result = quantum("', '")', TEXT.slice(18)],
    ['a whole line', TEXT.split('\n')[0] ?? '', '', '\nprint(result)'],
    ['another letter', 'resx', '', undefined],
    ['everything', TEXT, '', undefined],
    ['a bracket that the text has not', 'result = ', ']', undefined],
  ] as const) {
    it(what, () => {
      const offer = leftOf(made, { prefix: `x\n${typed}`, suffix: `${closed}\ny` });
      assert.deepEqual(offer, left && { texts: [left], over: closed.length });
    });
  }

  it('not in another place', () => {
    assert.equal(leftOf(made, { prefix: 'z\n', suffix: '\ny' }), undefined);
    assert.equal(leftOf(made, { prefix: 'x\n', suffix: '\nz' }), undefined);
  });
});

describe('the window that is sent', () => {
  it('is the text around the cursor, with the import', () => {
    const { prefix, suffix } = windowOf({ prefix: BEFORE + 'x = 1\n'.repeat(5000), suffix: 'y'.repeat(9999) });
    assert.ok(prefix.length < 6100 && suffix.length === 2000);
    assert.match(prefix, /^from bioql import quantum\nx = 1\n/);
    assert.deepEqual(windowOf({ prefix: BEFORE, suffix: '' }), { prefix: BEFORE, suffix: '' });
  });
});

describe('the rest before a request', () => {
  it('follows the time that answers take', () => {
    const pace = createPace();
    const first = pace.restMs();
    pace.took(100);
    const quick = pace.restMs();
    for (let count = 0; count < 20; count += 1) pace.took(2000);
    assert.deepEqual([first, quick, pace.restMs()], [120, 50, 400]);
  });
});

describe('leave to ask', () => {
  it('ends with the budget, a pause, a failure and the mode; by hand only the mode counts', () => {
    let now = 0;
    const state = { on: true, paused: false, budget: true };
    const allowed = createAllowed({
      isOn: () => state.on,
      isPaused: () => state.paused,
      mayAsk: () => state.budget,
      now: () => now,
    });
    const both = () => [allowed.mayAsk(false), allowed.mayAsk(true)];
    assert.deepEqual(both(), [true, true]);
    state.budget = false;
    assert.deepEqual(both(), [false, true]);
    Object.assign(state, { budget: true, paused: true });
    assert.deepEqual(both(), [false, true]);
    state.paused = false;
    allowed.failed(2);
    assert.deepEqual(both(), [false, true]);
    now = 2000;
    assert.deepEqual(both(), [true, true]);
    state.on = false;
    assert.deepEqual(both(), [false, false]);
  });
});
