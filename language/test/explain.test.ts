import assert from 'node:assert/strict';
import { ALGORITHMS } from '@bioql/language/algorithms/index';
import type { Call } from '@bioql/language/call';
import { type Block, type Explanation, explain } from '@bioql/language/explain';
import { explanationMarkdown, explanationText } from '@bioql/language/explain-text';
import { type Program, readProgram } from '@bioql/language/program';

const callOf = (text: string, backend = 'simulator', shots = 1024): Call => ({
  name: 'result',
  program: readProgram(text) as Program,
  backend,
  shots,
});

const blocksUnder = ({ sections }: Explanation, heading: string): readonly Block[] =>
  sections.find((section) => section.heading === heading)?.blocks ?? [];

const tableUnder = (explanation: Explanation, heading: string): Record<string, string> =>
  Object.fromEntries(blocksUnder(explanation, heading).flatMap((block) => (block.kind === 'table' ? block.rows : [])));

describe('an explanation', () => {
  it('has the figures of the circuit', () => {
    const explanation = explain(callOf('Create 3-qubit GHZ state', 'simulator', 2000), 'en');
    assert.equal(explanation.title, 'GHZ state');
    assert.deepEqual(tableUnder(explanation, 'This call'), {
      Qubits: '3',
      Gates: '3 (2 cx, 1 h)',
      Depth: '4',
      Shots: '2,000',
      Backend: 'simulator',
    });
    assert.deepEqual(tableUnder(explanation, 'Ideal result'), { '000': '50.00%', '111': '50.00%' });
  });

  it('names the stages and what the result means', () => {
    const explanation = explain(callOf('Run Grover search on 3 qubits for 101'), 'en');
    assert.deepEqual(tableUnder(explanation, 'Stages of the circuit'), {
      'Oracle 1': 'gates 4 to 6',
      'Diffusion 1': 'gates 7 to 19',
      'Oracle 2': 'gates 20 to 22',
      'Diffusion 2': 'gates 23 to 35',
    });
    assert.equal(tableUnder(explanation, 'Ideal result')['101'], '94.53%');
    assert.match(explanationText(explanation), /^101 is found with probability 94\.53%\.$/m);
  });

  it('shows the likeliest outcomes and sums the rest', () => {
    const table = tableUnder(explain(callOf('Create uniform superposition of 10 qubits'), 'en'), 'Ideal result');
    assert.equal(Object.keys(table).length, 9);
    assert.equal(table['1016 more'], '99.22%');
  });

  it('says which qubits are not measured', () => {
    assert.match(
      explanationText(explain(callOf('Run Bernstein-Vazirani for secret 1011'), 'en')),
      /^Not measured: q4\.$/m,
    );
  });

  it('says what a backend is, and that hardware costs money', () => {
    const about = (backend: string) =>
      explanationText(explain(callOf('Create Bell state', backend), 'en')).replace(/\s+/g, ' ');
    assert.match(about('simulator'), /simulator is a local simulator: no queue, no noise, no cost\./);
    assert.match(about('ionq_simulator'), /a simulator of IonQ\. A run there needs an account with IonQ\./);
    assert.match(
      about('ibm_torino'),
      /quantum hardware of IBM\. Runs there cost money .* and their results have noise\./,
    );
    assert.match(about('ibm_torino'), /the noise of the hardware moves them/);
  });

  it('says why a program is not simulated', () => {
    const explanation = explain(callOf('Dock aspirin to COX-2'), 'en');
    assert.match(
      explanationText(explanation),
      /Why there is no circuit\n-+\nThis program is checked and described, but not simulated/,
    );
    assert.deepEqual(Object.keys(tableUnder(explanation, 'This call')), ['Shots', 'Backend']);
    assert.deepEqual(blocksUnder(explanation, 'Ideal result'), []);
  });

  it('says why a call cannot run, and works out no circuit that does not fit', () => {
    assert.match(
      explanationText(explain(callOf('Create 2-qubit GHZ state'), 'en')),
      /Why it cannot run\n-+\n.*too few qubits/,
    );
    const large = explanationText(explain(callOf('Run Grover search on 100 qubits for 1', 'ibm_torino'), 'en'));
    assert.match(large, /Why it cannot run/);
    assert.match(
      explanationText(explain(callOf(`Run Grover search on 40 qubits for ${'1'.repeat(40)}`, 'ibm_torino'), 'en')),
      /Why there is no circuit here\n-+\nThe circuit has more than 250000 gates/,
    );
    assert.match(explanationText(explain(callOf('Create 30-qubit GHZ state'), 'en')), /Gates +30 \(29 cx, 1 h\)/);
  });

  it('leaves a result that takes long to a run', () => {
    const explanation = explain(callOf('Run Grover search on 16 qubits for 1010101010101010'), 'en');
    assert.deepEqual(blocksUnder(explanation, 'Ideal result'), [
      { kind: 'text', text: 'The circuit is too large to work this out at once. Run it to see.' },
    ]);
    assert.equal(Object.keys(tableUnder(explanation, 'Stages of the circuit')).length, 12);
  });

  it('speaks Spanish', () => {
    const explanation = explain(callOf('Create Bell state', 'ibm_torino', 2000), 'es');
    assert.equal(explanation.title, 'Estado de Bell');
    assert.deepEqual(
      explanation.sections.map(({ heading }) => heading),
      ['Qué hace', 'Esta llamada', 'Cómo funciona', 'Qué se mide', 'Resultado ideal', 'Cuándo usarlo'],
    );
    assert.match(explanationText(explanation), /Ejecutar allí cuesta dinero/);
    const prose = explanation.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind !== 'link'));
    assert.doesNotMatch(JSON.stringify(prose), /\b(the|and|of|with) /);
  });

  for (const { id, examples } of ALGORITHMS) {
    it(`is whole for every example of ${id}, in both languages`, () => {
      for (const slots of examples) {
        for (const lang of ['en', 'es'] as const) {
          const explanation = explain({ ...callOf('Create Bell state'), program: { algorithm: id, slots } }, lang);
          for (const { heading, blocks } of explanation.sections) assert.ok(heading !== '' && blocks.length > 0);
          const text = explanationText(explanation);
          assert.doesNotMatch(text, /undefined|NaN|\[object/);
          assert.match(text, /^https:\/\/\S+$/m);
        }
      }
    });
  }
});

describe('an explanation as text', () => {
  it('is wrapped to 80 columns', () => {
    const explanation = explain(callOf('Run Grover search on 3 qubits for 101', 'ibm_torino'), 'es');
    const prose = explanationText({ ...explanation, code: '' }).split('\n');
    for (const line of prose) assert.ok(line.length <= 80, line);
  });
});

describe('an explanation as Markdown', () => {
  const markdown = explanationMarkdown({
    title: 'A *b* |0> <i>',
    code: 'x = 1',
    sections: [
      {
        heading: 'H',
        blocks: [
          { kind: 'table', rows: [['|0>', 'a|b']] },
          { kind: 'steps', steps: ['one', '2_2'] },
        ],
      },
      { heading: 'I', blocks: [{ kind: 'link', title: 'T', url: 'https://example.org/a' }] },
    ],
  });

  it('keeps signs as they are written', () => {
    assert.match(markdown, /^# A \\\*b\\\* \\\|0\\> \\<i\\>$/m);
    assert.match(markdown, /^\| \\\|0\\> \| a\\\|b \|$/m);
    assert.match(markdown, /^1\. one\n2\. 2\\_2$/m);
  });

  it('has the code and the link', () => {
    assert.match(markdown, /^```python\nx = 1\n```$/m);
    assert.match(markdown, /^\[T\]\(https:\/\/example\.org\/a\)$/m);
  });
});
