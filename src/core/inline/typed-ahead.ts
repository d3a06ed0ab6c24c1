import type { Offer, Place } from './place.ts';

/** An offer and the place that it was made for. */
export interface Made extends Offer {
  readonly place: Place;
}

/** What an editor closes by itself when it is opened. */
const CLOSERS = /^[)\]}"']{1,3}$/;

/** What was typed since a place, and what the editor closed behind it; `undefined` when it is another place. */
export function typedSince(place: Place, now: Place): { typed: string; closed: string } | undefined {
  if (!now.prefix.startsWith(place.prefix) || !now.suffix.endsWith(place.suffix)) return undefined;
  const closed = now.suffix.slice(0, now.suffix.length - place.suffix.length);
  if (closed !== '' && !CLOSERS.test(closed)) return undefined;
  return { typed: now.prefix.slice(place.prefix.length), closed };
}

/** What is left of an offer after a person has typed along with it; `undefined` when they typed something else. */
export function leftOf({ place, texts, over }: Made, now: Place): Offer | undefined {
  const since = typedSince(place, now);
  if (since === undefined) return undefined;
  const { typed, closed } = since;
  const left = texts
    .filter((text) => text.length > typed.length && text.startsWith(typed))
    .map((text) => text.slice(typed.length))
    .filter((text) => holds(text, closed));
  return left.length === 0 ? undefined : { texts: left, over: over + closed.length };
}

/** Whether the first line of a text has these signs, in their order. */
function holds(text: string, signs: string): boolean {
  let at = 0;
  for (const sign of text.split('\n')[0] ?? '') if (sign === signs[at]) at += 1;
  return at === signs.length;
}
