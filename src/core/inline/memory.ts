import type { Call } from '@bioql/language/call';
import { findCalls } from '@bioql/language/python';
import type { Place } from './place.ts';
import { createRecent } from './recent.ts';

/** Answers of the service, silence too. */
export interface Memory {
  textsAt(place: Place): readonly string[] | undefined;
  /** What the words of a person meant before, so that they need not be asked again in another place. */
  callsFor(prompt: string): readonly Call[] | undefined;
  /** Another model than before makes all that is remembered void. */
  keep(answer: Remembered): void;
}

export interface Remembered {
  readonly place: Place;
  readonly prompt: string;
  readonly model: string;
  readonly texts: readonly string[];
}

export function createMemory(): Memory {
  const places = createRecent<readonly string[]>();
  const words = createRecent<readonly Call[]>();
  let last = '';
  const nameOf = ({ prefix, suffix }: Place) => JSON.stringify([prefix, suffix, last]);
  return {
    textsAt: (place) => places.get(nameOf(place)),
    callsFor: (prompt) => words.get(prompt),
    keep({ place, prompt, model, texts }) {
      if (model !== last) {
        places.clear();
        words.clear();
      }
      last = model;
      places.keep(nameOf(place), texts);
      const calls = callsIn(place, texts[0] ?? '');
      if (calls !== undefined) words.keep(prompt, calls);
    },
  };
}

/** The calls of an insertion under the names that answers have; `undefined` when it is only a part of one. */
function callsIn({ prefix }: Place, text: string): readonly Call[] | undefined {
  if (text === '') return [];
  if (!text.includes('backend=') || !text.includes('shots=')) return undefined;
  const calls = findCalls(prefix + text).flatMap(({ call, to }) => (call && to > prefix.length ? [call] : []));
  return calls.map((call, at) => ({ ...call, name: calls.length === 1 ? 'result' : `result_${at + 1}` }));
}
