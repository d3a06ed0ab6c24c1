import assert from 'node:assert/strict';
import { circuitOf, type Program, readProgram } from '@bioql/language/program';
import { findCalls } from '@bioql/language/python';
import { runCall } from '@bioql/language/run';
import { TooManyQubits } from '@bioql/language/simulator';
import { amplitudeText, phaseText } from '../../src/core/amplitude-text.ts';
import { drawnPart } from '../../src/core/drawn-part.ts';
import { spanOfGate } from '../../src/core/gate-span.ts';
import { simulateWhole } from '../../src/core/simulation.ts';

const QUERY = { sort: 'outcome', top: 64, filter: '' } as const;

function programNamed(text: string): Program {
  const program = readProgram(text);
  assert.ok(program);
  return program;
}

function circuitNamed(text: string) {
  const circuit = circuitOf(programNamed(text));
  assert.ok(circuit);
  return circuit;
}

const simulationOf = (text: string) => simulateWhole(circuitNamed(text), () => {});

describe('a simulation to ask', () => {
  const GROVER = 'Run Grover search on 3 qubits for 101';

  it('gives what a run on the command line gives', () => {
    const program = programNamed(GROVER);
    const run = runCall({ name: 'result', program, backend: 'simulator', shots: 500 }, { seed: 7, lang: 'en' });
    const simulation = simulationOf(GROVER);
    simulation.sample(500, 7);
    const { rows } = simulation.select(QUERY);
    assert.equal(simulation.depth, run?.depth);
    assert.equal(simulation.conclusion(program, 'en'), run?.conclusion);
    for (const { bits, probability, count } of rows) {
      assert.equal(probability, run?.probabilities.get(bits));
      assert.equal(count, run?.counts.get(bits) ?? 0);
    }
  });

  it('draws the same with the same seed, and otherwise with another', () => {
    const simulation = simulationOf(GROVER);
    const counts = (seed: number) => {
      simulation.sample(1000, seed);
      return simulation.select(QUERY).rows.map(({ count }) => count);
    };
    const first = counts(1);
    assert.notDeepEqual(counts(2), first);
    assert.deepEqual(counts(1), first);
  });

  it('knows the state after each gate, in any order', () => {
    const simulation = simulationOf('Create Bell state phi-');
    const rows = (after: number) =>
      simulation.stateAfter(after).rows.map(({ basis, re, im }) => `${basis} ${amplitudeText(re, im, 'en')}`);
    assert.deepEqual(rows(3), ['00 0.7071', '11 −0.7071']);
    assert.deepEqual(rows(0), ['00 1']);
    assert.deepEqual(rows(2), ['00 0.7071', '01 −0.7071']);
    assert.deepEqual(rows(1), ['01 1']);
    assert.deepEqual(rows(3), ['00 0.7071', '11 −0.7071']);
  });

  it('names the largest amplitudes and sums up the others', () => {
    const { rows, others, othersProbability } = simulationOf('Create uniform superposition of 6 qubits').stateAfter(6);
    assert.deepEqual(
      rows.map(({ basis }) => Number.parseInt(basis, 2)),
      [...Array(16).keys()],
    );
    assert.equal(others, 48);
    assert.ok(Math.abs(othersProbability - 0.75) < 1e-12);
  });

  it('writes every outcome as a table with the order of its bits', () => {
    const simulation = simulationOf('Create Bell state');
    simulation.sample(10, 1);
    const [head, ...lines] = simulation.csv().trimEnd().split('\n');
    assert.equal(head, 'outcome (q1 q0),decimal,probability,count,frequency');
    assert.deepEqual(
      lines.map((line) => line.split(',').slice(0, 2)),
      [
        ['00', '0'],
        ['11', '3'],
      ],
    );
    assert.equal(
      lines.reduce((sum, line) => sum + Number(line.split(',')[3]), 0),
      10,
    );
  });

  it('reports how far it is', () => {
    const seen: number[] = [];
    simulateWhole(circuitNamed('Run Grover search on 6 qubits for 000000'), (done) => seen.push(done));
    assert.ok(seen.length > 10 && seen.every((done, at) => done > (seen[at - 1] ?? 0) && done < 1));
  });

  it('refuses more qubits than fit', () => {
    const circuit = { ...circuitNamed('Create 3-qubit GHZ state'), qubits: 21 };
    assert.throws(() => simulateWhole(circuit, () => {}), TooManyQubits);
  });
});

describe('the text of an amplitude', () => {
  it('is a complex number without what is nothing', () => {
    const R = Math.SQRT1_2;
    assert.equal(amplitudeText(0, 0, 'en'), '0');
    assert.equal(amplitudeText(R, 1e-17, 'en'), '0.7071');
    assert.equal(amplitudeText(-1e-17, -0.5, 'en'), '−0.5i');
    assert.equal(amplitudeText(0.5, -R / 2, 'es'), '0,5 − 0,3536i');
  });

  it('has its phase as a fraction of pi', () => {
    assert.equal(phaseText(1, -1e-17), '0');
    assert.equal(phaseText(-1, 0), 'π');
    assert.equal(phaseText(0, -1), '−π/2');
    assert.equal(phaseText(Math.cos(1), Math.sin(1)), '1');
  });
});

describe('the place of a gate in the code', () => {
  const spanIn = (source: string, gate: number): string => {
    const [site] = findCalls(source);
    assert.ok(site?.call);
    const [from, to] = spanOfGate(site, circuitOf(site.call.program)?.gates[gate], source);
    return source.slice(from, to);
  };
  const GATES = 'from bioql import quantum\nr = quantum("Apply gates on 2 qubits: h 0;  CX 0 1; rz(pi/4) 1", shots=10)';

  it('is its own text in a list of gates', () => {
    assert.equal(spanIn(GATES, 0), 'h 0');
    assert.equal(spanIn(GATES, 1), 'CX 0 1');
    assert.equal(spanIn(GATES, 2), 'rz(pi/4) 1');
  });

  it('is the call where the gate has no text of its own', () => {
    assert.match(
      spanIn('from bioql import quantum\nr = quantum("Create Bell state")', 1),
      /^quantum\("Create Bell state"\)$/,
    );
    assert.match(spanIn(GATES.replace('h 0;', 'h 0;\\x20'), 1), /^quantum\(/);
  });
});

describe('the drawn part of a circuit', () => {
  const circuit = circuitNamed('Run Grover search on 12 qubits for 101010101010');

  it('is all of it while it is small or its stages are folded', () => {
    const small = circuitNamed('Create 3-qubit GHZ state');
    assert.equal(drawnPart(small, new Set()), small);
    assert.equal(drawnPart(circuit, new Set(circuit.stages.keys())), circuit);
  });

  it('ends where a page would become slow', () => {
    const part = drawnPart(circuit, new Set([0]));
    assert.ok(part.gates.length < circuit.gates.length);
    assert.equal(part.stages.at(-1)?.to, part.gates.length);
    assert.ok(part.gates.length - (circuit.stages[0]?.to ?? 0) > 2400);
  });
});
