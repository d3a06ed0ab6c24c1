import assert from 'node:assert/strict';
import { moneyRequests, type ShortRequest } from '../../src/money/money-requests.ts';

const NEVER = new AbortController().signal;

describe('what is asked about money', () => {
  const asked: ShortRequest[] = [];
  let answer: string;
  const money = moneyRequests(async (request) => {
    asked.push(request);
    return answer;
  });
  const last = () => asked.at(-1);

  it('names span and page, and takes no answer of another form', async () => {
    answer = '{"days": []}';
    await assert.rejects(money.usage({ from: '2025-01-01', to: '2025-01-31' }, '17', NEVER), { code: 'bad_answer' });
    assert.equal(last()?.path, '/v1/usage?from=2025-01-01&to=2025-01-31&cursor=17');
    await assert.rejects(money.usage({ from: '2025-01-01', to: '2025-01-31' }, undefined, NEVER));
    assert.equal(last()?.path, '/v1/usage?from=2025-01-01&to=2025-01-31');
  });

  it('asks for transactions as CSV, and gives them as they are', async () => {
    answer = 'id,at\r\n1,2\r\n';
    assert.equal(await money.transactionsCsv({ from: '2025-01-01', to: '2025-01-31' }, NEVER), answer);
    assert.deepEqual(last(), {
      method: 'GET',
      path: '/v1/transactions?from=2025-01-01&to=2025-01-31&format=csv',
      accept: 'text/csv',
    });
  });

  it('writes no path with what a service sent as an id', async () => {
    answer = '{}';
    await assert.rejects(money.receipt('../account?x', NEVER));
    assert.equal(last()?.path, '/v1/usage/..%2Faccount%3Fx');
  });
});
