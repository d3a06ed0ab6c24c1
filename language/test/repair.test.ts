import assert from 'node:assert/strict';
import { ALGORITHMS } from '../algorithms/index.ts';
import { writeCode } from '../call.ts';
import { applyEdits } from '../diagnostics.ts';
import { createRandom } from '../random.ts';
import { changesOf, repair } from '../repair.ts';

const IMPORT = 'from bioql import quantum\n';

const mended = (source: string): string => {
  const { file, patched } = repair(source);
  assert.equal(applyEdits(source, changesOf(patched)), file.source, 'the changes make the text');
  assert.equal(repair(file.source).file.source, file.source, 'a mended text needs no more');
  return file.source;
};

/** One call behind an import, before and after. */
const CALLS: readonly (readonly [string, string])[] = [
  ['quantum("Creat a GZH state of 5 qubits")', 'quantum("Create 5-qubit GHZ state")'],
  ['quantum("crea un estado de Bell")', 'quantum("Create Bell state")'],
  ['quantum("grovr serch for 1011")', 'quantum("Run Grover search on 4 qubits for 1011")'],
  ['quantum("busca 101 con grover en 3 cúbits")', 'quantum("Run Grover search on 3 qubits for 101")'],
  ['quantum("Bell on ibm torino, 500 shots")', 'quantum("Create Bell state", backend="ibm_torino", shots=500)'],
  ['quantum("Create 2-qubit GHZ state")', 'quantum("Create Bell state")'],
  ['quantum("Run Grover search on 3 qubits for 10110")', 'quantum("Run Grover search on 5 qubits for 10110")'],
  ['quantum("Apply gates on 2 qubits: h 0; cx 0 2")', 'quantum("Apply gates on 3 qubits: h 0; cx 0 2")'],
  ['quantum("Create 60-qubit GHZ state")', 'quantum("Create 60-qubit GHZ state", backend="simulator_mps")'],
  ['quantum("Create Bell state", backend="IBM Torino")', 'quantum("Create Bell state", backend="ibm_torino")'],
  ['quantum("Create Bell state", backend="ionq")', 'quantum("Create Bell state", backend="ionq_qpu")'],
  ['quantum("Create Bell state", backend="ibm_torin")', 'quantum("Create Bell state", backend="ibm_torino")'],
  ["quantum('Create Bell state', backend='simulador')", "quantum('Create Bell state', backend='simulator')"],
  ['quantum("Create Bell state", backend=ionq_ideal)', 'quantum("Create Bell state", backend="ionq_ideal")'],
  ['quantum("Create Bell state", backend=ibm torino)', 'quantum("Create Bell state", backend="ibm_torino")'],
  ['quantum("Create Bell state", shots="1,000")', 'quantum("Create Bell state", shots=1000)'],
  ['quantum("Create Bell state", shots=1,000)', 'quantum("Create Bell state", shots=1000)'],
  ['quantum("Create Bell state", shots=1e3)', 'quantum("Create Bell state", shots=1000)'],
  ['quantum("Create Bell state", shots="two thousand")', 'quantum("Create Bell state", shots=2000)'],
  ['quantum("Create Bell state", shots=5_000_000)', 'quantum("Create Bell state", shots=1000000)'],
  ['quantum("Create Bell state", shots=-500)', 'quantum("Create Bell state", shots=500)'],
  ['quantum("Create Bell state", "sim", 500)', 'quantum("Create Bell state", backend="sim", shots=500)'],
  ['quantum(shots=10, "Create Bell state")', 'quantum("Create Bell state", shots=10)'],
  ['quantum(500, "Create Bell state")', 'quantum("Create Bell state", shots=500)'],
  [
    'quantum(prompt="Create Bell state", device="aer", num_shots=5)',
    'quantum(program="Create Bell state", backend="aer", shots=5)',
  ],
  ['quantum("Create GHZ state", qubits=4, seed=3)', 'quantum("Create 4-qubit GHZ state")'],
  ['quantum("Create Bell state" shots=100', 'quantum("Create Bell state", shots=100)'],
  ['quantum("Create Bell state, shots=100)', 'quantum("Create Bell state", shots=100)'],
  ['quantum(Create Bell state, shots=100)', 'quantum("Create Bell state", shots=100)'],
  ['quantum("Create Bell state, backend="aer", shots=100)', 'quantum("Create Bell state", backend="aer", shots=100)'],
  ['quantum(Create Bell state", backend="aer")', 'quantum("Create Bell state", backend="aer")'],
  [`quantum("Create Bell state", backend='aer", shots=100)`, `quantum("Create Bell state", backend='aer', shots=100)`],
  ['quantum "Create Bell state", shots=100', 'quantum("Create Bell state", shots=100)'],
  ['Quantum("Create Bell state")', 'quantum("Create Bell state")'],
  ['quantun("Create Bell state")', 'quantum("Create Bell state")'],
  ['quantum.run("Create Bell state")', 'quantum("Create Bell state")'],
];

describe('what is mended without a model', () => {
  for (const [before, after] of CALLS) {
    it(before, () => assert.equal(mended(`${IMPORT}r = ${before}\nprint(r)\n`), `${IMPORT}r = ${after}\nprint(r)\n`));
  }

  it('a missing import, and its variants', () => {
    const call = 'r = quantum("Create Bell state")\n';
    assert.equal(mended(call), `${IMPORT}\n${call}`);
    for (const line of [
      'from BioQL import quantum',
      'from bioql import Quantum',
      'from bio_ql import quantum',
      'import quantum from bioql',
      'from bioql import BioQL',
    ])
      assert.equal(mended(`${line}\n${call}`), `${IMPORT}${call}`);
    assert.equal(
      mended(`import bioql as bq\nr = bq.quantum("Create Bell state")\n`),
      `import bioql as bq\nr = bq.quantum("Create Bell state")\n`,
    );
  });

  it('methods in Spanish', () =>
    assert.equal(
      mended('import bioql\nx = bioql.ejecutar("estado de Bell", dispositivo="simulador", disparos=500)\n'),
      'import bioql\nx = bioql.quantum("Create Bell state", backend="simulator", shots=500)\n',
    ));

  it('a database', () => {
    const source = `from bioql import BioQL

# open the connection
conn = BioQL.connect('localhost')
cursor = conn.cursor()
cursor.execute("SELECT * FROM bell_state LIMIT 500")
rows = cursor.fetchall()
for row in rows:
    print(row)
conn.close()
`;
    assert.equal(
      mended(source),
      `${IMPORT}
# open the connection
rows = quantum("Create Bell state", backend="simulator", shots=500)
for row in rows:
    print(row)
`,
    );
  });

  it('a connection with a body', () =>
    assert.equal(
      mended(`from bioql import BioQL
with BioQL.connect("ionq_simulator") as conn:
    conn.execute("create a GHZ state on 4 qubits")
    data = conn.fetchmany(500)
    print(data)
print("done")
`),
      `${IMPORT}data = quantum("Create 4-qubit GHZ state", backend="ionq_simulator", shots=500)
print(data)
print("done")
`,
    ));

  const circuit = (gates: string): string => `from qiskit import QuantumCircuit, Aer, execute

qc = QuantumCircuit(3, 3)
${gates}
qc.measure_all()

backend = Aer.get_backend('qasm_simulator')
counts = execute(qc, backend, shots=2000).result().get_counts()
print(counts)
`;
  for (const [gates, program] of [
    ['qc.h(0)\nqc.cx(0, 1)\nqc.cx(1, 2)', 'Create 3-qubit GHZ state'],
    ['qc.h(0)\nqc.cx(0, 1)\nqc.cx(0, 2)', 'Create 3-qubit GHZ state'],
    ['qc.h(range(3))', 'Create uniform superposition of 3 qubits'],
    ['qc.h(0)\nqc.rz(np.pi / 4, 2)\nqc.ccx(0, 1, 2)', 'Apply gates on 3 qubits: h 0; rz(pi/4) 2; ccx 0 1 2'],
  ] as const) {
    it(`a Qiskit circuit: ${program}`, () =>
      assert.equal(
        mended(circuit(gates)),
        `${IMPORT}\ncounts = quantum("${program}", backend="simulator", shots=2000)\nprint(counts)\n`,
      ));
  }

  it('a Qiskit circuit of registers, whose counts are printed at once', () =>
    assert.equal(
      mended(`from qiskit import *
q = QuantumRegister(2)
c = ClassicalRegister(2)
qc = QuantumCircuit(q, c)
qc.h(q[0])
qc.cx(q[0], q[1])
qc.measure(q, c)
print(execute(qc, Aer.get_backend('qasm_simulator'), shots=64).result().get_counts())
`),
      `${IMPORT}\ncounts = quantum("Create Bell state", backend="simulator", shots=64)\nprint(counts)\n`,
    ));

  it('a Qiskit circuit whose counts are drawn, with the import that draws them', () =>
    assert.equal(
      mended(`from qiskit import QuantumCircuit
from qiskit.visualization import plot_histogram
from qiskit_aer import AerSimulator
qc = QuantumCircuit(1)
qc.x(0)
qc.measure_all()
counts = AerSimulator().run(qc).result().get_counts()
plot_histogram(counts)
`),
      `${IMPORT}from qiskit.visualization import plot_histogram
counts = quantum("Apply gates on 1 qubit: x 0", backend="simulator", shots=1024)
plot_histogram(counts)
`,
    ));

  it('and nothing of what it cannot be sure of', () => {
    for (const source of [
      `${IMPORT}r = quantum("something about proteins")\n`,
      `${IMPORT}r = quantum("Bell or GHZ?")\n`,
      `${IMPORT}r = quantum("not a Bell state")\n`,
      `${IMPORT}r = quantum("Factor 17 with Shor's algorithm")\n`,
      `${IMPORT}r = quantum("Create Bell state", backend="rigetti")\n`,
      circuit('for i in range(2):\n    qc.cx(i, i + 1)'),
    ]) {
      assert.equal(mended(source), source);
      assert.equal(repair(source).left.length, 1, source);
    }
    for (const source of [
      `${IMPORT}def f(backend, n):\n    return quantum("Create Bell state", backend=backend, shots=n)\n`,
      `${IMPORT}r = quantum("Create Bell state", shots=1_000)\nprint(r.energy)\n`,
      'import sqlite3\ndb = sqlite3.connect("x")\ndb.execute("SELECT 1")\n',
    ]) {
      assert.equal(mended(source), source);
      assert.deepEqual(repair(source).left, []);
    }
  });

  it('and nothing of canonical code', () => {
    const random = createRandom(5);
    for (const algorithm of ALGORITHMS) {
      const program = { algorithm: algorithm.id, slots: algorithm.sample(random) };
      const code = writeCode({ name: 'result', program, backend: 'simulator', shots: 100 });
      assert.equal(mended(code), code);
    }
  });

  it('only in the part that is asked for', () => {
    const source = `${IMPORT}a = quantum("Creat Bell state")\nb = quantum("Creat Bell state")\n`;
    const at = source.indexOf('b =');
    const { file } = repair(source, { within: { from: at, to: at + 5 } });
    assert.equal(file.source, `${IMPORT}a = quantum("Creat Bell state")\nb = quantum("Create Bell state")\n`);
  });

  it('in broken text of any kind without failing', () => {
    for (const [before] of CALLS) {
      for (let at = 0; at < before.length; at += 3) {
        mendedOrThrow(`r = ${before.slice(0, at)}`);
        mendedOrThrow(`${IMPORT}r = ${before.slice(at)}\nprint(r)`);
      }
    }
  });
});

function mendedOrThrow(source: string): void {
  const { file, patched } = repair(source);
  assert.equal(applyEdits(source, changesOf(patched)), file.source);
}
