import type { Lang, Sentence } from './algorithm.ts';
import { type Call, checkCall } from './call.ts';
import type { Circuit } from './circuit.ts';
import { MAX_GATES, TooManyGates } from './circuit-builder.ts';
import { circuitOf, qubitsOf } from './program.ts';
import { refusal } from './refusal.ts';
import { NOT_SIMULATED } from './run.ts';
import { MAX_SIMULATED_QUBITS } from './simulator.ts';

/** The circuit of a call, or why there is none. */
export type CallCircuit =
  | { readonly state: 'circuit'; readonly circuit: Circuit }
  | { readonly state: 'described' | 'refused' | 'too_large'; readonly code: string; readonly message: string };

/** Checks the call first: a circuit is made only for what can run, and only of a size that fits. */
export function circuitOfCall(call: Call, lang: Lang): CallCircuit {
  const problem = checkCall(call);
  if (problem !== undefined) return { state: 'refused', code: problem, message: refusal(problem, lang).message };
  try {
    const circuit = circuitOf(call.program);
    return circuit === undefined
      ? { state: 'described', code: 'not_simulated', message: NOT_SIMULATED[lang] }
      : { state: 'circuit', circuit };
  } catch (error) {
    if (!(error instanceof TooManyGates)) throw error;
    return { state: 'too_large', code: error.code, message: tooManyGates[lang] };
  }
}

/** The same for a simulation, which has fewer qubits. */
export function simulatedCircuitOf(call: Call, lang: Lang): CallCircuit {
  const qubits = qubitsOf(call.program);
  return qubits > MAX_SIMULATED_QUBITS && checkCall(call) === undefined
    ? { state: 'too_large', code: 'too_many_qubits', message: tooManyQubits(qubits)[lang] }
    : circuitOfCall(call, lang);
}

const tooManyGates: Sentence = {
  en: `The circuit has more than ${MAX_GATES} gates, which is more than can be written down here.`,
  es: `El circuito tiene más de ${MAX_GATES} puertas, más de las que aquí se pueden escribir.`,
};

const tooManyQubits = (qubits: number): Sentence => ({
  en: `The circuit has ${qubits} qubits; at most ${MAX_SIMULATED_QUBITS} are simulated here.`,
  es: `El circuito tiene ${qubits} cúbits; aquí se simulan ${MAX_SIMULATED_QUBITS} como mucho.`,
});
