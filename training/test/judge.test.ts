import assert from 'node:assert/strict';
import { ALGORITHMS } from '@bioql/language/algorithms/index';
import { type Call, explainCall, writeCode } from '@bioql/language/call';
import { circuitOf, readProgram } from '@bioql/language/program';
import { createRandom } from '@bioql/language/random';
import type { Answer } from '../evaluate/answer.ts';
import type { Case, Expected, Question } from '../evaluate/case.ts';
import { judge } from '../evaluate/judge.ts';
import { isShaped, parses } from '../evaluate/shape.ts';

const callOf = (program: string, backend = 'simulator', shots = 1024): Call => {
  const read = readProgram(program);
  assert.ok(read, program);
  return { name: 'result', program: read, backend, shots };
};
const codeOf = (program: string, backend?: string, shots?: number): string =>
  writeCode(callOf(program, backend, shots));

const GENERATE: Question = { task: 'generate', prompt: 'a bell pair' };
const BELL: Expected = {
  kind: 'calls',
  anyOf: [[{ program: 'Create Bell state', backend: 'simulator', shots: 1024 }]],
};
const caseOf = (expected: Expected, question: Question = GENERATE): Case => ({
  set: 'generate',
  lang: 'en',
  register: 'plain',
  question,
  expected,
});
const answerOf = (answer: Partial<Answer>): Answer => ({
  outcome: 'code',
  code: '',
  reasoning: '',
  source: 'model',
  seconds: 1,
  wallMs: 1000,
  tokens: 1,
  ...answer,
});
const levels = (code: string, reasoning = '', expected = BELL): string => {
  const found = judge(caseOf(expected), answerOf({ code, reasoning })).levels;
  return Object.entries(found ?? {})
    .map(([level, reached]) => (reached === undefined ? '-' : reached ? level[1] : '.'))
    .join('');
};

describe('the judge', () => {
  it('finds how far an answer has come', () => {
    const right = codeOf('Create Bell state');
    assert.equal(levels(right, explainCall(callOf('Create Bell state'), 'es')), '012345');
    assert.equal(levels(right), '01234-');
    assert.equal(levels(''), '....' + '.-');
    assert.equal(levels('a bell pair'), '....' + '.-');
    assert.equal(levels('result = quantum("Create Bell state"'), '0...' + '.-');
    assert.equal(levels('print("Create Bell state")'), '01..' + '.-');
    assert.equal(levels(codeOf('Create 3-qubit GHZ state')), '012.' + '.-');
    assert.equal(levels(codeOf('Create Bell state', 'ibm_torino')), '012.' + '4-');
    assert.equal(levels(codeOf('Apply gates on 2 qubits: h 0; cx 0 1')), '012.' + '4-');
    assert.equal(levels(right, 'Two coins.'), '01234.');
  });

  it('takes any of several right answers, and calls in their order alone', () => {
    const [one, two] = [
      { program: 'Create Bell state', backend: 'simulator', shots: 1024 },
      { program: 'Dock aspirin to COX-2', backend: 'ionq_qpu', shots: 100 },
    ];
    const both = writeCode(
      { ...callOf(one.program), name: 'a' },
      { ...callOf(two.program, two.backend, two.shots), name: 'b' },
    );
    assert.equal(levels(both, '', { kind: 'calls', anyOf: [[one, two]] }), '01234-');
    assert.equal(levels(both, '', { kind: 'calls', anyOf: [[{ ...one, name: 'a' }, two]] }), '01234-');
    assert.equal(levels(both, '', { kind: 'calls', anyOf: [[{ ...one, name: 'c' }, two]] }), '012.4-');
    assert.equal(levels(both, '', { kind: 'calls', anyOf: [[two, one]] }), '012.' + '.-');
    assert.equal(levels(both, '', { kind: 'calls', anyOf: [[one], [one, two]] }), '01234-');
  });

  it('wants the refusal for its reason, and silence', () => {
    const refusal = caseOf({ kind: 'refusal', reason: 'out_of_scope' });
    const right = (item: Case, answer: Partial<Answer>): boolean => judge(item, answerOf(answer)).right;
    assert.equal(right(refusal, { outcome: 'refused', refusal: 'out_of_scope' }), true);
    assert.equal(right(refusal, { outcome: 'refused', refusal: 'qubits_too_many' }), false);
    assert.equal(right(refusal, { code: codeOf('Create Bell state') }), false);
    assert.equal(right(caseOf({ kind: 'silence' }), { outcome: 'silent' }), true);
    assert.equal(right(caseOf(BELL), { outcome: 'refused', refusal: 'out_of_scope' }), false);
  });

  it('sees hardware that nobody asked for', () => {
    const kept = (expected: Expected, backend: string): boolean | undefined =>
      judge(caseOf(expected), answerOf({ code: codeOf('Create Bell state', backend) })).keptOffHardware;
    assert.equal(kept(BELL, 'ibm_torino'), false);
    assert.equal(kept(BELL, 'ionq_simulator'), true);
    const asked: Expected = {
      kind: 'calls',
      anyOf: [[{ program: 'Create Bell state', backend: 'ionq_qpu', shots: 1 }]],
    };
    assert.equal(kept(asked, 'ibm_torino'), undefined);
  });

  it('knows Python and the shape of a call', () => {
    assert.ok(parses('import csv\nx = [a for a in "b"]\n'));
    assert.ok(!parses('x = (1'));
    const shaped = (call: string): boolean => isShaped(`from bioql import quantum\n${call}`, { whole: true });
    assert.ok(shaped('r = quantum("Create Bell state", backend="aer", shots=5)\nprint(r)'));
    assert.ok(!shaped('r = quantum("Create Bell state", api_key="x")'));
    assert.ok(!shaped('r = quantum("Create Bell state", backend="mainframe")'));
    assert.ok(!shaped('r = quantum("Create Bell state", shots=0)'));
    assert.ok(!shaped('r = quantum("Create Bell state", shots="many")'));
    assert.ok(!shaped('r = quantum("Create Bell state")\nimport os'));
    assert.ok(!shaped('r = quantum("Create Bell state")\nopen("f")'));
    assert.ok(isShaped('from bioql import quantum\nopen("f")\nquantum("Create Bell state")', { whole: false }));
  });

  it('may hold reasonings to their text, for the gates that they name are in their circuits', () => {
    const random = createRandom(5);
    const named = [
      ['H', 'h'],
      ['X', 'x'],
      ['CX', 'x'],
      ['CZ', 'z'],
      ['RX', 'rx'],
      ['RY', 'ry'],
      ['RZ', 'rz'],
    ] as const;
    let seen = 0;
    for (const { id, sample, reasoning } of ALGORITHMS) {
      if (id === 'custom_gates') continue;
      for (let count = 0; count < 10; count += 1) {
        const slots = sample(random);
        const circuit = circuitOf({ algorithm: id, slots });
        // A secret of zeros has no input "whose secret bit is 1".
        if (circuit === undefined || /^0+$/.test(String(slots['secret']))) continue;
        const text = reasoning(slots, 'en', 'simulator, 1 shot').split('. ').slice(1).join('. ');
        for (const [word, name] of named.filter(([word]) => new RegExp(`\\b${word}\\b(?! is)`).test(text))) {
          seen += 1;
          assert.ok(
            circuit.gates.some((gate) => gate.name === name),
            `${word}: ${text}`,
          );
        }
      }
    }
    assert.ok(seen > 100);
  });
});
