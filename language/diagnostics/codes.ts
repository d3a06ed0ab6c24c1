import type { ProblemCode, Sentence } from '../algorithm.ts';

type Kebab<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}-${Kebab<Tail>}` : S;

/** What a program can break by itself, apart from what has a code of its own and what only a request can have. */
export type ProgramProblem = Exclude<
  ProblemCode,
  'unknown_backend' | 'shots_out_of_range' | 'qubits_too_many' | 'contradiction'
>;

export type DiagnosticCode =
  | 'syntax-error'
  | 'missing-import'
  | 'program-not-understood'
  | 'unknown-backend'
  | 'shots-out-of-range'
  | 'unknown-keyword'
  | 'qubits-exceed-backend'
  | 'embedded-api-key'
  | 'generic-database-call'
  | 'hardware-costs-money'
  | Kebab<ProgramProblem>;

export interface CodeFacts {
  readonly severity: 'error' | 'warning' | 'information';
  /** With `{names}` for what differs from case to case. */
  readonly message: Sentence;
  /** What the fix does; `undefined` when only a person can know. */
  readonly fix?: Sentence;
  /** A source that has it, in which everything else is sound. */
  readonly example: string;
}

const CHANGE: Sentence = { en: 'Change to {nearest}', es: 'Cambiar a {nearest}' };
const IMPORT = 'from bioql import quantum\n\n';
const example = (program: string, rest = ''): string => `${IMPORT}result = quantum("${program}"${rest})\n`;

/** Every code, once. `docs/diagnostics.md` is written from here. */
export const CODES: Readonly<Record<DiagnosticCode, CodeFacts>> = {
  'syntax-error': {
    severity: 'error',
    message: { en: 'This call is not valid Python: {what}.', es: 'Esta llamada no es Python válido: {what}.' },
    fix: { en: '{repair}', es: '{repair}' },
    example: `${IMPORT}result = quantum("Create Bell state" shots=100)\n`,
  },
  'missing-import': {
    severity: 'error',
    message: {
      en: '{name} is used here but not imported.',
      es: '{name} se usa aquí pero no se importa.',
    },
    fix: { en: 'Add "{line}"', es: 'Añadir «{line}»' },
    example: '"""A Bell state."""\n\nresult = quantum("Create Bell state")\n',
  },
  'program-not-understood': {
    severity: 'error',
    message: { en: 'BioQL does not understand this program.', es: 'BioQL no entiende este programa.' },
    fix: CHANGE,
    example: example('Creat a GZH state of 5 qubits'),
  },
  'unknown-backend': {
    severity: 'error',
    message: { en: 'There is no backend {name}.', es: 'No existe el backend {name}.' },
    fix: CHANGE,
    example: example('Create Bell state', ', backend="ionq_simulater"'),
  },
  'shots-out-of-range': {
    severity: 'error',
    message: {
      en: 'The number of shots must be a whole number from 1 to {most}.',
      es: 'El número de mediciones debe ser un entero de 1 a {most}.',
    },
    fix: CHANGE,
    example: example('Create Bell state', ', shots=2000000'),
  },
  'unknown-keyword': {
    severity: 'error',
    message: { en: 'quantum() has no keyword {name}.', es: 'quantum() no tiene el argumento {name}.' },
    fix: { en: '{repair}', es: '{repair}' },
    example: example('Create Bell state', ', shot=100'),
  },
  'qubits-exceed-backend': {
    severity: 'error',
    message: {
      en: 'The program needs {needed} qubits; {name} has {available}.',
      es: 'El programa necesita {needed} cúbits; {name} tiene {available}.',
    },
    fix: { en: 'Run on {nearest}, which has {enough}', es: 'Ejecutar en {nearest}, que tiene {enough}' },
    example: example('Create 60-qubit GHZ state', ', backend="simulator"'),
  },
  'qubits-too-few': {
    severity: 'error',
    message: { en: 'This algorithm needs more qubits.', es: 'Este algoritmo necesita más cúbits.' },
    fix: CHANGE,
    example: example('Create 2-qubit GHZ state'),
  },
  'target-width': {
    severity: 'error',
    message: {
      en: 'The bit string does not have as many bits as there are qubits.',
      es: 'La cadena de bits no tiene tantos bits como cúbits hay.',
    },
    fix: CHANGE,
    example: example('Run Grover search on 4 qubits for 101'),
  },
  'target-out-of-range': {
    severity: 'error',
    message: {
      en: 'A number lies outside its range: a qubit, a layer or an item that is not there.',
      es: 'Un número está fuera de su rango: un cúbit, una capa o un elemento que no existe.',
    },
    fix: CHANGE,
    example: example('Apply gates on 2 qubits: h 0; cx 0 2'),
  },
  'repeated-qubit': {
    severity: 'error',
    message: { en: 'A gate uses the same qubit twice.', es: 'Una puerta usa dos veces el mismo cúbit.' },
    fix: CHANGE,
    example: example('Apply gates on 2 qubits: h 0; cx 1 1'),
  },
  'prime-or-even-number': {
    severity: 'error',
    message: {
      en: 'Shor’s algorithm needs an odd composite number that is no power of a prime, such as 15 or 21.',
      es: 'El algoritmo de Shor necesita un número impar y compuesto que no sea potencia de un primo, como 15 o 21.',
    },
    fix: CHANGE,
    example: example("Factor 17 with Shor's algorithm"),
  },
  'number-too-large': {
    severity: 'error',
    message: {
      en: 'This number is too large for a simulator; only hardware takes larger ones.',
      es: 'Este número es demasiado grande para un simulador; solo el hardware admite números mayores.',
    },
    fix: CHANGE,
    example: example("Factor 33 with Shor's algorithm"),
  },
  'invalid-sequence': {
    severity: 'error',
    message: {
      en: 'The sequence has letters that do not belong there: DNA uses A, C, G and T, proteins the twenty amino acids.',
      es: 'La secuencia tiene letras que no corresponden: el ADN usa A, C, G y T; las proteínas, los veinte aminoácidos.',
    },
    example: example('Align DNA ATCGXTTG with ATGGATCG'),
  },
  'guide-length': {
    severity: 'error',
    message: { en: 'A CRISPR guide has exactly 20 letters.', es: 'Una guía CRISPR tiene exactamente 20 letras.' },
    example: example('Score CRISPR guide GACGTTACC'),
  },
  'embedded-api-key': {
    severity: 'warning',
    message: {
      en: 'There is an API key in the source: whoever reads the file can spend your balance.',
      es: 'Hay una clave de API en el código: quien lea el archivo puede gastar su saldo.',
    },
    fix: { en: 'Read it from the environment: {nearest}', es: 'Leerla del entorno: {nearest}' },
    example: example('Create Bell state', ', api_key="my-own-key"'),
  },
  'generic-database-call': {
    severity: 'error',
    message: {
      en: 'BioQL is no database and has no {name}. A program is one call of quantum("…").',
      es: 'BioQL no es una base de datos y no tiene {name}. Un programa es una llamada a quantum("…").',
    },
    fix: { en: 'Replace by {nearest}', es: 'Reemplazar por {nearest}' },
    example: 'import bioql\nfrom bioql import quantum\n\nrows = bioql.execute("SELECT * FROM bell_state")\n',
  },
  'hardware-costs-money': {
    severity: 'information',
    message: {
      en: '{name} is quantum hardware of {provider}: running there costs money.',
      es: '{name} es hardware cuántico de {provider}: ejecutar ahí cuesta dinero.',
    },
    fix: { en: 'Run on {nearest}, which is free', es: 'Ejecutar en {nearest}, que es gratis' },
    example: example('Create Bell state', ', backend="ibm_torino"'),
  },
};
