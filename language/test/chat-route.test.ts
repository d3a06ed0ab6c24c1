import assert from 'node:assert/strict';
import type { Call } from '../call.ts';
import { type Route, routeTurn } from '../chat/route.ts';
import type { Attachment, Message } from '../chat/turn.ts';
import { readCode } from '../python.ts';

const BELL =
  'from bioql import quantum\n\nresult = quantum("Create Bell state", backend="simulator", shots=1024)\nprint(result)';
const GROVER =
  'from bioql import quantum\n\nresult = quantum("Run Grover search on 3 qubits for 101", backend="ibm_torino", shots=500)\nprint(result)';
const BROKEN = 'result = quantum("Create Bell state", backend="simulater", shots=1024)';
const TWO = `${BELL}\nother = quantum("Create 3-qubit GHZ state", backend="simulator", shots=1024)`;

const after = (code: string): Message[] => [
  { role: 'user', content: 'a program please' },
  { role: 'assistant', content: `Here it is.\n\n\`\`\`python\n${code}\n\`\`\`` },
];

interface Given {
  readonly last?: string;
  readonly file?: string;
}

function route(content: string, { last, file }: Given = {}): Route {
  const messages: Message[] = [...(last === undefined ? [] : after(last)), { role: 'user', content }];
  const context: Attachment[] = file === undefined ? [] : [{ name: 'a.py', content: file }];
  return routeTurn({ messages, context });
}

const NEW: Readonly<Partial<Record<Route['intent'], readonly string[]>>> = {
  generate: [
    'a Bell state',
    'create a GHZ state of 4 qubits',
    'Could you make a W state on 5 qubits with 300 shots?',
    'search for 101 with Grover on three qubits',
    'run Grover for 110',
    'factor 15 with Shor',
    'two coins that always agree',
    'I need a uniform superposition over 3 qubits on ionq',
    'can you write me a program that teleports a qubit?',
    'prepare a Bell state on the simulator, then the same on ibm_brisbane with 2000 shots, and compare',
    'compare a Bell state on the simulator and on ibm_torino',
    'find the ground state energy of H2',
    'minimum cost route through 4 cities with QAOA',
    'dock aspirin to COX-2',
    'qft on 5 qubits',
    'quiero un estado de Bell',
    'crea un estado GHZ con 4 cúbits',
    'hazme una búsqueda de Grover de 011',
    '¿puedes generar una superposición de 6 cúbits?',
    'necesito factorizar 21',
    'transformada de Fourier cuántica en 4 cúbits',
    'dos monedas que siempre salgan iguales',
    'teletransporta un cúbit',
    'hola, dame un estado W de 3 cúbits por favor',
    'Hi! Please build me an entangled pair',
    '/generate a Bell pair with 77 shots',
    'random bits from 4 qubits',
  ],
  about: [
    'what is a W state?',
    "what is Grover's algorithm?",
    'tell me about teleportation',
    'how does the quantum Fourier transform work?',
    'what is VQE good for?',
    'explain phase estimation',
    'what is a qubit?',
    'what does entanglement mean?',
    'why do we need so many shots?',
    'which backends are there?',
    'what is ibm_torino?',
    'what does a Hadamard gate do?',
    'when should I use QAOA?',
    'explain how to create a Bell state',
    '/explain deutsch jozsa',
    '¿qué es un estado GHZ?',
    '¿cómo funciona el algoritmo de Shor?',
    'explícame el teletransporte cuántico',
    '¿para qué sirve QAOA?',
    '¿qué es un cúbit?',
    '¿qué es el entrelazamiento?',
    '¿qué backends hay?',
    'háblame de Bernstein-Vazirani',
    '¿cuándo se usa la estimación de fase?',
    'what is the noise of hardware?',
  ],
  compare: [
    'what is the difference between a GHZ and a W state?',
    'compare Grover with Shor',
    'Bell vs GHZ',
    'difference between ibm_torino and ionq_forte',
    '¿qué diferencia hay entre un estado GHZ y un estado W?',
    'compara VQE con QAOA',
    '/explain the difference between a bell and a ghz state',
  ],
  greeting: ['hi', 'Hello!', 'hey there', 'good morning', 'hola', '¡Buenas tardes!', 'hola, ¿qué tal?', 'Hi BioQL'],
  thanks: [
    'thanks',
    'thank you so much!',
    'great, thanks',
    'gracias',
    'perfecto, muchas gracias',
    'adiós',
    'thanks for the help',
  ],
  help: [
    'help',
    'what can you do?',
    'who are you?',
    'how do I use this?',
    'what is BioQL?',
    'which algorithms do you know?',
    '¿qué puedes hacer?',
    'ayuda',
    '¿cómo te uso?',
    '¿qué algoritmos conoces?',
    '¿quién eres?',
    '/help',
    '',
  ],
  cost: [
    'how much does a request cost?',
    'what did that cost?',
    "what's my balance?",
    'is this free?',
    'pricing',
    '¿cuánto cuesta?',
    '¿cuánto me queda?',
    'precio por favor',
    'how much does it cost to run on ionq?',
    '/cost',
  ],
  decline: [
    'what will the weather be like in Seville tomorrow?',
    'who won the world cup in 1986?',
    'write me a poem about cats',
    'translate "good morning" into French',
    'what is the capital of Australia?',
    'how do I sort a list in Python?',
    'write a python function that reverses a string',
    'can you build me a website?',
    'tell me a joke',
    'explain the French revolution',
    '¿qué tiempo hará mañana en Madrid?',
    'escríbeme un poema',
    '¿quién es el presidente de Francia?',
    '¿cuál es la capital de Perú?',
    'cuéntame un chiste',
    'hazme una receta de paella',
    '¿cómo ordeno una lista en Python?',
    'how old are you?',
    'what time is it?',
  ],
  missing: [
    'run it',
    'explain this',
    'fix this code',
    '/fix',
    '/run',
    '/explain',
    '/generate',
    'ejecútalo',
    'explícalo',
    'qué hace esto?',
  ],
};

const AFTER_BELL: Readonly<Partial<Record<Route['intent'], readonly string[]>>> = {
  change: [
    'now on ionq with 500 shots',
    'the same on ibm_brisbane',
    'with 2000 shots instead',
    'make it run on real hardware',
    'run it on ionq with 100 shots',
    'what about 5000 shots?',
    'how about the psi minus state',
    'double the shots',
    'and on ibm_torino?',
    'now with the Phi- Bell state',
    'use the simulator',
    '/generate the same with 10 shots',
    'ahora en ionq con 500 mediciones',
    'lo mismo en ibm_brisbane',
    'pero con 2000 disparos',
    'hazlo en hardware real',
    'cambia los shots a 300',
    '¿y con 5000 mediciones?',
    'ponlo en ibm_torino',
    'el doble de mediciones',
    'fix the shots to 200',
  ],
  generate: [
    'a GHZ state on 3 qubits',
    'now a GHZ state with 5 qubits',
    'ahora un estado W de 4 cúbits',
    'search for 110 with Grover',
  ],
  run: [
    'run it',
    'run',
    'execute that please',
    'simulate it',
    'what does it give?',
    'show me the histogram',
    '/run',
    '/run with 100 shots',
    'ejecútalo',
    'córrelo otra vez',
    '¿qué da?',
    'muéstrame los resultados',
    'run it again',
    'can you run this program?',
  ],
  explain: [
    'explain it',
    'what does it do?',
    'how does it work?',
    'why?',
    '/explain',
    'explícalo',
    '¿qué hace?',
    '¿cómo funciona?',
    'explain this program step by step',
    'no entiendo',
    'what does this circuit measure?',
    '¿por qué?',
  ],
  about: ['what is a qubit?', 'what is a W state?', '¿qué es el teletransporte?'],
  thanks: ['thanks!', 'gracias'],
  cost: ['what did that cost?', '¿cuánto ha costado?'],
  decline: ['what is the capital of France?', 'tell me a joke', '¿qué hora es en Tokio?', 'write me a poem about it'],
  compare: ['compare it with a GHZ state', 'compáralo con un estado GHZ'],
  fix: ['fix it', 'it does not work', 'arréglalo', 'no funciona'],
};

function check(cases: typeof NEW, given: Given): void {
  for (const [intent, phrasings] of Object.entries(cases)) {
    for (const text of phrasings) it(`${intent}: ${text}`, () => assert.equal(route(text, given).intent, intent));
  }
}

describe('a turn of the chat', () => {
  describe('with nothing before it', () => check(NEW, {}));
  describe('after a Bell state', () => check(AFTER_BELL, { last: BELL }));

  it('is answered in its own language, else in that of the conversation, else as the editor is set', () => {
    assert.equal(route('explícalo', { last: BELL }).lang, 'es');
    assert.equal(route('ahora en ionq', { last: BELL }).lang, 'es');
    assert.equal(route('run it', { last: BELL }).lang, 'en');
    const turn = { messages: [{ role: 'user' as const, content: '/run' }], context: [] };
    assert.equal(routeTurn({ ...turn, lang: 'es' }).lang, 'es');
    const spanish: Message[] = [
      { role: 'user', content: 'quiero un estado de Bell en el simulador' },
      ...turn.messages,
    ];
    assert.equal(routeTurn({ ...turn, messages: spanish }).lang, 'es');
  });

  describe('with code', () => {
    it('fixes what is selected, and says what was wrong', () => {
      const found = route('/fix', { file: BROKEN });
      assert.ok(found.intent === 'fix' && found.mended.state === 'mended');
      assert.match(found.mended.code, /backend="simulator"/);
    });
    it('fixes code in the message, with a traceback', () => {
      const found = route(
        `\`\`\`python\n${BROKEN}\n\`\`\`\nTraceback (most recent call last):\nValueError: unknown backend`,
      );
      assert.ok(found.intent === 'fix');
      assert.match(found.says, /unknown backend/);
      assert.equal(found.before.code, BROKEN);
    });
    it('takes code without fences for what it is', () => {
      const found = route(`fix this:\n${BROKEN}`);
      assert.ok(found.intent === 'fix' && found.before.code === BROKEN);
      assert.equal(found.says, 'fix this:');
    });
    it('explains good code that comes without words, and fixes bad code', () => {
      assert.equal(route(GROVER).intent, 'explain');
      assert.equal(route(BROKEN).intent, 'fix');
    });
    it('runs the selection rather than the last program only when there is none', () => {
      const found = route('/run', { last: BELL, file: GROVER });
      assert.ok(found.intent === 'run' && found.calls[0]?.program.algorithm === 'bell');
      const selected = route('run the selection', { last: BELL, file: GROVER });
      assert.ok(selected.intent === 'run' && selected.calls[0]?.program.algorithm === 'grover');
      const only = route('run this', { file: GROVER });
      assert.ok(only.intent === 'run' && only.calls[0]?.program.algorithm === 'grover');
    });
    it('compares the calls of a file', () => {
      const found = route('compare these two', { file: TWO });
      assert.ok(found.intent === 'compare' && found.calls.length === 2);
    });
    it('runs a program that it is told in words', () => {
      const found = route('/run a GHZ state on 3 qubits');
      assert.ok(found.intent === 'run' && found.calls[0]?.program.algorithm === 'ghz');
    });
  });

  describe('that changes the last program', () => {
    const changed = (text: string, last = GROVER) => {
      const found = route(text, { last });
      assert.equal(found.intent, 'change');
      if (found.intent !== 'change') return undefined;
      const [call] = found.calls ?? [];
      return call && [call.backend, call.shots, call.program.slots];
    };
    it('needs no model where it names backend, shots, bits or qubits and nothing else', () => {
      const [
        {
          program: { slots },
        },
      ] = readCode(GROVER) as readonly [Call];
      assert.deepEqual(changed('now on ionq with 800 shots'), ['ionq_qpu', 800, slots]);
      assert.deepEqual(changed('lo mismo en el simulador'), ['simulator', 500, slots]);
      assert.deepEqual(changed('the same with two thousand shots'), ['ibm_torino', 2000, slots]);
      assert.deepEqual(changed('now for 110'), ['ibm_torino', 500, { ...slots, target: '110' }]);
    });
    it('leaves everything else to the model', () => {
      for (const text of [
        'double the shots',
        'the same but on another machine',
        'now with 4 qubits',
        'on ionq and then on ibm_torino',
      ])
        assert.equal(changed(text), undefined, text);
    });
    it('leaves what cannot run to the model', () => assert.equal(changed('now with 5000000 shots'), undefined));
  });
});
