import assert from 'node:assert/strict';
import type { Answer } from '../evaluate/answer.ts';
import { casesOf, type Expected, readCases, SETS, sampleOf } from '../evaluate/case.ts';
import { markdownOf, summaryOf } from '../evaluate/markdown.ts';
import { readOptions } from '../evaluate/options.ts';
import { EXAMPLES } from '../evaluate/peers/few-shot.ts';
import { readFreeReply } from '../evaluate/peers/reply.ts';
import { reportOf } from '../evaluate/report.ts';
import { quantile, share } from '../evaluate/share.ts';
import { hardwareOf, levelsOf, type Result, refusalsOf, slicesOf } from '../evaluate/slices.ts';
import { developmentTexts } from '../near-duplicate-texts.ts';
import { nearDuplicates } from '../near-duplicates.ts';

const callOf = (program: string, backend = 'simulator'): Expected => ({
  kind: 'calls',
  anyOf: [[{ program, backend, shots: 1024 }]],
});
const REFUSAL: Expected = { kind: 'refusal', reason: 'out_of_scope' };
const LEVELS = { L0: true, L1: true, L2: true, L3: true, L4: undefined, L5: undefined };

function resultOf(lang: string, expected: Expected, right: boolean, outcome: Answer['outcome'] = 'code'): Result {
  const answer: Answer = { outcome, code: '', reasoning: '', source: 'model', seconds: 0.2, wallMs: 250, tokens: 9 };
  return {
    item: { set: 'generate', lang, register: 'plain', question: { task: 'generate', prompt: '?' }, expected },
    answer,
    verdict: { right, ...(expected.kind === 'calls' && { levels: { ...LEVELS, L3: right } }), keptOffHardware: right },
  };
}

const RESULTS = [
  resultOf('en', callOf('Create Bell state'), true),
  resultOf('en', callOf('Create Bell state', 'ionq_qpu'), false),
  resultOf('es', callOf('Run VQE for H2'), true),
  resultOf('es', callOf('Run VQE for H2'), false, 'refused'),
  resultOf('es', REFUSAL, true, 'refused'),
  resultOf('es', REFUSAL, false, 'refused'),
  resultOf('es', REFUSAL, false),
];

describe('the report', () => {
  it('counts by expectation, documented category, algorithm, language and register', () => {
    const slices = slicesOf(RESULTS).map(({ group, name, share: { right, of } }) => `${group}/${name} ${right}/${of}`);
    assert.deepEqual(slices, [
      'expected/a refusal 1/3',
      'expected/code 2/4',
      'documented/all six 1/2',
      'documented/bell 1/2',
      'documented/hardware execution 0/1',
      'algorithm/bell 1/2',
      'algorithm/vqe 1/2',
      'language/en 1/2',
      'language/es 2/5',
      'register/plain 3/7',
    ]);
  });

  it('tells precision from recall', () => {
    const { precision, recall, reason } = refusalsOf(RESULTS);
    assert.deepEqual([precision.right, precision.of, recall.right, recall.of], [2, 3, 2, 3]);
    assert.deepEqual([reason.right, reason.of], [1, 2]);
    assert.equal(hardwareOf(RESULTS).of, 7);
    assert.deepEqual([levelsOf(RESULTS).L3.right, levelsOf(RESULTS).L3.of, levelsOf(RESULTS).L4.of], [2, 4, 0]);
  });

  it('has intervals and quantiles that are known', () => {
    assert.deepEqual(share(262, 426), { right: 262, of: 426, percent: 61.5, low: 56.8, high: 66 });
    assert.deepEqual(share(0, 0), { right: 0, of: 0, percent: 0, low: 0, high: 100 });
    assert.deepEqual([quantile([4, 1, 3, 2], 0.5), quantile([4, 1, 3, 2], 0.95), quantile([], 0.5)], [2, 4, 0]);
  });

  it('says which sets were not answered', () => {
    const facts = {
      model: 'm',
      engine: 'embedded',
      selfCheck: true,
      reasoning: true,
      temperature: 0,
      limit: undefined,
      seed: 1,
    };
    const report = reportOf(
      facts,
      new Map([
        ['generate', RESULTS],
        ['fix', undefined],
      ]),
    );
    assert.deepEqual(report.unanswered, ['fix']);
    assert.match(markdownOf(report), /\| fix \| not answered/);
    assert.match(summaryOf(report), /fix +not answered/);
    assert.match(markdownOf(report), /\| \*\*all\*\* \| 3\/7 \| 42\.9 % \|/);
    assert.equal(report.sets[0]?.latency.machineP50, 0.2);
  });
});

describe('the cases', () => {
  it('are all there', () => {
    const counts = SETS.map((set) => readCases(set).length);
    assert.ok(
      counts.every((count, at) => count >= ([400, 60, 30, 60, 60][at] ?? 0)),
      String(counts),
    );
  });

  it('are sampled by seed, in their order', () => {
    const all = readCases('generate');
    assert.deepEqual(sampleOf(all, 20, 3), sampleOf(all, 20, 3));
    assert.notDeepEqual(sampleOf(all, 20, 3), sampleOf(all, 20, 4));
    assert.deepEqual(sampleOf(all, all.length, 1), all);
    assert.equal(casesOf({ sets: ['generate', 'fix'], limit: 5, seed: 1 }).length, 10);
  });

  it('are chosen by options, which name what they do not take', () => {
    assert.deepEqual(readOptions(['--set', 'fix', '--set', 'complete', '--self-check', 'off']).sets, [
      'fix',
      'complete',
    ]);
    assert.deepEqual(readOptions(['--compare']).sets, ['generate']);
    assert.throws(() => readOptions(['--set', 'all']), /--set must be one of/);
    assert.throws(() => readOptions(['--limit', '0']), /--limit must be a positive whole number/);
  });
});

describe('generic models', () => {
  it('are read by their first code block or refusal', () => {
    assert.deepEqual(readFreeReply('Sure!\n```python\nx = 1\n```\nor\n```\ny\n```'), {
      outcome: 'code',
      code: 'x = 1',
    });
    assert.deepEqual(readFreeReply('x = 1\n'), { outcome: 'code', code: 'x = 1' });
    assert.deepEqual(readFreeReply('refuse out_of_scope'), { outcome: 'refused', code: '', refusal: 'out_of_scope' });
    assert.deepEqual(readFreeReply(' \n'), { outcome: 'silent', code: '' });
  });

  it('are shown examples that no development set has', () => {
    const shown = EXAMPLES.map(({ prompt }, at) => ({ place: `example ${at}`, text: prompt, about: undefined }));
    assert.deepEqual(nearDuplicates(developmentTexts(), shown), []);
  });
});
