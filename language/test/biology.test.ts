import assert from 'node:assert/strict';
import type { Algorithm, Slots } from '@bioql/language/algorithm';
import { crispr } from '@bioql/language/algorithms/crispr';
import { dnaAlignment } from '@bioql/language/algorithms/dna-alignment';
import { docking } from '@bioql/language/algorithms/docking';
import { drugDesign } from '@bioql/language/algorithms/drug-design';
import { proteinFolding } from '@bioql/language/algorithms/protein-folding';
import { BACKENDS, backendNamed } from '@bioql/language/backends';
import { normalize } from '@bioql/language/normalize';
import { createRandom } from '@bioql/language/random';
import { readRequest } from '@bioql/language/request';

const BIOLOGY: readonly Algorithm<Slots>[] = [crispr, dnaAlignment, docking, proteinFolding, drugDesign];

/** The canonical programs of all algorithms that understand a program string. */
const readings = (text: string): string[] =>
  BIOLOGY.flatMap((algorithm) => {
    const slots = algorithm.read(normalize(text), text.replace(/\s+/g, ' ').trim());
    return slots === undefined ? [] : [algorithm.write(slots)];
  });

const requested = (prompt: string): string[] =>
  BIOLOGY.flatMap((algorithm) => {
    const slots = algorithm.fromRequest({ ...readRequest(prompt), raw: prompt });
    return slots === undefined ? [] : [algorithm.write(slots)];
  });

/** A regular expression for a grammar that uses no other rule. */
const expressionOf = (grammar: string): RegExp =>
  new RegExp(
    `^${grammar.replace(/"([^"]*)"|\[[^\]]*\]| /g, (part, literal: string | undefined) =>
      literal === undefined ? part.trim() : `(?:${literal.replace(/[()+.]/g, '\\$&')})`,
    )}$`,
  );

const simulator = backendNamed('simulator') ?? BACKENDS[0];
assert.ok(simulator);

describe('the biological algorithms', () => {
  for (const algorithm of BIOLOGY) {
    it(`${algorithm.id} reads what it writes, is valid, and is in its grammar`, () => {
      const random = createRandom(7);
      const expression = expressionOf(algorithm.grammar);
      for (const slots of [...algorithm.examples, ...Array.from({ length: 300 }, () => algorithm.sample(random))]) {
        const program = algorithm.write(slots);
        assert.deepEqual(algorithm.read(normalize(program), program), slots);
        assert.deepEqual(readings(program), [program]);
        assert.equal(algorithm.check(slots, simulator), undefined);
        assert.match(program, expression);
        assert.doesNotMatch(program, /["\\\n]/);
      }
    });

    it(`${algorithm.id} claims no circuit`, () => {
      const [slots] = algorithm.examples;
      assert.ok(slots);
      assert.equal(algorithm.circuit(slots), undefined);
      assert.equal(algorithm.qubits(slots), 0);
      assert.match(algorithm.reasoning(slots, 'en', 'simulator, 1024 shots'), /local simulator does not simulate/);
      assert.match(algorithm.reasoning(slots, 'es', 'simulator, 1024 mediciones'), /simulador local no simula/);
      assert.doesNotMatch(algorithm.reasoning(slots, 'en', 'simulator, 1024 shots'), /circuit|qubit|gate|measure/i);
    });
  }

  it('give facts that anyone can count', () => {
    assert.equal(
      crispr.facts?.({ guide: 'GACGTTACCGGATCAAGCTT' }, 'en'),
      'The guide has 20 bases, 50 % of them G or C.',
    );
    const aligned = dnaAlignment.facts?.({ first: 'ATCGATTG', second: 'ATGGATCG' }, 'es');
    assert.equal(aligned, 'Sin huecos coinciden 6 de 8 posiciones.');
    assert.equal(dnaAlignment.facts?.({ first: 'ATC', second: 'A' }, 'en'), 'The sequences have 3 and 1 bases.');
    assert.equal(proteinFolding.facts?.({ sequence: 'FVNQH' }, 'en'), 'The sequence has 5 amino acids.');
  });
});

describe('biological programs', () => {
  const LENIENT: readonly (readonly [string, string])[] = [
    ['dock aspirin to COX-2.', 'Dock aspirin to COX-2'],
    ['DOCK the aspirin INTO the COX-2', 'Dock aspirin to COX-2'],
    ['Run molecular docking of aspirin to target COX-2', 'Dock aspirin to COX-2'],
    ['Dock Penicillin G to PBP2a', 'Dock Penicillin G to PBP2a'],
    ['Dock path to heaven to COX\u20112', 'Dock path to heaven to COX-2'],
    ['Dock ácido fólico to ERα', 'Dock ácido fólico to ERα'],
    ['Dock two words to 6LU7', 'Dock two words to 6LU7'],
    ['fold the protein insulin', 'Fold protein insulin'],
    ['Protein folding of p53', 'Fold protein p53'],
    ['Fold protein FVNQHLCGSH', 'Fold protein sequence FVNQHLCGSH'],
    ['Fold protein KERATIN', 'Fold protein KERATIN'],
    ['Fold the amino acid sequence fvnqhlcgsh', 'Fold protein sequence FVNQHLCGSH'],
    ['Fold protein sequence FVNQH LCGSH', 'Fold protein sequence FVNQHLCGSH'],
    ['Fold protein sequence of insulin', 'Fold protein insulin'],
    ['align the DNA sequences atcg and atgg', 'Align DNA ATCG with ATGG'],
    ['DNA alignment of ATCG to ATGG', 'Align DNA ATCG with ATGG'],
    ['Align ATCG with ATGG', 'Align DNA ATCG with ATGG'],
    ['design a new drug against diabetes', 'Design drug for diabetes'],
    ['Drug discovery for EGFR', 'Design drug for EGFR'],
    ['Design a drug to treat Alzheimer\u2019s disease', "Design drug for Alzheimer's disease"],
    ['score the CRISPR guide gacgttaccggatcaagctt', 'Score CRISPR guide GACGTTACCGGATCAAGCTT'],
    ["Evaluate sgRNA 5'-GACGT TACCG GATCA AGCTT-3'", 'Score CRISPR guide GACGTTACCGGATCAAGCTT'],
  ];
  for (const [text, canonical] of LENIENT) {
    it(`reads "${text}"`, () => assert.deepEqual(readings(text), [canonical]));
  }

  for (const text of [
    'Create Bell state',
    'Run Grover search on 3 qubits for 101',
    'Run VQE for H2',
    'Apply gates on 3 qubits: h 0; cx 0 1; rz(pi/4) 2',
    'Dock aspirin',
    'Dock aspirin to <script>',
    `Dock ${'a'.repeat(61)} to COX-2`,
    'Fold protein',
    'Align DNA ATCG',
    'Align this with that',
    'Align protein MKT with MKV',
    'Design drug',
    'Design circuit for diabetes',
    'Score CRISPR guide',
    'Score CRISPR guide for the insulin gene',
    `Dock ${' to'.repeat(600)}`,
    `Score CRISPR guide ${'a b '.repeat(450)}`,
  ]) {
    it(`do not read "${text.slice(0, 60)}"`, () => assert.deepEqual(readings(text), []));
  }

  const BROKEN: readonly (readonly [Algorithm<Slots>, string, string | undefined])[] = [
    [crispr, 'Score CRISPR guide GACGTTACCGGATCAAGCT', 'guide_length'],
    [crispr, 'Score CRISPR guide GACGTTACCGGATCAAGCTTA', 'guide_length'],
    [crispr, 'Score CRISPR guide GACGUUACCGGAUCAAGCUU', 'invalid_sequence'],
    [crispr, 'Score CRISPR guide GACGN', 'invalid_sequence'],
    [dnaAlignment, 'Align DNA AUCG with ATGG', 'invalid_sequence'],
    [dnaAlignment, `Align DNA ATCG with ${'A'.repeat(401)}`, 'invalid_sequence'],
    [dnaAlignment, `Align DNA A with ${'A'.repeat(400)}`, undefined],
    [proteinFolding, 'Fold protein sequence FVNXB', 'invalid_sequence'],
    [proteinFolding, 'Fold protein sequence F', 'invalid_sequence'],
    [proteinFolding, `Fold protein sequence ${'M'.repeat(400)}`, undefined],
    [proteinFolding, `Fold protein sequence ${'M'.repeat(401)}`, 'invalid_sequence'],
  ];
  for (const [algorithm, program, problem] of BROKEN) {
    it(`have ${problem ?? 'no problem'} in "${program.slice(0, 50)}"`, () => {
      const slots = algorithm.read(normalize(program), program);
      assert.ok(slots);
      assert.equal(algorithm.check(slots, simulator), problem);
    });
  }
});

describe('requests for biological programs', () => {
  const REQUESTS: readonly (readonly [string, string])[] = [
    ['dock ibuprofen into the COX-2 receptor', 'Dock ibuprofen to COX-2'],
    ['acopla la aspirina con COX-2', 'Dock aspirina to COX-2'],
    ['On IonQ, with 2k shots, dock caffeine to the adenosine A2A receptor', 'Dock caffeine to adenosine A2A receptor'],
    ['please dock the ligand metformin to the target AMPK, five hundred shots', 'Dock metformin to AMPK'],
    ['Dock aspirin to COX-2 on IonQ with 500 shots and report the affinity', 'Dock aspirin to COX-2'],
    ['dock vitamin A to RBP4 with 100 shots', 'Dock vitamin A to RBP4'],
    ['I want to dock novobiocin to E. coli DNA gyrase. Run it on IonQ', 'Dock novobiocin to E. coli DNA gyrase'],
    ['dock folic acid and insulin to ATP synthase', 'Dock folic acid and insulin to ATP synthase'],
    ['docking: ligand = aspirin, target = COX-2, shots=500', 'Dock aspirin to COX-2'],
    ['Docking simulation for semaglutide with the GLP-1 receptor', 'Dock semaglutide to GLP-1 receptor'],
    ['haz docking molecular entre curcumina y la proteína TNF-α', 'Dock curcumina to TNF-α'],
    ['acopla aspirina con COX-2 y mándalo a IBM con 100 repeticiones', 'Dock aspirina to COX-2'],
    ['Acóplame el remdesivir a la 6LU7 en el simulador, por favor', 'Dock remdesivir to 6LU7'],
    ['dock aspirin to COX-2 using 8 qubits', 'Dock aspirin to COX-2'],
    ['diseña un fármaco contra la gripe en 8 cúbits', 'Design drug for gripe'],
    ['¿Se une la metformina a AMPK? usa 100 mediciones', 'Dock metformina to AMPK'],
    ['fold the insulin protein on IonQ with 500 shots', 'Fold protein insulin'],
    ['fold the sequence mktayiakqr on a lattice model please', 'Fold protein sequence MKTAYIAKQR'],
    ['Fold the peptide FVNXB', 'Fold protein sequence FVNXB'],
    ['predict the structure of green fluorescent protein', 'Fold protein green fluorescent protein'],
    ['pliega la insulina en el simulador de IonQ', 'Fold protein insulina'],
    ['Simula el plegamiento de la hemoglobina con quinientos disparos', 'Fold protein hemoglobina'],
    ['align the sequences ATCGATTG and ATGGATCG on IonQ', 'Align DNA ATCGATTG with ATGGATCG'],
    ['compare these two DNA strands: gattaca vs gcatgct', 'Align DNA GATTACA with GCATGCT'],
    ['alinea el ADN ATCGNTTG con ATGGATCG, 300 disparos', 'Align DNA ATCGNTTG with ATGGATCG'],
    ['Find a drug for treating patients with type 1 diabetes on ionq_forte', 'Design drug for type 1 diabetes'],
    ['design a drug that docks to COX-2', 'Design drug for COX-2'],
    ['make a drug for covid 19 on the simulator', 'Design drug for covid 19'],
    ['diseña un fármaco para la diabetes', 'Design drug for diabetes'],
    ['busca un fármaco nuevo para tratar el cáncer de mama en IBM', 'Design drug for cáncer de mama'],
    ['desarrolla un inhibidor de la COX-2', 'Design drug for COX-2'],
    ['score this crispr guide: gacgttaccggatcaagctt on IonQ', 'Score CRISPR guide GACGTTACCGGATCAAGCTT'],
    ['evalúa la guía CRISPR ACGTACGT con 500 disparos', 'Score CRISPR guide ACGTACGT'],
  ];
  for (const [prompt, program] of REQUESTS) {
    it(`reads "${prompt}"`, () => assert.deepEqual(requested(prompt), [program]));
  }

  for (const prompt of [
    'create a bell state on ionq with 100 shots',
    'dock my laptop to the station',
    'acopla los cúbits 0 y 1 con CX',
    'dock aspirin',
    'fold the laundry',
    'what is the fold change of BRCA1',
    'align the image to the left',
    'MY CIRCUIT GAVE GARBAGE SO I COMPARE WITH A BELL STATE',
    'design a quantum circuit for Grover',
    'find the ground state of the molecule H2 with VQE',
    'design a drug to poison my neighbour',
    'CRISPR guide for BRCA1',
  ]) {
    it(`leaves "${prompt}" alone`, () => assert.deepEqual(requested(prompt), []));
  }

  it('are read to their end, however long', () => {
    for (const part of [
      'dock a ',
      'docking of ',
      ' to',
      'design new ',
      'fold protein ',
      'ACGT ',
      'align dna ',
      '5 shots ',
      '(',
    ])
      requested(part.repeat(Math.floor(4000 / part.length)));
  });
});
