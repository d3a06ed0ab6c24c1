import assert from 'node:assert/strict';
import { type Call, checkCall, writeCode } from '@bioql/language/call';
import { findCalls, readCode } from '@bioql/language/python';

const call = (changes: Partial<Call> = {}): Call => ({
  name: 'result',
  program: { algorithm: 'ghz', slots: { qubits: 3 } },
  backend: 'simulator',
  shots: 1024,
  ...changes,
});

const GHZ = `from bioql import quantum

result = quantum("Create 3-qubit GHZ state", backend="simulator", shots=1024)
print(result)`;

describe('code', () => {
  it('is the documented text', () => assert.equal(writeCode(call()), GHZ));

  it('reads what it writes', () => {
    for (const backend of ['simulator', 'ibm_torino', 'ionq_qpu']) {
      const written = call({ backend, shots: 500, name: 'result_2' });
      assert.deepEqual(readCode(writeCode(written)), [written]);
      const both = [{ ...written, name: 'ideal' }, written];
      assert.deepEqual(readCode(writeCode(...both)), both);
    }
  });

  for (const [what, code] of [
    ['another import', GHZ.replace('import quantum', 'import quantum, os')],
    ['a second statement', `${GHZ}\nimport os`],
    ['an unknown keyword', GHZ.replace('shots=', 'seed=')],
    ['a missing print', GHZ.replace('print(result)', '')],
    ['a program that is not canonical', GHZ.replace('Create 3', 'create a 3')],
    ['nothing', ''],
  ] as const) {
    it(`is not canonical with ${what}`, () => assert.equal(readCode(code), undefined));
  }
});

describe('calls in a file', () => {
  it('are found with their ranges, whatever stands around them', () => {
    const source = `import numpy as np\nfrom bioql import quantum\n\ndef run():\n    a = quantum('bell state', shots=10)\n    return a\nprint(quantum("Run QFT on 2 qubits"))\n`;
    const sites = findCalls(source);
    assert.deepEqual(
      sites.map(({ from, to }) => source.slice(from, to)),
      [`quantum('bell state', shots=10)`, `quantum("Run QFT on 2 qubits")`],
    );
    assert.equal(sites[0]?.call?.shots, 10);
    assert.equal(sites[0]?.call?.name, 'a');
    assert.equal(sites[1]?.call?.shots, 1024);
  });

  it('are found in broken code', () => {
    assert.equal(findCalls('x = (\nr = quantum("Create Bell state", backend="sim"').length, 1);
  });

  it('are not found in strings, comments or other names', () => {
    assert.deepEqual(findCalls('# quantum("Create Bell state")\ns = "quantum(1)"\nmy.quantum("x")\nquantumx("y")'), []);
  });

  for (const bad of [
    'quantum(program)',
    'quantum(f"Create Bell state")',
    'quantum("Create Bell state", shots=n)',
    'quantum("Create Bell state", "sim")',
    'quantum()',
    'quantum("Create Bell state", seed=1)',
  ]) {
    it(`has no reading of ${bad}`, () => assert.equal(findCalls(bad)[0]?.call, undefined));
  }
});

describe('a call', () => {
  const cases: readonly (readonly [string, Partial<Call>, string | undefined])[] = [
    ['a sound call', {}, undefined],
    ['an unknown backend', { backend: 'rigetti' }, 'unknown_backend'],
    ['no shots', { shots: 0 }, 'shots_out_of_range'],
    ['a million shots', { shots: 1_000_000 }, undefined],
    ['more than a million shots', { shots: 1_000_001 }, 'shots_out_of_range'],
    ['500 qubits on a simulator', { program: { algorithm: 'ghz', slots: { qubits: 500 } } }, 'qubits_too_many'],
    [
      '500 qubits on Condor',
      { program: { algorithm: 'ghz', slots: { qubits: 500 } }, backend: 'ibm_condor' },
      undefined,
    ],
    ['a GHZ state of 2 qubits', { program: { algorithm: 'ghz', slots: { qubits: 2 } } }, 'qubits_too_few'],
    [
      'a target of another width',
      { program: { algorithm: 'grover', slots: { qubits: 3, target: '10' } } },
      'target_width',
    ],
    [
      'an input of another width',
      { program: { algorithm: 'qft', slots: { qubits: 3, input: '1010' } } },
      'target_width',
    ],
  ];
  for (const [what, changes, problem] of cases) {
    it(`with ${what}: ${problem ?? 'no problem'}`, () => assert.equal(checkCall(call(changes)), problem));
  }
});
