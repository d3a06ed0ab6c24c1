/** How long typing must rest before the service is asked: long where answers come late, since those are the more often in vain. */
export interface Pace {
  took(ms: number): void;
  restMs(): number;
}

const FIRST_MS = 120;
const LEAST_MS = 50;
const MOST_MS = 400;
/** Of the usual time that an answer takes. */
const SHARE = 0.4;
/** How much the newest answer weighs. */
const WEIGHT = 0.3;

export function createPace(): Pace {
  let usual: number | undefined;
  return {
    took(ms) {
      usual = usual === undefined ? ms : usual + WEIGHT * (ms - usual);
    },
    restMs: () => (usual === undefined ? FIRST_MS : Math.min(MOST_MS, Math.max(LEAST_MS, usual * SHARE))),
  };
}
