/** How long to wait before a service that ended is started again. */
export interface Restart {
  /** Restarts in a row, this one included. */
  readonly restarts: number;
  readonly waitMs: number;
}

export const MOST_RESTARTS = 3;
const FIRST_WAIT_MS = 1_000;
/** Whoever ran for so long did not fail at starting, so that the count begins anew. */
const STEADY_MS = 60_000;

/** The restart after `restarts` others, of a process that ran for so long; `undefined` when it is time to give up. */
export function restartAfter(restarts: number, ranMs: number): Restart | undefined {
  const before = ranMs >= STEADY_MS ? 0 : restarts;
  return before < MOST_RESTARTS ? { restarts: before + 1, waitMs: FIRST_WAIT_MS * 2 ** before } : undefined;
}
