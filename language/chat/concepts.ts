import type { Sentence } from '../algorithm.ts';

/** An idea that programs are made of. */
export interface Concept {
  /** Words without accents, in lower case. */
  readonly name: RegExp;
  readonly title: Sentence;
  readonly text: Sentence;
}

const concept = (name: RegExp, title: Sentence, text: Sentence): Concept => ({ name, title, text });

export const CONCEPTS: readonly Concept[] = [
  concept(
    /\b(?:qu?|cu)bits?\b/,
    { en: 'Qubit', es: 'Cúbit' },
    {
      en: 'A qubit is a two-level quantum system. Its state is a combination of 0 and 1 with complex amplitudes; a measurement gives 0 or 1, each with the squared size of its amplitude as probability. n qubits have 2^n amplitudes, which is why simulating many of them is hard.',
      es: 'Un cúbit es un sistema cuántico de dos niveles. Su estado es una combinación de 0 y 1 con amplitudes complejas; al medirlo se obtiene 0 o 1, cada uno con el cuadrado del tamaño de su amplitud como probabilidad. n cúbits tienen 2^n amplitudes; por eso es difícil simular muchos.',
    },
  ),
  concept(
    /\bentangl\w*|\bentrelaz\w*/,
    { en: 'Entanglement', es: 'Entrelazamiento' },
    {
      en: 'Qubits are entangled when their state cannot be described one qubit at a time: what is measured on one is correlated with what is measured on the others, more strongly than any classical rule allows. A Bell state is the smallest example; GHZ and W states entangle three or more qubits.',
      es: 'Unos cúbits están entrelazados cuando su estado no se puede describir cúbit a cúbit: lo que se mide en uno está correlacionado con lo que se mide en los demás, más de lo que permite cualquier regla clásica. Un estado de Bell es el ejemplo más pequeño; los estados GHZ y W entrelazan tres o más cúbits.',
    },
  ),
  concept(
    /\bshots?\b|\bdisparos?\b|\bmediciones\b/,
    { en: 'Shots', es: 'Mediciones (shots)' },
    {
      en: 'A shot is one run of the circuit with one measurement at its end. Frequencies come close to the probabilities as shots grow: with N shots the error is about 1/√N, so 1,024 shots give about 3 %. Choose them with `shots=`, from 1 to 1,000,000.',
      es: 'Un shot es una ejecución del circuito con una medición al final. Cuantos más, más se acercan las frecuencias a las probabilidades: con N mediciones el error es de 1/√N, así que 1024 dan un 3 %. Se eligen con `shots=`, de 1 a 1 000 000.',
    },
  ),
  concept(
    /\bhadamard\b|\bh gates?\b|\bpuerta h\b/,
    { en: 'Hadamard gate', es: 'Puerta de Hadamard' },
    {
      en: 'H turns 0 into an equal superposition of 0 and 1, and 1 into the same with the opposite sign. Applied twice it does nothing. It begins most circuits.',
      es: 'H convierte 0 en una superposición a partes iguales de 0 y 1, y 1 en lo mismo con signo contrario. Aplicada dos veces no hace nada. Con ella empiezan casi todos los circuitos.',
    },
  ),
  concept(
    /\bcnot\b|\bcx\b|\bcontrolled[ -](?:not|x)\b/,
    { en: 'CNOT gate', es: 'Puerta CNOT' },
    {
      en: 'CNOT (cx) flips its target qubit when its control qubit is 1. After an H on the control it entangles the two.',
      es: 'CNOT (cx) invierte el cúbit objetivo cuando el de control es 1. Tras una H en el control, entrelaza los dos.',
    },
  ),
  concept(
    /\bgates?\b|\b(?:com)?puertas?\b/,
    { en: 'Quantum gate', es: 'Puerta cuántica' },
    {
      en: 'A gate is a reversible step on one or a few qubits: a unitary matrix on their amplitudes. Circuits are sequences of gates and end in measurements. BioQL takes a list of gates as a program, too.',
      es: 'Una puerta es un paso reversible sobre uno o unos pocos cúbits: una matriz unitaria sobre sus amplitudes. Un circuito es una sucesión de puertas que acaba en mediciones. BioQL también admite una lista de puertas como programa.',
    },
  ),
  concept(
    /\bdepth\b|\bprofundidad\b/,
    { en: 'Circuit depth', es: 'Profundidad del circuito' },
    {
      en: 'Depth is the number of layers of a circuit when gates on different qubits run side by side; the measurement counts as one. On hardware a deeper circuit takes longer and gathers more noise.',
      es: 'La profundidad es el número de capas del circuito cuando las puertas sobre cúbits distintos van a la vez; la medición cuenta como una. En hardware, un circuito más profundo tarda más y acumula más ruido.',
    },
  ),
  concept(
    /\bmeasur\w*|\bmedicion\b|\bmedir\b|\bse mide\b/,
    { en: 'Measurement', es: 'Medición' },
    {
      en: 'A measurement reads qubits as bits and ends their superposition. BioQL measures at the end, and writes outcomes with the highest qubit leftmost: in `100` qubit 2 is 1.',
      es: 'Medir es leer los cúbits como bits, y termina su superposición. BioQL mide al final y escribe los resultados con el cúbit más alto a la izquierda: en `100` el cúbit 2 vale 1.',
    },
  ),
  concept(
    /\bnoise\b|\bnoisy\b|\bdecoheren\w*|\bruido\w*/,
    { en: 'Noise', es: 'Ruido' },
    {
      en: 'Gates and measurements of real machines err now and then, and states fade with time, so that outcomes appear which an ideal machine would never give. Simulations here are ideal, without noise.',
      es: 'Las puertas y mediciones de las máquinas reales fallan a veces y los estados se degradan con el tiempo, así que aparecen resultados que una máquina ideal nunca daría. Aquí las simulaciones son ideales, sin ruido.',
    },
  ),
  concept(
    /\bsimulat(?:or|ion|e)\b|\bsimula(?:dor|cion)\b/,
    { en: 'Simulation', es: 'Simulación' },
    {
      en: 'A simulator computes all amplitudes of a circuit on an ordinary computer. The one in the editor holds up to 20 qubits, is ideal, and is free.',
      es: 'Un simulador calcula todas las amplitudes de un circuito en un ordenador corriente. El del editor admite hasta 20 cúbits, es ideal y gratuito.',
    },
  ),
  concept(
    /\b(?:open)?qasm\b|\bqiskit\b|\bexport\w*|\bq#/,
    { en: 'OpenQASM and Qiskit', es: 'OpenQASM y Qiskit' },
    {
      en: '“BioQL: Export Circuit…” writes the circuit of a call as OpenQASM 3, as a Qiskit program, as a drawing or as a `.qsc` file.',
      es: '«BioQL: Exportar circuito…» escribe el circuito de una llamada como OpenQASM 3, como programa de Qiskit, como dibujo o como archivo `.qsc`.',
    },
  ),
];
