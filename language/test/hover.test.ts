import assert from 'node:assert/strict';
import type { Lang } from '@bioql/language/algorithm';
import { ALGORITHMS } from '@bioql/language/algorithms/index';
import { hoverAt } from '@bioql/language/hover';

/** What is said at the bar, and about which text. */
function said(marked: string, lang: Lang = 'en'): { markdown: string; on: string } | undefined {
  const offset = marked.indexOf('|');
  const source = marked.slice(0, offset) + marked.slice(offset + 1);
  const hover = hoverAt(source, offset, lang);
  return hover && { markdown: hover.markdown, on: source.slice(hover.from, hover.to) };
}

describe('a hover', () => {
  it('tells what a program is, how large, when to use it and where it comes from', () => {
    const hover = said('r = quantum("create a |GHZ state on 3 qubits", shots=5)');
    assert.equal(hover?.on, '"create a GHZ state on 3 qubits"');
    assert.match(hover?.markdown ?? '', /^\*\*GHZ state\*\* · `Create 3-qubit GHZ state`\n\n/);
    assert.match(hover?.markdown ?? '', /3 qubits · depth 4 · 3 gates \(2 cx, 1 h\)/);
    assert.match(hover?.markdown ?? '', /\*When:\* .+\n\n\[.+\]\(https:\/\/.+\)$/);
    assert.match(said('quantum("Create Bell| state")', 'es')?.markdown ?? '', /2 cúbits · profundidad 3 · 2 puertas/);
  });

  it('knows every example of every algorithm in both languages', () => {
    for (const algorithm of ALGORITHMS) {
      for (const slots of algorithm.examples) {
        const text = algorithm.write(slots);
        for (const lang of ['en', 'es'] as const) {
          const { markdown = '' } = said(`quantum("|${text}")`, lang) ?? {};
          assert.ok(
            markdown.includes(algorithm.title[lang]) && markdown.includes(algorithm.knowledge.source.url),
            text,
          );
          assert.doesNotMatch(markdown, /undefined|NaN/);
        }
      }
    }
  });

  it('does not count the gates of a circuit that is too large, nor of one that cannot be', () => {
    assert.match(said('quantum("|Create 127-qubit GHZ state")')?.markdown ?? '', /\n\n127 qubits\n\n/);
    assert.doesNotMatch(said('quantum("|Create 2-qubit GHZ state")')?.markdown ?? '', / qubits · /);
  });

  it('tells about backends and keywords', () => {
    const backend = said('quantum("Create Bell state", backend="ibm_|torino")');
    assert.deepEqual(backend, {
      on: '"ibm_torino"',
      markdown: '**ibm_torino**\n\nIBM · hardware · 133 qubits\n\nRunning there costs money.',
    });
    const shots = said('quantum("Create Bell state", sh|ots=10)');
    assert.equal(shots?.on, 'shots');
    assert.match(shots?.markdown ?? '', /Range: 1 to 1,000,000\n\nDefault: `1024`/);
    assert.match(
      said('quantum("Create Bell state", |backend="aer")', 'es')?.markdown ?? '',
      /Por defecto: `"simulator"`/,
    );
  });

  for (const marked of [
    'quantum("not| understood")',
    'qua|ntum("Create Bell state")',
    'quantum("Create Bell state", backend="nowh|ere")',
    'quantum("Create Bell state", se|ed=1)',
    'quantum("Create Bell state", shots=1|0)',
    'pri|nt("Create Bell state")',
    '"Create| Bell state"',
  ]) {
    it(`has nothing to say on ${marked}`, () => assert.equal(said(marked), undefined));
  }

  it('works in a call that is not closed', () =>
    assert.ok(said('r = quantum("Create |Bell state", backend="aer"\nprint(r)')));
});
