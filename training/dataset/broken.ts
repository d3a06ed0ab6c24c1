import { DEFAULT_BACKEND, DEFAULT_SHOTS } from '@bioql/language/backends';
import { type Call, checkCall } from '@bioql/language/call';
import { fixPrompt } from '@bioql/language/exchange';
import { writeProgram } from '@bioql/language/program';
import type { Random } from '@bioql/language/random';
import type { Example } from './example.ts';
import { fillerOf } from './fill/index.ts';
import { slipAll } from './noise.ts';
import type { Phrasing } from './phrasing.ts';
import { drawShots } from './shots.ts';
import { hasPlaceholder, speak } from './speak.ts';
import { pickBackend, spokenBackend } from './surfaces.ts';

/** A program that is not BioQL: what it says is in a string, a comment or a name; the rest is a habit from elsewhere. */
const FRAMES: readonly string[] = [
  'result = quantum("{says}", backend="{backend}", shots={shots})',
  'result = quantum("{says}", backend="{spoken}", shots={shots})',
  'r = quantum("{says}", "{backend}", {shots})',
  'quantum("{says}", backend={spoken}, shots="{shots}")',
  'result = quantum(prompt="{says}", device="{spoken}", num_shots={shots})',
  "out = bioql.run('{says}', backend='{spoken}', nshots={shots})",
  'res = quantum("{says}", backend="{backend}", shots={shots}',
  '# {says}\nresult = quantum(backend="{backend}", shots={shots})',
  'conn = BioQL.connect("{spoken}")\ncur = conn.cursor()\ncur.execute("{says}", shots={shots})\nrows = cur.fetchall()',
  'db = BioQL.connect(backend="{backend}")\nresult = db.query("{says}", limit={shots})\nprint(result)',
  'with BioQL.connect("{backend}") as conn:\n    conn.execute("{says}")\n    data = conn.fetchmany({shots})',
  'cursor.execute("SELECT * FROM {backend} WHERE program = \'{says}\' LIMIT {shots}")',
  'job = client.submit("{says}", machine="{spoken}", repetitions={shots})',
  'result = bioql("{says}").on("{spoken}").shots({shots})',
];

const MESSAGES: readonly string[] = [
  'BioQL does not understand this program.',
  "TypeError: quantum() got an unexpected keyword argument 'device'",
  "AttributeError: module 'bioql' has no attribute 'connect'",
  'SyntaxError: invalid syntax',
  'Unknown backend',
  'fix this',
  'arréglalo',
  'why does this not run?',
];

/** A phrasing inside code that does not run, and the code that does what it says. */
export function brokenExample(phrasing: Phrasing, random: Random): Example {
  const { algorithm = '', text, slots: written } = phrasing;
  const lang = phrasing.lang === 'mixed' ? 'en' : phrasing.lang;
  const has = (name: string): boolean => hasPlaceholder(text, name);
  if (['device', 'notdevice', 'shots', 'program'].some(has) || text.includes('\n'))
    return brokenProgram(phrasing, random);
  const filled = fillerOf(algorithm)({ random, lang, has });
  const slots = written ?? filled.slots;
  const values = {
    n: Number(written?.['qubits'] ?? 0),
    noise: random.between(2, 99),
    wrong: 1,
    wrongshots: 1,
    wrongbits: '1',
    ...filled.values,
  };
  const says = ['wrong', 'wrongshots', 'wrongbits'].some(has) ? undefined : speak(text, lang, values, random);
  return says === undefined
    ? brokenProgram(phrasing, random)
    : inFrame(says.replaceAll('"', ''), { algorithm, slots }, lang, random);
}

/** A canonical program string with slips of the fingers. */
function brokenProgram({ algorithm = '', lang }: Phrasing, random: Random): Example {
  const { slots } = fillerOf(algorithm)({
    random,
    lang: 'en',
    has: (name) => name !== 'program' && random.chance(0.5),
  });
  const program = { algorithm, slots };
  const spelt = random.chance(0.7) ? slipAll(writeProgram(program), random) : writeProgram(program).toLowerCase();
  return inFrame(spelt, program, lang === 'es' ? 'es' : 'en', random);
}

function inFrame(says: string, program: Call['program'], lang: 'en' | 'es', random: Random): Example {
  const backend = random.chance(0.4) ? DEFAULT_BACKEND : pickBackend(random);
  const shots = random.chance(0.3) ? DEFAULT_SHOTS : drawShots(random);
  const values: Readonly<Record<string, string>> = {
    says,
    backend,
    spoken: spokenBackend(backend, lang, random),
    shots: String(shots),
  };
  const code = random.pick(FRAMES).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const call: Call = { name: 'result', program, backend, shots };
  const problem = checkCall(call);
  return {
    prompt: fixPrompt(code, random.chance(0.4) ? random.pick(MESSAGES) : ''),
    lang,
    answer: problem === undefined ? { calls: [call], note: '' } : { refuse: problem },
  };
}
