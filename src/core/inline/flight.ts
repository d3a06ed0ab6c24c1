import type { Place } from './place.ts';
import { typedSince } from './typed-ahead.ts';

/** A request on its way, which everybody who has only typed along since may wait for. */
export interface Flight<Answer> {
  readonly place: Place;
  /** Rejects when the one who waits gives up; the last one to do so stops the request, unless another comes soon. */
  join(signal: AbortSignal): Promise<Answer>;
  stop(): void;
}

/** The editor gives up a suggestion at each key, and asks anew within this time. */
const GRACE_MS = 120;
/** Who has typed more than this is elsewhere with their thoughts. */
const MOST_TYPED = 40;

export function takeOff<Answer>(place: Place, ask: (signal: AbortSignal) => Promise<Answer>): Flight<Answer> {
  const abort = new AbortController();
  const answer = ask(abort.signal);
  answer.catch(() => undefined);
  let waiting = 0;
  let grace: ReturnType<typeof setTimeout> | undefined;
  return {
    place,
    stop: () => abort.abort(),
    async join(signal) {
      signal.throwIfAborted();
      clearTimeout(grace);
      waiting += 1;
      const gone = Promise.withResolvers<never>();
      const leave = () => gone.reject(signal.reason);
      signal.addEventListener('abort', leave, { once: true });
      try {
        return await Promise.race([answer, gone.promise]);
      } finally {
        signal.removeEventListener('abort', leave);
        waiting -= 1;
        if (waiting === 0) grace = setTimeout(() => abort.abort(), GRACE_MS);
      }
    },
  };
}

/** Whether a request in flight may answer for a place. */
export function leadsTo({ place }: Flight<unknown>, now: Place): boolean {
  const since = typedSince(place, now);
  return since !== undefined && since.typed.length <= MOST_TYPED && !since.typed.includes('\n');
}
