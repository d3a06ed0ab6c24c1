import assert from 'node:assert/strict';
import { ticksUpTo } from '../drawing/histogram-layout.ts';
import { drawHistogram, type HistogramOptions } from '../drawing/histogram-svg.ts';
import { isFilter, type OutcomeRow, type OutcomeSort, selectOutcomes } from '../drawing/outcomes.ts';
import { bitOrderText } from '../drawing/words.ts';
import { allNodes, firstWithClass, number, parseXml, withClass } from './xml-tree.ts';

const row = (bits: string, probability: number, count: number): OutcomeRow => ({ bits, probability, count });
const ROWS = [row('000', 0.5, 48), row('011', 0.3, 35), row('101', 0.15, 10), row('111', 0.05, 7)];
const OPTIONS: HistogramOptions = { lang: 'en', shots: 100, measured: [0, 1, 2] };

const uniform = (width: number): OutcomeRow[] =>
  Array.from({ length: 2 ** width }, (_, at) => row(at.toString(2).padStart(width, '0'), 2 ** -width, 1));

describe('the outcomes to show', () => {
  const bitsOf = (query: { sort?: OutcomeSort; top?: number; filter?: string }) =>
    selectOutcomes(ROWS.toReversed(), { sort: 'outcome', top: 64, filter: '', ...query }).rows.map(({ bits }) => bits);

  it('are sorted by outcome, probability or count', () => {
    assert.deepEqual(bitsOf({ sort: 'outcome' }), ['000', '011', '101', '111']);
    assert.deepEqual(bitsOf({ sort: 'probability' }), ['000', '011', '101', '111']);
    assert.deepEqual(selectOutcomes([row('0', 0.5, 1), row('1', 0.5, 9)], { sort: 'count', top: 1, filter: '' }).rows, [
      row('1', 0.5, 9),
    ]);
  });

  it('are the likeliest, in the order of outcomes', () => {
    assert.deepEqual(bitsOf({ top: 2 }), ['000', '011']);
    const { others } = selectOutcomes(ROWS, { sort: 'outcome', top: 1, filter: '' });
    assert.equal(others.outcomes, 3);
    assert.equal(others.count, 52);
    assert.ok(Math.abs(others.probability - 0.5) < 1e-12);
  });

  it('pass the filter', () => {
    assert.deepEqual(bitsOf({ filter: '?11' }), ['011', '111']);
    assert.deepEqual(bitsOf({ filter: '1*' }), ['101', '111']);
    assert.deepEqual(bitsOf({ filter: '*0*1' }), ['011', '101']);
    assert.deepEqual(bitsOf({ filter: '11' }), ['011', '111']);
    assert.deepEqual(bitsOf({ filter: '???' }), ['000', '011', '101', '111']);
    assert.deepEqual(bitsOf({ filter: '??' }), []);
    assert.deepEqual(bitsOf({ filter: '*' }).length, 4);
    assert.ok(isFilter('01?*') && isFilter('') && !isFilter('2') && !isFilter('.*'));
  });

  it('sum up what the filter lets through', () => {
    const { matching, others } = selectOutcomes(ROWS, { sort: 'outcome', top: 1, filter: '??1' });
    assert.equal(matching.outcomes, 3);
    assert.equal(matching.count, 52);
    assert.equal(others.outcomes, 2);
  });

  it('are the same as from sorting them all, where they are many', () => {
    const many = uniform(17).map((one, at) => ({ ...one, count: (at * 7919) % 1000 }));
    const all = selectOutcomes(many, { sort: 'count', top: many.length, filter: '' }).rows.slice(0, 64);
    assert.deepEqual(selectOutcomes(many, { sort: 'count', top: 64, filter: '' }).rows, all);
  });
});

describe('the histogram', () => {
  it('has a bar and an exact mark for each row, in well-formed XML', () => {
    for (const lang of ['en', 'es'] as const) {
      for (const width of [0, 1, 3, 6, 8, 12]) {
        const root = parseXml(drawHistogram(uniform(width), { ...OPTIONS, lang, shots: 2 ** width }));
        const bars = withClass(root, 'outcome');
        assert.equal(bars.length, 2 ** width);
        assert.ok(bars.every((bar) => withClass(bar, 'sampled').length === 1 && withClass(bar, 'exact').length === 1));
      }
    }
  });

  it('is true to scale', () => {
    const root = parseXml(drawHistogram(ROWS, OPTIONS));
    const heights = withClass(root, 'outcome').map((bar) => number(firstWithClass(bar, 'sampled'), 'height'));
    const base = number(firstWithClass(root, 'axis'), 'y1');
    const exact = withClass(root, 'outcome').map((bar) => base - number(firstWithClass(bar, 'exact'), 'y1'));
    ROWS.forEach(({ count, probability }, at) => {
      assert.ok(Math.abs((heights[at] as number) / (heights[0] as number) - count / 48) < 0.001);
      assert.ok(Math.abs((exact[at] as number) / (exact[0] as number) - probability / 0.5) < 0.001);
    });
  });

  it('lets no bars and no names overlap', () => {
    for (const width of [2, 4, 6, 8, 12]) {
      const root = parseXml(drawHistogram(uniform(width), { ...OPTIONS, width: 480 }));
      const bars = withClass(root, 'outcome').map((bar) => firstWithClass(bar, 'sampled'));
      const gaps = bars.slice(1).map((bar, at) => {
        const before = bars[at] ?? bar;
        return number(bar, 'x') - number(before, 'x') - number(before, 'width');
      });
      assert.ok(Math.min(...gaps) >= -0.02);
      const names = withClass(root, 'outcome-name');
      assert.ok(names.length > 0);
      const room = names[0]?.attributes['transform'] === undefined ? width * 7 : 10;
      const places = names.map((name) => number(name, 'x'));
      assert.ok(places.slice(1).every((x, at) => x - (places[at] ?? 0) >= room));
    }
  });

  it('says each outcome in words', () => {
    const label = (options: HistogramOptions) =>
      withClass(parseXml(drawHistogram(ROWS, options)), 'outcome')[1]?.attributes['aria-label'];
    assert.equal(label(OPTIONS), '011: exact 30.00%, sampled 35.00% (35 of 100)');
    assert.equal(label({ ...OPTIONS, labels: 'ket' }), '|011⟩: exact 30.00%, sampled 35.00% (35 of 100)');
    assert.equal(label({ ...OPTIONS, labels: 'decimal' }), '3: exact 30.00%, sampled 35.00% (35 of 100)');
    assert.match(label({ ...OPTIONS, lang: 'es' }) ?? '', /^011: exacta 30,00\s%, muestreada 35,00\s% \(35 de 100\)$/);
  });

  it('shows the others as one bar, cut off when it is higher than the axis', () => {
    const { rows, others } = selectOutcomes(uniform(12), { sort: 'outcome', top: 64, filter: '' });
    const root = parseXml(drawHistogram(rows, { ...OPTIONS, shots: 4096, others }));
    const [bar, ...more] = withClass(root, 'others-bar');
    assert.equal(more.length, 0);
    assert.equal(withClass(root, 'outcome').length, 64);
    assert.equal(bar?.attributes['aria-label'], '4,032 others: exact 98.44%, sampled 98.44% (4,032 of 4,096)');
    assert.ok(allNodes(bar ?? root).some(({ text }) => text === '98%'));
  });

  it('says that it is ideal, and the order of the bits', () => {
    const [caption] = withClass(parseXml(drawHistogram(ROWS, OPTIONS)), 'caption');
    assert.equal(
      caption?.text,
      'Ideal, noiseless simulation. Bits, left to right: q2 q1 q0 (q0 is the rightmost, as in Qiskit).',
    );
    assert.equal(bitOrderText([1], 'es'), 'El bit es q1.');
    assert.match(bitOrderText([...Array(12).keys()], 'en'), /q11 q10 … q0/);
  });

  it('has round marks on its axis', () => {
    const marks = (value: number) => ticksUpTo(value).map((mark) => Number(mark.toPrecision(6)));
    assert.deepEqual(marks(0.5), [0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    assert.deepEqual(marks(1), [0, 0.2, 0.4, 0.6, 0.8, 1]);
    assert.deepEqual(marks(0.0022), [0, 0.0005, 0.001, 0.0015, 0.002, 0.0025]);
    assert.ok(marks(0).length > 1);
  });

  it('draws nothing at all without a fault', () => {
    parseXml(drawHistogram([], { ...OPTIONS, shots: 0 }));
    parseXml(drawHistogram([], { ...OPTIONS, others: { outcomes: 8, probability: 1, count: 100 } }));
  });
});
