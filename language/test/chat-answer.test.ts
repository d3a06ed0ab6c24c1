import assert from 'node:assert/strict';
import { ALGORITHMS } from '../algorithms/index.ts';
import { outcomeMarkdown } from '../chat/outcome.ts';
import { planAnswer } from '../chat/plan.ts';
import { generatedMarkdown, type Known, reasoningMarkdown } from '../chat/reply.ts';
import { routeTurn } from '../chat/route.ts';
import type { Turn } from '../chat/turn.ts';
import { readCode } from '../python.ts';

const GHZ =
  'from bioql import quantum\n\nresult = quantum("Create 3-qubit GHZ state", backend="ibm_torino", shots=500)\nprint(result)';
const WORKFLOW =
  'from bioql import quantum\n\nresult_1 = quantum("Create Bell state", backend="simulator", shots=1024)\nprint(result_1)\nresult_2 = quantum("Create Bell state", backend="ibm_brisbane", shots=2000)\nprint(result_2)';

const turn = (content: string, code?: string): Turn => ({
  messages: [{ role: 'user', content }],
  context: code === undefined ? [] : [{ name: 'a.py', content: code }],
});
const routed = (content: string, code?: string) => routeTurn(turn(content, code));
const answer = (content: string, code?: string): Known => {
  const plan = planAnswer(routed(content, code));
  assert.ok(plan.by === 'language', `${content} needs a ${plan.by}`);
  return plan.known;
};

describe('what the chat answers without a model', () => {
  it('has the page of every algorithm, in both languages', () => {
    for (const { title, knowledge } of ALGORITHMS) {
      for (const [lang, question] of [
        ['en', `what is ${title.en}?`],
        ['es', `¿qué es ${title.es}?`],
      ] as const) {
        const { content } = answer(question);
        assert.ok(content.includes(knowledge.source.url), `${question}\n${content}`);
        assert.ok(content.includes(title[lang].replaceAll('*', '\\*')), question);
      }
    }
  });

  it('explains a call with its figures and its ideal result', () => {
    const { content } = answer('/explain', GHZ);
    assert.match(content, /^### GHZ state/);
    assert.match(content, /\| Gates \| 3 \(2 cx, 1 h\) \|/);
    assert.match(content, /`?111`?.*50/s);
    assert.match(content, /Runs there cost money/);
  });

  it('explains several calls step by step', () => {
    const { content } = answer('explain this', WORKFLOW);
    assert.match(content, /### Step 1 · Bell state[\s\S]*### Step 2 · Bell state/);
  });

  it('compares calls by what differs', () => {
    const { content } = answer('compare these two', WORKFLOW);
    assert.match(content, /Backend: `simulator` → `ibm_brisbane`/);
    assert.match(content, /Shots: `1024` → `2000`/);
    assert.match(content, /\| Likeliest outcomes \| `00` 50\.00%, `11` 50\.00% \|/);
  });

  it('compares algorithms by their knowledge, and backends by their table', () => {
    assert.match(answer('difference between a GHZ and a W state').content, /\*\*W state\*\*[\s\S]*When to use it/);
    assert.match(
      answer('¿qué diferencia hay entre ibm_torino y ionq_forte?').content,
      /\| `ionq_forte` \| IonQ \| hardware \| 36 \|/,
    );
  });

  it('changes a program by what is named, and says what changed', () => {
    const { content, code } = answer('now on ionq with 800 shots', GHZ);
    assert.match(code ?? '', /"Create 3-qubit GHZ state", backend="ionq_qpu", shots=800\)/);
    assert.match(content, /- Backend: `ibm\\?_torino` → `ionq\\?_qpu`\n- Shots: `500` → `800`/);
    assert.match(content, /ionq\\_qpu: quantum hardware\. Running there costs money/);
  });

  it('fixes what needs no guessing, and says what was wrong', () => {
    const { content, code } = answer('/fix', GHZ.replace('ibm_torino', 'ibm_torinno').replace('shots', 'shot'));
    assert.equal(code, GHZ);
    assert.match(content, /What was fixed[\s\S]*ibm\\_torino/);
    assert.match(answer('/fix', GHZ).content, /nothing wrong/);
  });

  it('declines kindly in the language of the question', () => {
    const english = answer('what is the capital of France?');
    assert.equal(english.outcome, 'refused');
    assert.match(english.content, /only know BioQL and quantum programs/);
    assert.match(answer('¿quién ganó el mundial de fútbol?').content, /solo sé de BioQL/);
  });

  it('says what it can do, and what things cost', () => {
    for (const { title } of ALGORITHMS) assert.ok(answer('what can you do?').content.includes(title.en), title.en);
    assert.match(answer('/cost').content, /1\.10 an hour/);
    assert.match(answer('¿cuánto cuesta?').content, /1,10 USD por hora/);
  });
});

describe('what a model is asked in a chat', () => {
  const prompt = (content: string, code?: string) => {
    const plan = planAnswer(routed(content, code));
    assert.ok(plan.by === 'model', `${content} needs no model`);
    return plan;
  };
  it('the words of a request', () =>
    assert.deepEqual(prompt('/generate a Bell state'), { by: 'model', task: 'generate', prompt: 'a Bell state' }));
  it('the statements of the last program and the wish', () =>
    assert.deepEqual(prompt('double the shots', GHZ), {
      by: 'model',
      task: 'fix',
      prompt: 'result = quantum("Create 3-qubit GHZ state", backend="ibm_torino", shots=500)\n---\ndouble the shots',
    }));
  it('code that is not understood, with what is said of it', () => {
    const asked = prompt(
      '/fix it should be a cat state',
      'from bioql import quantum\nresult = quantum("make me happy")\nprint(result)',
    );
    assert.equal(asked.task, 'fix');
    assert.equal(asked.prompt, 'result = quantum("make me happy")\n---\nit should be a cat state');
  });
});

describe('the words of an answer', () => {
  it('have a line for each step, also while they come', () => {
    const reasoning = '1. Bell state, simulator. H on q0. 2. Step 1 again, ibm_brisbane, 2000 shots.';
    const whole = reasoningMarkdown(reasoning);
    assert.equal(whole, '1. Bell state, simulator. H on q0.\n2. Step 1 again, ibm\\_brisbane, 2000 shots.');
    for (let end = 4; end < reasoning.length; end += 1)
      assert.ok(whole.startsWith(reasoningMarkdown(reasoning.slice(0, end), end - 4)), String(end));
    assert.match(generatedMarkdown(readCode(WORKFLOW) ?? [], reasoning, 'en'), /ibm\\_brisbane: quantum hardware/);
  });

  it('show a run as a table with bars', () => {
    const [call] = readCode(GHZ) ?? [];
    assert.ok(call !== undefined);
    const rows = [
      { bits: '000', probability: 0.5, count: 260 },
      { bits: '111', probability: 0.5, count: 240 },
    ];
    const others = { outcomes: 0, probability: 0, count: 0 };
    const text = outcomeMarkdown({ call, seed: 7, rows, others }, 'en');
    assert.match(text, /\| `000` \| 50\.00% \| 260\u00a0█/);
    assert.match(text, /500 shots, seed 7/);
  });
});
