import { setTimeout as sleep } from 'node:timers/promises';
import type { Offer } from '../../src/core/inline/place.ts';
import { BLOCKS, keysOf, randomOf } from './trace.ts';

export type Suggest = (prefix: string, signal: AbortSignal) => Promise<Offer | undefined>;

export interface Typed {
  readonly keys: number;
  readonly accepted: number;
  /** Characters that a person did not have to type. */
  readonly saved: number;
}

/** What the editor itself waits for before it asks a provider. */
const EDITOR_MS = 50;
/** A suggestion shorter than this is typed sooner than read. */
const WORTH_CHARS = 6;

/** Types the blocks as an editor would tell a provider of it; whatever is offered and wanted is taken with Tab. */
export async function typeAll(suggest: Suggest, seed: number): Promise<Typed> {
  const random = randomOf(seed);
  let [text, keys, accepted, saved] = ['', 0, 0, 0];
  for (const block of BLOCKS) {
    const timed = keysOf(block, random);
    for (let at = 0; at < block.length; ) {
      const gone = new AbortController();
      const shown = offered(suggest, text, gone.signal);
      await sleep(timed[at]?.afterMs ?? 0);
      const wanted = block.slice(at);
      const take = shown.texts.find((each) => each.length >= WORTH_CHARS && wanted.startsWith(each));
      gone.abort();
      const next = take ?? (block[at] as string);
      if (take !== undefined) {
        accepted += 1;
        saved += take.length - 1;
      }
      keys += 1;
      text += next;
      at += next.length;
    }
  }
  return { keys, accepted, saved };
}

/** What is in sight, once it is; the list fills while the person pauses. */
function offered(suggest: Suggest, prefix: string, signal: AbortSignal): { readonly texts: readonly string[] } {
  const shown: { texts: readonly string[] } = { texts: [] };
  const ask = async () => {
    await sleep(EDITOR_MS, undefined, { signal });
    shown.texts = (await suggest(prefix, signal))?.texts ?? [];
  };
  ask().catch((error: Error) => {
    if (!signal.aborted) throw error;
  });
  return shown;
}
