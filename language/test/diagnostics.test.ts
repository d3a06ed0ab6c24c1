import assert from 'node:assert/strict';
import { ALGORITHMS } from '@bioql/language/algorithms/index';
import { writeCode } from '@bioql/language/call';
import { applyEdits, type Diagnostic, diagnose } from '@bioql/language/diagnostics';
import { CODES } from '@bioql/language/diagnostics/codes';
import { createRandom } from '@bioql/language/random';

const IMPORT = 'from bioql import quantum\n';

interface Case {
  readonly source: string;
  /** Code, and the text that it is about. */
  readonly found: readonly (readonly [code: string, on: string])[];
  /** The source after the first fix, or `none`. */
  readonly fixed?: string;
}

/** A case about one call: its import is left out. */
const call = (source: string, found: Case['found'], fixed?: string): Case => ({
  source: `${IMPORT}${source}`,
  found,
  ...(fixed !== undefined && { fixed: fixed === 'none' ? fixed : `${IMPORT}${fixed}` }),
});

const CASES: readonly Case[] = [
  call('quantum("Create Bell state")', []),
  call('quantum(text, backend=place, shots=n)', []),
  call('quantum(f"Create {n}-qubit GHZ state")', []),
  call('quantum("Create Bell state", api_key=key)', []),

  call('quantum("x", backend="ibm")', [
    ['program-not-understood', 'x'],
    ['unknown-backend', 'ibm'],
  ]),
  call(
    `quantum("Create Bell state", backend='qasm_simulator')`,
    [['unknown-backend', 'qasm_simulator']],
    `quantum("Create Bell state", backend='simulator')`,
  ),
  call(
    'quantum("Create Bell state", backend="ibm")',
    [['unknown-backend', 'ibm']],
    'quantum("Create Bell state", backend="ibm_quantum")',
  ),
  call(
    'quantum("Create Bell state", backend="ionq.forte")',
    [['unknown-backend', 'ionq.forte']],
    'quantum("Create Bell state", backend="ionq_forte")',
  ),
  call(
    'quantum("Create Bell state", backend="statevector_simulator")',
    [['unknown-backend', 'statevector_simulator']],
    'quantum("Create Bell state", backend="simulator_statevector")',
  ),
  call(
    'quantum("Create Bell state", backend="rigetti")',
    [['unknown-backend', 'rigetti']],
    'quantum("Create Bell state", backend="simulator")',
  ),
  call(
    'quantum("Create Bell state", backend="")',
    [['unknown-backend', '""']],
    'quantum("Create Bell state", backend="simulator")',
  ),
  call(
    'quantum("Create Bell state", backend=3)',
    [['unknown-backend', '3']],
    'quantum("Create Bell state", backend="simulator")',
  ),

  call('quantum("Create Bell state", shots=0)', [['shots-out-of-range', '0']], 'quantum("Create Bell state", shots=1)'),
  call(
    'quantum("Create Bell state", shots=-5)',
    [['shots-out-of-range', '-5']],
    'quantum("Create Bell state", shots=1)',
  ),
  call(
    'quantum("Create Bell state", shots=9_000_000)',
    [['shots-out-of-range', '9_000_000']],
    'quantum("Create Bell state", shots=1000000)',
  ),
  call(
    'quantum("Create Bell state", shots=99.6)',
    [['shots-out-of-range', '99.6']],
    'quantum("Create Bell state", shots=100)',
  ),
  call(
    'quantum("Create Bell state", shots="500")',
    [['shots-out-of-range', '"500"']],
    'quantum("Create Bell state", shots=500)',
  ),
  call('quantum("Create Bell state", shots="many")', [['shots-out-of-range', '"many"']], 'none'),

  call(
    'quantum("Create Bell state", shot=10)',
    [['unknown-keyword', 'shot']],
    'quantum("Create Bell state", shots=10)',
  ),
  call(
    'quantum("Create Bell state", shots=10, shot=1)',
    [['unknown-keyword', 'shot']],
    'quantum("Create Bell state", shots=10)',
  ),
  call(
    'quantum("Create Bell state", seed=1, shots=10)',
    [['unknown-keyword', 'seed']],
    'quantum("Create Bell state", shots=10)',
  ),
  call(
    'quantum(seed=1, program="Create Bell state")',
    [['unknown-keyword', 'seed']],
    'quantum(program="Create Bell state")',
  ),
  call(
    'quantum("Create Bell state", bakcend="aer")',
    [['unknown-keyword', 'bakcend']],
    'quantum("Create Bell state", backend="aer")',
  ),

  {
    source: 'x = quantum("Create Bell state")',
    found: [['missing-import', 'quantum']],
    fixed: 'from bioql import quantum\n\nx = quantum("Create Bell state")',
  },
  {
    source:
      '#!/usr/bin/env python\n# A licence\n\n"""Doc."""\nfrom __future__ import annotations\nimport os\n\nquantum("Create Bell state")\nquantum("Create Bell state")\n',
    found: [['missing-import', 'quantum']],
    fixed:
      '#!/usr/bin/env python\n# A licence\n\n"""Doc."""\nfrom __future__ import annotations\nfrom bioql import quantum\nimport os\n\nquantum("Create Bell state")\nquantum("Create Bell state")\n',
  },
  {
    source: '"""Doc."""\r\n\r\nquantum("Create Bell state")',
    found: [['missing-import', 'quantum']],
    fixed: '"""Doc."""\r\n\r\nfrom bioql import quantum\r\n\r\nquantum("Create Bell state")',
  },
  {
    source: '# %% cell\nquantum("Create Bell state")',
    found: [['missing-import', 'quantum']],
    fixed: 'from bioql import quantum\n\n# %% cell\nquantum("Create Bell state")',
  },
  {
    source: 'bioql.quantum("Create Bell state")',
    found: [['missing-import', 'bioql.quantum']],
    fixed: 'import bioql\n\nbioql.quantum("Create Bell state")',
  },
  { source: 'from bioql import quantum as q\nq("Create Bell state")', found: [] },
  { source: 'import bioql as b\nb.quantum("Create Bell state")', found: [] },
  { source: 'from bioql import *\nquantum("Create Bell state")', found: [] },
  {
    source: 'def f():\n  from bioql import quantum\n\ndef g():\n  return quantum("Create Bell state")',
    found: [['missing-import', 'quantum']],
  },
  { source: 'def f():\n  return quantum("Create Bell state")\n\nfrom bioql import quantum', found: [] },
  { source: 'import bioql\nquantum = bioql.quantum\nquantum("Create Bell state")', found: [] },

  call(
    'quantum("Creat Bel state phi-")',
    [['program-not-understood', 'Creat Bel state phi-']],
    'quantum("Create Bell state phi-")',
  ),
  call(
    'quantum("qft 5")',
    [['program-not-understood', 'qft 5']],
    'quantum("Run quantum Fourier transform on 5 qubits")',
  ),
  call(
    `quantum('shorr factoring 15')`,
    [['program-not-understood', 'shorr factoring 15']],
    `quantum("Factor 15 with Shor's algorithm")`,
  ),
  call(
    `quantum('shor 15 pleese')`,
    [['program-not-understood', 'shor 15 pleese']],
    `quantum("Factor 15 with Shor's algorithm")`,
  ),
  call(
    'quantum("Creat " "Bel state")',
    [['program-not-understood', 'Creat " "Bel state']],
    'quantum("Create Bell state")',
  ),
  call('quantum("hello world")', [['program-not-understood', 'hello world']], 'none'),
  call('quantum("")', [['program-not-understood', '""']], 'none'),

  call(
    'quantum("Create 40-qubit GHZ state")',
    [['qubits-exceed-backend', 'Create 40-qubit GHZ state']],
    'quantum("Create 40-qubit GHZ state", backend="simulator_mps")',
  ),
  call(
    'quantum("Create 12-qubit GHZ state", backend="ionq_harmony_simulator")',
    [['qubits-exceed-backend', 'ionq_harmony_simulator']],
    'quantum("Create 12-qubit GHZ state", backend="ionq_aria_simulator")',
  ),
  call('quantum("Create 40-qubit GHZ state", backend="ionq_qpu")', [
    ['qubits-exceed-backend', 'ionq_qpu'],
    ['hardware-costs-money', 'ionq_qpu'],
  ]),
  call('quantum("Create 500-qubit GHZ state")', [['qubits-exceed-backend', 'Create 500-qubit GHZ state']], 'none'),

  call(
    'quantum("Run Grover search on 3 qubits for 10110")',
    [['target-width', 'Run Grover search on 3 qubits for 10110']],
    'quantum("Run Grover search on 5 qubits for 10110")',
  ),
  call(
    'quantum("Run QFT on 4 qubits with input 11")',
    [['target-width', 'Run QFT on 4 qubits with input 11']],
    'quantum("Run quantum Fourier transform on 4 qubits with input 0011")',
  ),

  {
    source: `${IMPORT}key = "bioql_live_0000000000"\nquantum("Create Bell state", api_key=key)`,
    found: [['embedded-api-key', '"bioql_live_0000000000"']],
    fixed: `import os\n${IMPORT}key = os.environ["BIOQL_API_KEY"]\nquantum("Create Bell state", api_key=key)`,
  },
  {
    source: '"""Doc."""\nimport os\nurl = "https://x/?key=bioql_test_00000000"',
    found: [['embedded-api-key', '"https://x/?key=bioql_test_00000000"']],
    fixed: 'none',
  },
  {
    source: 'import os\nkey = "bioql_test_00000000"',
    found: [['embedded-api-key', '"bioql_test_00000000"']],
    fixed: 'import os\nkey = os.environ["BIOQL_API_KEY"]',
  },
  call('quantum("Create Bell state", api_key="")', []),

  {
    source:
      'db = BioQL.connect("x")\ncur = db.cursor()\ncur.execute("SELECT * FROM ghz WHERE qubits = 4")\nrows = cur.fetchall()',
    found: [
      ['generic-database-call', 'BioQL.connect'],
      ['generic-database-call', 'db.cursor'],
      ['generic-database-call', 'cur.execute'],
      ['generic-database-call', 'cur.fetchall'],
    ],
  },
  call(
    'cursor.execute("Create Bell state")',
    [['generic-database-call', 'cursor.execute']],
    'quantum("Create Bell state", backend="simulator", shots=1024)',
  ),
  call('with BioQL.connect() as conn:\n  conn.execute("x")', [
    ['generic-database-call', 'BioQL.connect'],
    ['generic-database-call', 'conn.execute'],
  ]),
  call(
    'quantum("SELECT * FROM bell")',
    [['generic-database-call', 'SELECT * FROM bell']],
    'quantum("Create Bell state")',
  ),
  {
    source: 'import sqlite3\nc = sqlite3.connect("a.db").cursor()\nc.execute("SELECT * FROM quantum_results")',
    found: [],
  },
  call('c.execute("SELECT name FROM qubits")\ndf.query("shots > 3")', []),

  call(
    'quantum("Create Bell state", backend="ibm_torino")',
    [['hardware-costs-money', 'ibm_torino']],
    'quantum("Create Bell state", backend="simulator")',
  ),

  call('r = quantum("Create Bell state', [['syntax-error', '"Create Bell state']], 'r = quantum("Create Bell state"'),
  call(
    'r = quantum("Create Bell state)',
    [['syntax-error', '"Create Bell state)']],
    'r = quantum("Create Bell state")',
  ),
  call('r = quantum("Create Bell state"', [['syntax-error', '(']], 'r = quantum("Create Bell state")'),
  call(
    'r = quantum("Create Bell state" shots=1)',
    [['syntax-error', ' ']],
    'r = quantum("Create Bell state", shots=1)',
  ),
  call(
    'r = quantum("Create Bell state", backend=)',
    [['syntax-error', 'backend=']],
    'r = quantum("Create Bell state", backend="simulator")',
  ),
  call(
    'r = quantum("Create Bell state", shots=1, shots=2)',
    [['syntax-error', 'shots']],
    'r = quantum("Create Bell state", shots=1)',
  ),
  call(
    'r = quantum("Create Bell state",, shots=2)',
    [['syntax-error', ',']],
    'r = quantum("Create Bell state", shots=2)',
  ),
  call('r = quantum(shots=2, "Create Bell state")', [['syntax-error', '"Create Bell state"']], 'none'),
  call('r = quantum("Create Bell state", shots=1 + )', [['syntax-error', ' ']], 'none'),
  call('r = = quantum("Create Bell state")\ndef f(:\n', []),
];

const onText = (source: string, { code, from, to }: Diagnostic) => [code, source.slice(from, to)];

describe('diagnostics', function () {
  this.timeout(20_000);

  for (const { source, found, fixed } of CASES) {
    it(`of ${JSON.stringify(source.replace(IMPORT, ''))}`, () => {
      const diagnostics = diagnose(source);
      assert.deepEqual(
        diagnostics.map((diagnostic) => onText(source, diagnostic)),
        found,
      );
      const [first] = diagnostics;
      if (fixed === 'none') assert.equal(first?.fix, undefined);
      else if (fixed !== undefined) assert.equal(applyEdits(source, first?.fix?.edits ?? []), fixed);
    });
  }

  it('tell every code by its own example, alone, and its fix takes it away', () => {
    for (const [code, { example, severity, fix }] of Object.entries(CODES)) {
      const found = diagnose(example);
      assert.deepEqual(
        found.map((diagnostic) => [diagnostic.code, diagnostic.severity]),
        [[code, severity]],
      );
      const edits = found[0]?.fix?.edits;
      assert.equal(edits !== undefined, fix !== undefined, code);
      if (edits !== undefined) assert.deepEqual(diagnose(applyEdits(example, edits)), [], code);
    }
  });

  it('fill every sentence in both languages, and never show a key', () => {
    for (const { source } of CASES) {
      for (const { message, fix } of diagnose(source)) {
        for (const text of [message.en, message.es, fix?.title.en ?? '', fix?.title.es ?? '']) {
          assert.doesNotMatch(text, /\{\w+\}|undefined|NaN|bioql_(live|test)_/);
        }
        assert.notEqual(message.en, message.es);
      }
    }
  });

  it('have nothing to say about canonical code of any algorithm', () => {
    const random = createRandom(1);
    for (const algorithm of ALGORITHMS) {
      const slots = [...algorithm.examples, ...Array.from({ length: 20 }, () => algorithm.sample(random))];
      for (const each of slots) {
        const code = writeCode({
          name: 'result',
          program: { algorithm: algorithm.id, slots: each },
          backend: 'simulator',
          shots: 100,
        });
        assert.deepEqual(diagnose(code), [], code);
      }
    }
  });

  it('find the nearest program of any algorithm behind a misspelt word', () => {
    const random = createRandom(2);
    let right = 0;
    let all = 0;
    for (const algorithm of ALGORITHMS) {
      for (const slots of algorithm.examples) {
        const text = algorithm.write(slots);
        const longest = (text.match(/[A-Za-z]{4,}/g) ?? []).sort((a, b) => b.length - a.length)[0] ?? '';
        const at = random.between(1, longest.length - 2);
        const wrong = text.replace(longest, longest.slice(0, at) + longest.slice(at + 1));
        const [found] = diagnose(`${IMPORT}quantum("${wrong}")`);
        if (found?.code !== 'program-not-understood') continue;
        all += 1;
        if (found.fix?.edits[0]?.text === text) right += 1;
      }
    }
    assert.ok(all > 10 && right / all > 0.9, `${right} of ${all}`);
  });

  it('know what earlier cells of a notebook import', () => {
    assert.deepEqual(diagnose('quantum("Create Bell state")', IMPORT), []);
    assert.deepEqual(diagnose('q("Create Bell state", shots=0)', 'from bioql import quantum as q').length, 1);
  });

  it('never fail on broken text, and stay inside it', () => {
    const random = createRandom(3);
    const pieces = ['"', "'", '(', ')', ',', '=', '\n', 'quantum(', 'BioQL.connect(', 'shots', '#', '\\', '😀', '9'];
    for (let round = 0; round < 600; round += 1) {
      let text = random.pick(CASES).source + random.pick(CASES).source;
      for (let edit = random.between(1, 4); edit > 0; edit -= 1) {
        const at = random.between(0, text.length);
        text = text.slice(0, at) + random.pick(pieces) + text.slice(at + random.pick([0, 1, 5]));
      }
      let last = 0;
      for (const { from, to, fix } of diagnose(text)) {
        assert.ok(last <= from && from <= to && to <= text.length, text);
        last = from;
        for (const edit of fix?.edits ?? []) assert.ok(edit.from <= edit.to && edit.to <= text.length, text);
      }
    }
  });
});
