import { suggestAt } from '@bioql/language/inline';
import { type Flight, leadsTo, takeOff } from './flight.ts';
import { createMemory } from './memory.ts';
import { createPace } from './pace.ts';
import { type Offer, type Place, windowOf } from './place.ts';
import { leftOf, type Made } from './typed-ahead.ts';

/** What the service says of a place. */
export interface Said {
  readonly texts: readonly string[];
  /** `undefined` when no model said it, so that it is not worth remembering. */
  readonly model: string | undefined;
}

export interface SuggestionParts {
  ask(place: Place & { readonly invoked: boolean }, signal: AbortSignal): Promise<Said>;
  /** Whether the service may be asked at all; what the language knows is free, and needs no leave. */
  mayAsk(invoked: boolean): boolean;
  now(): number;
  /** Rejects when the signal aborts. */
  rest(ms: number, signal: AbortSignal): Promise<unknown>;
}

export interface Wanted extends Place {
  /** By hand: nothing is waited for, and BioQL need not be in play yet. */
  readonly invoked: boolean;
}

export interface Suggestions {
  /** `undefined` when there is nothing to say. @throws what `ask` throws, and the reason of the signal */
  at(wanted: Wanted, signal: AbortSignal): Promise<Offer | undefined>;
  /** Stops the request in flight. */
  stop(): void;
}

/** Suggestions from the cheapest source that has one: what was offered before, a request in flight, memory, the language, the service. */
export function createSuggestions({ ask, mayAsk, now, rest }: SuggestionParts): Suggestions {
  const memory = createMemory();
  const pace = createPace();
  let made: Made | undefined;
  let flight: Flight<Said> | undefined;

  const offer = (place: Place, texts: readonly string[]): Offer | undefined => {
    if (texts.length === 0) return undefined;
    made = { place, texts, over: 0 };
    return made;
  };

  const joined = async (current: Flight<Said>, place: Place, signal: AbortSignal): Promise<Offer | undefined> => {
    const { texts } = await current.join(signal);
    const left = leftOf({ place: current.place, texts, over: 0 }, place);
    if (left !== undefined) made = { place: current.place, texts, over: 0 };
    return left;
  };

  const launch = (wanted: Wanted, prompt: string): Flight<Said> => {
    flight?.stop();
    const place: Place = { prefix: wanted.prefix, suffix: wanted.suffix };
    const near = windowOf(place);
    const started = now();
    const current: Flight<Said> = takeOff(place, async (signal) => {
      try {
        const said = await ask({ ...near, invoked: wanted.invoked }, signal);
        pace.took(now() - started);
        const { model, texts } = said;
        if (model !== undefined) memory.keep({ place: near, prompt, model, texts });
        return said;
      } finally {
        if (flight === current) flight = undefined;
      }
    });
    flight = current;
    return current;
  };

  return {
    stop: () => flight?.stop(),
    async at(wanted, signal) {
      const { prefix, suffix, invoked } = wanted;
      const place: Place = { prefix, suffix };
      const left = made && leftOf(made, place);
      if (left !== undefined) return left;
      if (flight !== undefined && leadsTo(flight, place)) {
        const other = await joined(flight, place, signal);
        if (other !== undefined) return other;
      }
      const known = memory.textsAt(windowOf(place));
      if (known !== undefined) return offer(place, known);
      const suggestion = suggestAt(prefix, suffix, invoked);
      if (suggestion.kind === 'none') return undefined;
      if (suggestion.kind === 'ready') return offer(place, suggestion.texts);
      const meant = memory.callsFor(suggestion.prompt);
      if (meant !== undefined)
        return offer(
          place,
          [suggestion.write(meant)].flatMap((text) => text ?? []),
        );
      if (!mayAsk(invoked)) return undefined;
      if (!invoked) await rest(pace.restMs(), signal);
      signal.throwIfAborted();
      return joined(launch(wanted, suggestion.prompt), place, signal);
    },
  };
}
