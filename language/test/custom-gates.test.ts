import assert from 'node:assert/strict';
import { customGates, statementRanges } from '../algorithms/custom-gates.ts';
import { assertOutcomes, describeTexts, probabilitiesOf, readBy } from './algorithm-suite.ts';

const of = (qubits: number, gates: string) => ({ qubits, gates });

describe('custom gates', () => {
  describeTexts(customGates, {
    canonical: [
      [of(3, 'h 0; cx 0 1; rz(pi/4) 2'), 'Apply gates on 3 qubits: h 0; cx 0 1; rz(pi/4) 2'],
      [of(1, 'x 0'), 'Apply gates on 1 qubit: x 0'],
    ],
    spellings: [
      ['apply the following gates on three qubits: H 0, CNOT 0 1', of(3, 'h 0; cx 0 1')],
      ['Apply gates on a 3-qubit circuit: toffoli 0 1 2; fredkin 0, 1, 2;', of(3, 'ccx 0 1 2; cswap 0 1 2')],
      ['h q[0]; cx q[0],q[1]; rz(π/4) q[1];', of(2, 'h 0; cx 0 1; rz(pi/4) 1')],
      [
        'Apply gates on 2 qubits: h(0); cx(0, 1); cp(pi/2, 0, 1); rx pi/2 0',
        of(2, 'h 0; cx 0 1; cp(pi/2) 0 1; rx(pi/2) 0'),
      ],
      ['Apply h q0, cx 0->1, swap 0 1 on 4 qubits', of(4, 'h 0; cx 0 1; swap 0 1')],
      ['Apply gates: sdag 0; T† 1; ry(-0.50) 2 then cx from 0 to 1', of(3, 'sdg 0; tdg 1; ry(-0.5) 2; cx 0 1')],
      ['Apply gates on 2 qubits: h 0 cx 0,1', of(2, 'h 0; cx 0 1')],
      ['Apply gates on 12 qubits: x 11', of(12, 'x 11')],
    ],
    otherPrograms: [
      'Apply gates on 3 qubits:',
      'Apply gates on 3 qubits: h 0; foo 1',
      'Apply gates on 3 qubits: h 0 1',
      'Apply gates on 3 qubits: cx 0',
      'Apply gates on 3 qubits: rz 0',
      'Apply gates on 3 qubits: rz(x) 0',
      'Apply gates on 3 qubits: h 0.5',
      'Apply gates on 3 qubits: h -1',
      'Run Deutsch-Jozsa on 3 input bits with balanced oracle',
      'Create 3-qubit W state',
    ],
    broken: [
      [of(0, 'h 0'), 'qubits_too_few'],
      [of(2, 'h 0; cx 1 2'), 'target_out_of_range'],
      [of(2, 'cx 1 1'), 'repeated_qubit'],
      [of(3, 'cswap 0 1 0'), 'repeated_qubit'],
    ],
    requests: [
      ['Apply a Hadamard on qubit 0 and then a CNOT from 0 to 1, 500 shots', of(2, 'h 0; cx 0 1')],
      ['apply gates on 3 qubits: h 0; cx 0 1; rz(pi/4) 2', of(3, 'h 0; cx 0 1; rz(pi/4) 2')],
      ['X gate on qubits 0 and 2, then a Toffoli with controls 0 and 2 and target 1', of(3, 'x 0; x 2; ccx 0 2 1')],
      ['circuit with 2 qubits: H on every qubit, then CZ between 0 and 1', of(2, 'h 0; h 1; cz 0 1')],
      ['rotate: RX(pi/2) on qubit 1 and measure', of(2, 'rx(pi/2) 1')],
      ['CNOT with target 0 and control 1', of(2, 'cx 1 0')],
      ['T dagger on qubit 0 followed by an RY of 0.3 on qubit 1', of(2, 'tdg 0; ry(0.3) 1')],
      ['Aplica una puerta X en el cúbit 0 y una CNOT de 0 a 1', of(2, 'x 0; cx 0 1')],
      ['Pon una Hadamard en el primer cúbit y una puerta Z en el segundo cúbit', of(2, 'h 0; z 1')],
      ['Quiero una rotación en Y de pi/3 en el cúbit 2 con 3 cúbits', of(3, 'ry(pi/3) 2')],
      ['Simulate H on qubits 0 to 2, then CNOT from 0 to 1 and from 1 to 2', of(3, 'h 0; h 1; h 2; cx 0 1; cx 1 2')],
      ['Toffoli gate with target 0 and controls 1 and 2, seed 42', of(3, 'ccx 1 2 0')],
      ['Apply a Hadamard to 3 qubits', undefined],
      ['Plot X on 5 charts', undefined],
      ["Grover's search on 3 qubits y 100 mediciones", undefined],
      ['Create a GHZ state on 3 qubits', undefined],
    ],
  });

  it('says where each gate stands in the text as it was written', () => {
    const program = '  Apply   gates on 3 qubits:  H q[0] ,cx(0, 1);rz( π/4 ) 2 ;';
    const pieces = statementRanges(program).map(({ from, to }) => program.slice(from, to));
    assert.deepEqual(pieces, ['H q[0]', 'cx(0, 1)', 'rz( π/4 ) 2']);
    assert.deepEqual(statementRanges('Create Bell state'), []);
  });

  it('reads as many gates as 2,000 characters hold', () => {
    const gates = Array.from({ length: 380 }, () => 'h 0').join('; ');
    assert.deepEqual(readBy(customGates, `Apply gates on 1 qubit: ${gates}`), of(1, gates));
  });

  it('makes the circuit of its list', () => {
    const circuit = customGates.circuit(of(3, 'x 0; crz(-pi/2) 0 2; cswap 0 1 2'));
    assert.deepEqual(circuit?.gates, [
      { name: 'x', targets: [0], controls: [], statement: 0 },
      { name: 'rz', targets: [2], controls: [0], angle: -Math.PI / 2, statement: 1 },
      { name: 'swap', targets: [1, 2], controls: [0], statement: 2 },
    ]);
    assertOutcomes(probabilitiesOf(customGates, of(2, 'h 0; cx 0 1')), { '00': 0.5, '11': 0.5 });
    assertOutcomes(probabilitiesOf(customGates, of(3, 'x 0; x 1; ccx 0 1 2; cswap 2 0 1; x 1')), { '101': 1 });
    assertOutcomes(probabilitiesOf(customGates, of(1, 'ry(pi/3) 0')), { '0': 0.75, '1': 0.25 });
  });
});
