import type { Lang } from '../algorithm.ts';

/** What answers say around the facts. */
export interface ChatWords {
  readonly greeting: string;
  readonly thanks: string;
  readonly decline: string;
  readonly helpHead: string;
  readonly helpAsks: readonly (readonly [what: string, example: string])[];
  readonly helpAlgorithms: string;
  readonly helpEnd: string;
  readonly cost: readonly string[];
  readonly missing: Readonly<Record<'request' | 'program' | 'code', string>>;
  readonly notFixed: string;
  readonly when: string;
  readonly steps: string;
  readonly example: string;
  readonly backends: string;
  readonly step: string;
  readonly what: string;
  readonly differences: string;
  readonly same: string;
  readonly fixed: string;
  readonly left: string;
  readonly nothingToFix: string;
  readonly changed: string;
  readonly unchanged: string;
  readonly columns: Readonly<
    Record<
      | 'call'
      | 'program'
      | 'qubits'
      | 'gates'
      | 'depth'
      | 'shots'
      | 'backend'
      | 'kind'
      | 'provider'
      | 'cost'
      | 'outcome'
      | 'probability'
      | 'counts'
      | 'likeliest'
      | 'use',
      string
    >
  >;
  readonly free: string;
  readonly paid: string;
  readonly hardwareNote: (names: string) => string;
  readonly ran: (shots: string, seed: string) => string;
  readonly others: (count: string) => string;
  readonly bitOrder: string;
}

const en: ChatWords = {
  greeting:
    'Hello! Tell me which quantum program you want, for example “a GHZ state of 4 qubits on the simulator”, or ask me to explain, run, change or fix one. “/help” shows what I can do.',
  thanks: 'You are welcome. Say what to change, or ask for another program, whenever you like.',
  decline:
    'That is outside what I can help with: I only know BioQL and quantum programs. I can write one, explain one, run it on the simulator, compare two, or fix one. Try “search for 101 with Grover”, or “what is a W state?”.',
  helpHead: 'I write short, checked BioQL programs and explain them. Ask in English or Spanish:',
  helpAsks: [
    ['Write a program', '`/generate` a GHZ state of 4 qubits, 2000 shots'],
    ['Several runs', 'a Bell state on the simulator, then the same on ibm_brisbane'],
    ['Change the last one', 'now on ionq with 500 shots'],
    ['Fix code, or an error', '`/fix` (with the selection, a file, or a traceback)'],
    ['Explain', '`/explain` · what does it measure? · what is teleportation?'],
    ['Compare', 'difference between a GHZ and a W state'],
    ['Run on the simulator', '`/run` with 100 shots'],
    ['Prices and balance', '`/cost`'],
  ],
  helpAlgorithms: 'The programs that I know:',
  helpEnd: 'Only what the model writes costs something; everything else here is free.',
  cost: [
    'You pay for the seconds that the model works: **USD 1.10 an hour of machine time, times 1.4**. One second is $0.000428, and an answer usually takes less than that.',
    'Free: refusals, template answers, explanations, comparisons, fixes that need no model, everything on the simulator here, and what you stop before it begins. Each answer says what it cost; the status bar shows the balance.',
    'Quantum hardware (IBM, IonQ) is paid to its maker. Nothing is sent there from here.',
  ],
  missing: {
    request: 'Say what the program should do, for example `/generate a Bell state with 500 shots`.',
    program:
      'There is no program to look at yet. Select a `quantum(…)` call, attach its file with `#file`, or ask for a program first.',
    code: 'There is no code to fix yet. Select it, attach its file with `#file`, or paste it here between ``` fences.',
  },
  notFixed:
    'It is not clear what this code should do. Say in words what you want, for example `/fix it should be a Bell state with 500 shots`.',
  when: 'When to use it',
  steps: 'How it works',
  example: 'In BioQL',
  backends: 'Where programs can run',
  step: 'Step',
  what: 'What it is',
  differences: 'What differs',
  same: 'They are the same call.',
  fixed: 'What was fixed',
  left: 'Still to be fixed',
  nothingToFix: 'I find nothing wrong with it: every call is understood and can run.',
  changed: 'What changed',
  unchanged: 'Nothing had to change.',
  columns: {
    call: 'Call',
    program: 'Program',
    qubits: 'Qubits',
    gates: 'Gates',
    depth: 'Depth',
    shots: 'Shots',
    backend: 'Backend',
    kind: 'Kind',
    provider: 'Provider',
    cost: 'Cost of a run',
    outcome: 'Outcome',
    probability: 'Exact',
    counts: 'Counted',
    likeliest: 'Likeliest outcomes',
    use: 'When to use it',
  },
  free: 'free',
  paid: 'paid to the provider',
  hardwareNote: (names) =>
    `${names}: quantum hardware. Running there costs money and waits in a queue. The simulator here is ideal, free, and sends nothing.`,
  ran: (shots, seed) => `Ideal simulation, without noise: ${shots} shots, seed ${seed}.`,
  others: (count) => `${count} more`,
  bitOrder: 'The highest qubit is leftmost.',
};

const es: ChatWords = {
  greeting:
    '¡Hola! Dígame qué programa cuántico quiere, por ejemplo «un estado GHZ de 4 cúbits en el simulador», o pídame que explique, ejecute, cambie o arregle uno. «/help» muestra lo que sé hacer.',
  thanks: 'De nada. Dígame qué cambiar, o pida otro programa, cuando quiera.',
  decline:
    'Eso queda fuera de lo que puedo hacer: solo sé de BioQL y de programas cuánticos. Puedo escribir uno, explicarlo, ejecutarlo en el simulador, comparar dos o arreglar uno. Pruebe con «busca 101 con Grover» o «¿qué es un estado W?».',
  helpHead: 'Escribo programas de BioQL cortos y comprobados, y los explico. Pregunte en español o en inglés:',
  helpAsks: [
    ['Escribir un programa', '`/generate` un estado GHZ de 4 cúbits, 2000 mediciones'],
    ['Varias ejecuciones', 'un estado de Bell en el simulador y luego lo mismo en ibm_brisbane'],
    ['Cambiar el último', 'ahora en ionq con 500 mediciones'],
    ['Arreglar código, o un error', '`/fix` (con la selección, un archivo o un traceback)'],
    ['Explicar', '`/explain` · ¿qué mide? · ¿qué es el teletransporte?'],
    ['Comparar', 'diferencia entre un estado GHZ y uno W'],
    ['Ejecutar en el simulador', '`/run` con 100 mediciones'],
    ['Precios y saldo', '`/cost`'],
  ],
  helpAlgorithms: 'Los programas que conozco:',
  helpEnd: 'Solo cuesta lo que escribe el modelo; todo lo demás es gratis.',
  cost: [
    'Se pagan los segundos que trabaja el modelo: **1,10 USD por hora de máquina, por 1,4**. Un segundo son $0.000428, y una respuesta suele tardar menos.',
    'Gratis: los rechazos, las respuestas de plantilla, las explicaciones, las comparaciones, los arreglos que no necesitan al modelo, todo lo que se ejecuta aquí en el simulador y lo que se detiene antes de empezar. Cada respuesta dice lo que ha costado; la barra de estado muestra el saldo.',
    'El hardware cuántico (IBM, IonQ) se paga a su fabricante. Desde aquí no se envía nada.',
  ],
  missing: {
    request: 'Diga qué debe hacer el programa, por ejemplo `/generate un estado de Bell con 500 mediciones`.',
    program:
      'Todavía no hay ningún programa. Seleccione una llamada `quantum(…)`, adjunte su archivo con `#file` o pida antes un programa.',
    code: 'Todavía no hay código que arreglar. Selecciónelo, adjunte su archivo con `#file` o péguelo aquí entre ```.',
  },
  notFixed:
    'No está claro qué debe hacer este código. Diga con palabras qué quiere, por ejemplo `/fix debe ser un estado de Bell con 500 mediciones`.',
  when: 'Cuándo usarlo',
  steps: 'Cómo funciona',
  example: 'En BioQL',
  backends: 'Dónde se pueden ejecutar los programas',
  step: 'Paso',
  what: 'Qué es',
  differences: 'Qué cambia',
  same: 'Son la misma llamada.',
  fixed: 'Qué se ha arreglado',
  left: 'Queda por arreglar',
  nothingToFix: 'No encuentro nada mal: cada llamada se entiende y se puede ejecutar.',
  changed: 'Qué ha cambiado',
  unchanged: 'No hacía falta cambiar nada.',
  columns: {
    call: 'Llamada',
    program: 'Programa',
    qubits: 'Cúbits',
    gates: 'Puertas',
    depth: 'Profundidad',
    shots: 'Mediciones',
    backend: 'Backend',
    kind: 'Tipo',
    provider: 'Proveedor',
    cost: 'Coste de ejecutar',
    outcome: 'Resultado',
    probability: 'Exacto',
    counts: 'Contado',
    likeliest: 'Resultados más probables',
    use: 'Cuándo usarlo',
  },
  free: 'gratis',
  paid: 'se paga al proveedor',
  hardwareNote: (names) =>
    `${names}: hardware cuántico. Ejecutar allí cuesta dinero y hay que esperar en una cola. El simulador de aquí es ideal, gratuito y no envía nada.`,
  ran: (shots, seed) => `Simulación ideal, sin ruido: ${shots} mediciones, semilla ${seed}.`,
  others: (count) => `${count} más`,
  bitOrder: 'El cúbit más alto está a la izquierda.',
};

export const CHAT: Readonly<Record<Lang, ChatWords>> = { en, es };
