export interface AllowedParts {
  /** The setting, and the mode of the service. */
  readonly isOn: () => boolean;
  readonly isPaused: () => boolean;
  /** Whether the budget of the day leaves room. */
  readonly mayAsk: () => boolean;
  readonly now: () => number;
}

/** Whether the service may be asked for a suggestion. */
export interface Allowed {
  /** By hand a person asks for it: neither the pause nor a failure a moment ago stops that. */
  mayAsk(invoked: boolean): boolean;
  /** After a failure nothing is asked for a while. */
  failed(retryAfterSeconds: number | undefined): void;
}

const REST_SECONDS = 15;

export function createAllowed({ isOn, isPaused, mayAsk, now }: AllowedParts): Allowed {
  let restUntil = 0;
  return {
    mayAsk: (invoked) => isOn() && (invoked || (!isPaused() && now() >= restUntil && mayAsk())),
    failed(retryAfterSeconds) {
      restUntil = now() + (retryAfterSeconds ?? REST_SECONDS) * 1000;
    },
  };
}
