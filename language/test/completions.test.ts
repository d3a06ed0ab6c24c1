import assert from 'node:assert/strict';
import { ALGORITHMS } from '@bioql/language/algorithms/index';
import { BACKENDS } from '@bioql/language/backends';
import { type Completion, completionsAt } from '@bioql/language/completions';
import { exampleTexts } from '@bioql/language/example-words';
import { readProgram } from '@bioql/language/program';

/** What is offered at the bar. */
function offered(marked: string): { source: string; items: Completion[] } {
  const offset = marked.indexOf('|');
  const source = marked.slice(0, offset) + marked.slice(offset + 1);
  return { source, items: completionsAt(source, offset) };
}

const labels = (marked: string): string[] => offered(marked).items.map(({ label }) => label);

/** The text after an item is taken. */
function taken(marked: string, label: string): string {
  const { source, items } = offered(marked);
  const item = items.find((each) => each.label === label);
  assert.ok(item, `${label} is not offered: ${items.map((each) => each.label)}`);
  return source.slice(0, item.from) + item.insertText + source.slice(item.to);
}

const BACKEND_NAMES = BACKENDS.map(({ name }) => name);
const PROGRAMS = exampleTexts();

describe('completions', () => {
  for (const marked of [
    'quantum("Create Bell state", backend="|")',
    'quantum("Create Bell state", backend="|',
    'quantum("Create Bell state", backend="|)',
    `quantum("Create Bell state", backend='ibm|', shots=5)`,
    'quantum("Create Bell state", backend=|)',
    'quantum("Create Bell state", backend= |)',
    'quantum("Create Bell state", backend=|\nprint(1)',
    'quantum("Create Bell state", backend=sim|, shots=5)',
    'import bioql as b\nb.quantum("x",\n  backend="|"',
  ]) {
    it(`offer every backend in ${JSON.stringify(marked)}`, () => assert.deepEqual(labels(marked), BACKEND_NAMES));
  }

  for (const marked of [
    'quantum("|")',
    'quantum("|',
    'quantum("|)',
    'quantum(|',
    'quantum(|)',
    'quantum(program=|)',
    'quantum(\n    |\n)',
  ]) {
    it(`offer the programs of every algorithm in ${JSON.stringify(marked)}`, () => {
      const programs = offered(marked).items.filter(({ kind }) => kind === 'program');
      assert.deepEqual(
        programs.map(({ label }) => label),
        PROGRAMS,
      );
      assert.ok(ALGORITHMS.every(({ title }) => programs.some(({ detail }) => detail.en === title.en)));
    });
  }

  for (const [marked, names] of [
    ['quantum("Create Bell state", |)', ['backend', 'shots']],
    ['quantum("Create Bell state", |', ['backend', 'shots']],
    ['quantum("Create Bell state", sh|)', ['backend', 'shots']],
    ['quantum("Create Bell state", backend="aer", |)', ['shots']],
    ['quantum("Create Bell state", |, backend="aer")', ['shots']],
    ['quantum("Create Bell state",\n    backend="aer",\n    |', ['shots']],
    ['quantum("Create Bell state", shots=1, backend="aer", |)', []],
    ['quantum("Create Bell state" |)', []],
    ['quantum("Create Bell state"|)', []],
    ['quantum(f(1, |))', []],
    ['quantum(f"Create |")', []],
    ['quantum(text, backend="aer", shots=n * |)', []],
    ['quantum("Create Bell state", note="|")', []],
    ['quantum("Create Bell state") |', []],
    ['quantum("Create Bell state",  # |\n', []],
    ['print("|")', []],
    ['|', []],
  ] as const) {
    it(`offer ${names.join(', ') || 'nothing'} in ${JSON.stringify(marked)}`, () =>
      assert.deepEqual(labels(marked), names));
  }

  it('offer usual numbers of shots', () => {
    for (const marked of ['quantum("a", shots=|)', 'quantum("a", shots=1|)', 'quantum("a", shots=|']) {
      assert.ok(labels(marked).includes('1024'), marked);
    }
  });

  it('replace what stands there', () => {
    assert.equal(taken('quantum("a", backend="ib|m")', 'aer'), 'quantum("a", backend="aer")');
    assert.equal(taken('quantum("a", backend="|)', 'aer'), 'quantum("a", backend="aer)');
    assert.equal(taken('quantum("a", backend=s|)', 'aer'), 'quantum("a", backend="aer")');
    assert.equal(taken('quantum("a", sh|)', 'shots'), 'quantum("a", shots=)');
    assert.equal(taken('quantum("a", shots=1|0)', '1024'), 'quantum("a", shots=1024)');
    assert.equal(taken('quantum(|)', 'Create Bell state'), 'quantum("Create Bell state")');
    assert.equal(taken('quantum("cr|eate")', 'Create Bell state'), 'quantum("Create Bell state")');
    assert.equal(taken('quantum("cr|)', 'Create Bell state'), 'quantum("Create Bell state)');
  });

  it('escape what a quote would end', () => {
    assert.equal(
      taken(`quantum('|')`, "Factor 15 with Shor's algorithm"),
      `quantum('Factor 15 with Shor\\'s algorithm')`,
    );
  });

  it('keep the numbers that are typed, and put first what is understood', () => {
    const seven = labels('quantum("Create 7|")');
    assert.ok(seven.includes('Create 7-qubit GHZ state'));
    assert.ok(seven.indexOf('Create 7-qubit GHZ state') < seven.indexOf('Create 3-qubit GHZ state'));
    assert.equal(labels('quantum("run qft on 9 qubits|")')[0], 'Run quantum Fourier transform on 9 qubits');
    for (const label of seven) assert.ok(readProgram(label), label);
  });

  it('mark hardware', () => {
    const [torino] = offered('quantum("a", backend="|")').items.filter(({ label }) => label === 'ibm_torino');
    assert.equal(torino?.kind, 'hardware');
    assert.match(torino?.documentation?.en ?? '', /costs money/);
    assert.equal(torino?.detail.en, 'IBM · hardware · 133 qubits');
    assert.equal(torino?.detail.es, 'IBM · hardware · 133 cúbits');
  });

  it('know the names that earlier cells give', () => {
    assert.equal(completionsAt('q("a", ', 7, 'from bioql import quantum as q').length, 2);
  });
});
