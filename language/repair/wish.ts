import { withoutRun } from '../algorithms/run-phrases.ts';
import type { Call } from '../call.ts';
import { plain } from '../normalize.ts';
import { readRequest } from '../request.ts';

/** What a wish changes of where and how often a program runs. */
export type RunWish = Partial<Pick<Call, 'backend' | 'shots'>>;

const TURNS =
  /\b(?:not|no|nor|without|sin|then|also|and then|luego|despues|tambien|both|each|compare|compara|but|pero|except|instead of)\b|n't\b/;
const FILLERS =
  /^(?:now|ahora|please|por favor|the same|same|lo mismo|again|otra vez|it|this|that|make|put|set|change|switch|move|to|use|usa|cambia|pon|ponlo|pasa|pasalo|a|en|with|con|on|by|it to|instead|all|todo|todos|them|me|lo|la|the|el|program|programa|call|llamada|code|codigo|run|rerun|corre|ejecuta|repite|repeat|backend|shots|and|y|of|de|de nuevo|only|solo|number|numero)$/;

/** A wish that is only about backend and shots ("now on ionq with 500 shots"); `undefined` for any other. */
export function runWish(wish: string): RunWish | undefined {
  const instruction = wish.replace(/\bshots (?:to|at|a|en|=|:) ?(\d[\d,.]*)/gi, '$1 shots');
  if (instruction.length > 200 || TURNS.test(plain(instruction))) return undefined;
  const { backend, shots } = readRequest(instruction);
  if (backend === undefined && shots === undefined) return undefined;
  const rest = plain(withoutRun(instruction)).split(/[^\p{L}\p{N}_]+/u);
  if (!rest.every((word) => word === '' || FILLERS.test(word))) return undefined;
  return { ...(backend !== undefined && { backend }), ...(shots !== undefined && { shots }) };
}
