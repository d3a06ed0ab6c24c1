import type { Slope } from '../minimise.ts';

/** Amplitudes by basis state. */
interface State {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * Minus the mean of a diagonal objective after QAOA's layers, and its gradient, for all gammas followed by all betas:
 * one pass through the layers, and one back for the gradient. Much faster than gate by gate.
 */
export function landscape(objective: Float64Array): (angles: readonly number[]) => Slope {
  const size = objective.length;
  const phasesOf = phaseTable(objective);
  return (angles) => {
    const layers = angles.length / 2;
    const phases = angles.slice(0, layers).map(phasesOf);
    const betas = angles.slice(layers);
    const state = { re: new Float64Array(size).fill(1 / Math.sqrt(size)), im: new Float64Array(size) };
    const beforeMixing = phases.map((phase, layer) => {
      rotate(state, phase, -1);
      const before = { re: state.re.slice(), im: state.im.slice() };
      mix(state, betas[layer] as number);
      return before;
    });
    const back = { re: times(objective, state.re), im: times(objective, state.im) };
    const value = -realOverlap(state, back);
    const gradient = new Array<number>(angles.length).fill(0);
    for (let layer = layers - 1; layer >= 0; layer -= 1) {
      const before = beforeMixing[layer] as State;
      mix(back, -(betas[layer] as number));
      gradient[layers + layer] = -2 * mixerOverlap(back, before);
      gradient[layer] = -2 * phaseOverlap(back, before, objective);
      rotate(back, phases[layer] as Phases, 1);
    }
    return { value, gradient };
  };
}

/** Cosine and sine of gamma times the objective, on each basis state. */
interface Phases {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

/** Sines are taken once for each value that the objective has. */
function phaseTable(objective: Float64Array): (gamma: number) => Phases {
  const levels = [...new Set(objective)];
  const index = new Map(levels.map((value, at) => [value, at]));
  const levelOf = Uint32Array.from(objective, (value) => index.get(value) as number);
  return (gamma) => {
    const phases = { cosines: new Float64Array(objective.length), sines: new Float64Array(objective.length) };
    const cosineOf = levels.map((value) => Math.cos(gamma * value));
    const sineOf = levels.map((value) => Math.sin(gamma * value));
    for (let at = 0; at < objective.length; at += 1) {
      const level = levelOf[at] as number;
      phases.cosines[at] = cosineOf[level] as number;
      phases.sines[at] = sineOf[level] as number;
    }
    return phases;
  };
}

/** Multiplies each amplitude by its phase, or by the conjugate of it for sign -1. */
function rotate({ re, im }: State, { cosines, sines }: Phases, sign: 1 | -1): void {
  for (let at = 0; at < re.length; at += 1) {
    const c = cosines[at] as number;
    const s = sign * (sines[at] as number);
    const x = re[at] as number;
    const y = im[at] as number;
    re[at] = c * x - s * y;
    im[at] = c * y + s * x;
  }
}

/** exp(-i beta X) on every qubit. */
function mix({ re, im }: State, beta: number): void {
  const [c, s] = [Math.cos(beta), Math.sin(beta)];
  for (let bit = 1; bit < re.length; bit *= 2) {
    for (let block = 0; block < re.length; block += 2 * bit) {
      for (let zero = block; zero < block + bit; zero += 1) {
        const one = zero + bit;
        const zr = re[zero] as number;
        const zi = im[zero] as number;
        const or = re[one] as number;
        const oi = im[one] as number;
        re[zero] = c * zr + s * oi;
        im[zero] = c * zi - s * or;
        re[one] = c * or + s * zi;
        im[one] = c * oi - s * zr;
      }
    }
  }
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  const product = a.slice();
  for (let at = 0; at < a.length; at += 1) product[at] = (a[at] as number) * (b[at] as number);
  return product;
}

function realOverlap(a: State, b: State): number {
  let sum = 0;
  for (let at = 0; at < a.re.length; at += 1) {
    sum += (a.re[at] as number) * (b.re[at] as number) + (a.im[at] as number) * (b.im[at] as number);
  }
  return sum;
}

/** The imaginary part of <a|sum of all X|b>. */
function mixerOverlap(a: State, b: State): number {
  let sum = 0;
  for (let bit = 1; bit < a.re.length; bit *= 2) {
    for (let block = 0; block < a.re.length; block += 2 * bit) {
      for (let zero = block; zero < block + bit; zero += 1) {
        const one = zero + bit;
        sum += (a.re[zero] as number) * (b.im[one] as number) - (a.im[zero] as number) * (b.re[one] as number);
        sum += (a.re[one] as number) * (b.im[zero] as number) - (a.im[one] as number) * (b.re[zero] as number);
      }
    }
  }
  return sum;
}

/** The imaginary part of <a|objective|b>. */
function phaseOverlap(a: State, b: State, objective: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.re.length; at += 1) {
    const overlap = (a.re[at] as number) * (b.im[at] as number) - (a.im[at] as number) * (b.re[at] as number);
    sum += (objective[at] as number) * overlap;
  }
  return sum;
}
