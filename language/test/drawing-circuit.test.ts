import assert from 'node:assert/strict';
import { ALGORITHMS } from '../algorithms/index.ts';
import type { Circuit } from '../circuit.ts';
import { buildCircuit } from '../circuit-builder.ts';
import { angleText } from '../drawing/angle-text.ts';
import { layOut } from '../drawing/circuit-layout.ts';
import { drawCircuit } from '../drawing/circuit-svg.ts';
import { createRandom } from '../random.ts';
import { allNodes, number, parseXml, withClass, type XmlNode } from './xml-tree.ts';

const NAME = { en: 'Oracle <1> & "more"', es: 'Oráculo 1' };

const zoo = buildCircuit(
  4,
  (c) => {
    c.x(0);
    c.sdg(1);
    c.rz((-3 * Math.PI) / 8, 3);
    c.controlled('x', [0, 1], 2);
    c.stage(NAME, () => {
      c.gate({ name: 'swap', targets: [1, 3], controls: [0] });
      c.cz(3, 0);
    });
    c.h(1);
    c.y(2);
  },
  [2, 3],
);

function sampleCircuits(): Circuit[] {
  const random = createRandom(5);
  return ALGORITHMS.flatMap((algorithm) => [
    ...algorithm.examples.map((slots) => algorithm.circuit(slots)),
    ...Array.from({ length: 3 }, () => algorithm.circuit(algorithm.sample(random))),
  ]).filter((circuit) => circuit !== undefined && circuit.gates.length < 2000) as Circuit[];
}

const gateIndexes = (root: XmlNode): number[] =>
  allNodes(root)
    .filter(({ attributes }) => attributes['data-gate'] !== undefined)
    .map((node) => number(node, 'data-gate'))
    .sort((a, b) => a - b);

describe('the drawing of a circuit', () => {
  it('draws every gate of every algorithm once, in well-formed XML', () => {
    const circuits = sampleCircuits();
    assert.ok(circuits.length > 20);
    for (const circuit of circuits) {
      for (const form of ['standalone', 'interactive'] as const) {
        const root = parseXml(drawCircuit(circuit, { lang: 'en', form }));
        assert.deepEqual(gateIndexes(root), [...circuit.gates.keys()]);
      }
    }
  });

  it('lets no two things in a column share a wire, and keeps the order on each wire', () => {
    for (const circuit of sampleCircuits()) {
      const { placed } = layOut(circuit, { lang: 'en', folded: new Set() });
      const last = new Array<number>(circuit.qubits).fill(-1);
      for (const { top, bottom, column } of placed) {
        for (let wire = top; wire <= bottom; wire += 1) {
          assert.ok(column > (last[wire] as number), `wire ${wire}, column ${column}`);
          last[wire] = column;
        }
      }
    }
  });

  it('lets no two boxes overlap', () => {
    for (const circuit of [zoo, ...sampleCircuits().filter(({ gates }) => gates.length < 60)]) {
      const boxes = allNodes(parseXml(drawCircuit(circuit, { lang: 'es', folded: new Set([0]) })))
        .filter(({ attributes }) => /^(box|meter|folded)\b/.test(attributes['class'] ?? ''))
        .map(
          (node) => ['x', 'y', 'width', 'height'].map((key) => number(node, key)) as [number, number, number, number],
        );
      boxes.forEach(([x, y, width, height], at) => {
        for (const [x2, y2, width2, height2] of boxes.slice(at + 1)) {
          assert.ok(x + width <= x2 || x2 + width2 <= x || y + height <= y2 || y2 + height2 <= y);
        }
      });
    }
  });

  it('puts gates that share no wire side by side', () => {
    const columns = (circuit: Circuit) => layOut(circuit, { lang: 'en', folded: new Set() }).columns;
    assert.equal(
      columns(
        buildCircuit(4, (c) =>
          [0, 1, 2, 3].forEach((qubit) => {
            c.h(qubit);
          }),
        ),
      ),
      1,
    );
    assert.equal(
      columns(
        buildCircuit(3, (c) => {
          c.cx(0, 2);
          c.h(1);
        }),
      ),
      2,
      'the line of a CX is in the way',
    );
  });

  it('says each gate in words', () => {
    const labels = (lang: 'en' | 'es') =>
      withClass(parseXml(drawCircuit(zoo, { lang })), 'gate').map(({ attributes }) => attributes['aria-label']);
    assert.deepEqual(labels('en'), [
      'X on q0',
      'SDG on q1',
      'RZ(−3π/8) on q3',
      'CCX, controls q0 and q1, target q2',
      'CSWAP, control q0, swapped q1 and q3',
      'CZ, control q3, target q0',
      'H on q1',
      'Y on q2',
    ]);
    assert.equal(labels('es')[3], 'CCX, controles q0 y q1, objetivo q2');
  });

  it('folds a stage into one box over its wires', () => {
    const root = parseXml(drawCircuit(zoo, { lang: 'en', folded: new Set([0]) }));
    assert.deepEqual(gateIndexes(root), [0, 1, 2, 3, 6, 7]);
    const [stage, ...more] = withClass(root, 'folded-stage');
    assert.equal(more.length, 0);
    assert.equal(stage?.attributes['aria-label'], 'Oracle <1> & "more", 2 gates');
    assert.equal(withClass(root, 'stage').length, 0);
  });

  it('frames an unfolded stage and keeps other gates out of it', () => {
    const [frame] = withClass(parseXml(drawCircuit(zoo, { lang: 'en' })), 'stage');
    assert.ok(frame);
    const { frames, placed } = layOut(zoo, { lang: 'en', folded: new Set() });
    const [{ left, right } = { left: 0, right: 0 }] = frames;
    for (const { item, x, width } of placed) {
      const inside = item.kind === 'gate' && item.index >= 4 && item.index < 6;
      assert.equal(x - width / 2 > left && x + width / 2 < right, inside);
    }
  });

  it('measures into bits, lowest first, and says the order of wires and bits', () => {
    const root = parseXml(drawCircuit(zoo, { lang: 'en' }));
    const meters = withClass(root, 'measurement').map(({ attributes }) => attributes['aria-label']);
    assert.deepEqual(meters, ['Measurement of q2 into bit c0', 'Measurement of q3 into bit c1']);
    const [caption] = withClass(root, 'caption');
    assert.equal(caption?.text, 'q0 is the top wire. Bits, left to right: q3 q2 (q2 is the rightmost, as in Qiskit).');
  });

  it('escapes what it writes', () => {
    const source = drawCircuit(zoo, { lang: 'en', title: '<script>alert("1")</script> & \u0000co' });
    assert.ok(!source.includes('<script') && !source.includes('\u0000'));
    assert.equal(withClass(parseXml(source), 'title')[0]?.text, '<script>alert("1")</script> & co');
    assert.equal(withClass(parseXml(source), 'stage-name')[0]?.text, NAME.en);
  });

  it('brings its own style when it stands alone, and parts to focus when it does not', () => {
    const nodes = (form: 'standalone' | 'interactive') => allNodes(parseXml(drawCircuit(zoo, { lang: 'en', form })));
    const named = (form: 'standalone' | 'interactive', name: string) =>
      nodes(form).filter((node) => node.name === name);
    const focusable = (form: 'standalone' | 'interactive') =>
      nodes(form).filter(({ attributes }) => attributes['tabindex'] !== undefined).length;
    assert.match(named('standalone', 'style')[0]?.text ?? '', /prefers-color-scheme: dark/);
    assert.equal(named('interactive', 'style').length, 0);
    assert.equal(focusable('standalone'), 0);
    assert.equal(focusable('interactive'), zoo.gates.length + zoo.stages.length);
    assert.ok(nodes('interactive').every(({ attributes }) => attributes['style'] === undefined));
  });

  it('draws circuits without gates and on many wires', () => {
    parseXml(
      drawCircuit(
        buildCircuit(1, () => {}),
        { lang: 'es' },
      ),
    );
    const wide = parseXml(
      drawCircuit(
        buildCircuit(127, (c) => c.cx(0, 126)),
        { lang: 'en' },
      ),
    );
    assert.equal(withClass(wide, 'wire').length, 127);
  });
});

describe('the text of an angle', () => {
  it('is a fraction of pi where it is one', () => {
    const cases: [number, string][] = [
      [0, '0'],
      [Math.PI, 'π'],
      [-Math.PI / 2, '−π/2'],
      [(7 * Math.PI) / 16, '7π/16'],
      [Math.PI / 2 ** 19, 'π/524288'],
      [1.2, '1.2'],
      [-0.22674, '−0.2267'],
      [1e-7, '1e-7'],
    ];
    for (const [radians, text] of cases) assert.equal(angleText(radians), text);
  });
});
