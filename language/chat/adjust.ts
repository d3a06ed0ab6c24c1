import { DEFAULT_BACKEND } from '../backends.ts';
import { type Call, checkCall } from '../call.ts';
import { writeProgram } from '../program.ts';
import { readRequest } from '../request.ts';
import { plainWords } from './patterns.ts';

/** All that may stand beside qubits, shots, bits and a backend where nothing else is wished. */
const PLAIN =
  /^(?:now|ok|okay|and|but|then|please|the|a|an|same|it|this|that|program|code|one|with|on|in|using|use|make|change|set|put|run|rerun|execute|try|do|to|at|of|for|instead|again|just|only|switch|move|backend|shots?|times|runs|qubits?|measurements|ibm|quantum|ionq|qpu|eagle|sherbrooke|brisbane|kyoto|osaka|torino|condor|forte|aria|harmony|ideal|aer|simulator|\w+_\w+|what|about|how|if|ahora|vale|y|pero|luego|por|favor|el|la|los|lo|mismo|misma|un|una|programa|codigo|con|en|de|a|para|usa|usando|usar|haz|hazlo|cambia|cambialo|pon|ponlo|ponle|pasa|pasalo|ejecuta|ejecutalo|prueba|vez|lugar|otra|nuevo|solo|simulador|cubits?|disparos|mediciones|veces|repeticiones|que|tal|si|mejor|search|busca|be|should|with|have|\d+)$/;

/**
 * The call with the qubits, shots, bits and backend that a wish names, where it wishes for nothing else; `undefined` when that is
 * not certain, and a model has to read it.
 */
export function adjusted(calls: readonly Call[], wish: string): readonly Call[] | undefined {
  const [call] = calls;
  if (call === undefined || calls.length > 1) return undefined;
  const said = plainWords(wish)
    .replace(/[,.;:!?()'"]/g, ' ')
    .trim();
  if (said === '' || !said.split(/\s+/).every((word) => PLAIN.test(word))) return undefined;
  const { qubits, shots, bits, backend = simulatorIn(said) } = readRequest(wish);
  const stated = [qubits, shots, bits].filter((value) => value !== undefined);
  if (stated.length !== (said.match(/(?<![\w])\d+/g) ?? []).length) return undefined;
  if (stated.length === 0 && backend === undefined) return undefined;
  const slots = slotsWith(call, qubits, bits);
  if (slots === undefined) return undefined;
  const changed: Call = {
    ...call,
    program: { ...call.program, slots },
    backend: backend ?? call.backend,
    shots: shots ?? call.shots,
  };
  return checkCall(changed) === undefined && isOther(call, changed) ? [changed] : undefined;
}

const simulatorIn = (said: string): string | undefined =>
  /\bsimula(?:tor|dor)\b/.test(said) ? DEFAULT_BACKEND : undefined;

function slotsWith({ program: { slots } }: Call, qubits?: number, bits?: string): Call['program']['slots'] | undefined {
  const target = Object.keys(slots).find((slot) => typeof slots[slot] === 'string' && /^[01]+$/.test(slots[slot]));
  if (qubits !== undefined && typeof slots['qubits'] !== 'number') return undefined;
  if (bits !== undefined && target === undefined) return undefined;
  const width = qubits ?? (bits !== undefined && typeof slots['qubits'] === 'number' ? bits.length : undefined);
  // A target of the old width would not fit.
  if (qubits !== undefined && target !== undefined && bits === undefined) return undefined;
  return {
    ...slots,
    ...(width !== undefined && { qubits: width }),
    ...(bits !== undefined && target !== undefined && { [target]: bits }),
  };
}

const isOther = (before: Call, after: Call): boolean =>
  before.backend !== after.backend ||
  before.shots !== after.shots ||
  writeProgram(before.program) !== writeProgram(after.program);
