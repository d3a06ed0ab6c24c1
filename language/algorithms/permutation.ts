/** X on `target` where all of `controls` are 1. */
export interface ControlledX {
  readonly target: number;
  readonly controls: readonly number[];
}

const bitsOf = (value: number): number[] => {
  const bits: number[] = [];
  for (let bit = 0; value >> bit > 0; bit += 1) if (((value >> bit) & 1) === 1) bits.push(bit);
  return bits;
};

/** The gates that turn `from` into `to` and leave every number below `to` as it is; `from` must not be below `to`. */
function raise(from: number, to: number): ControlledX[] {
  let value = from;
  const gates: ControlledX[] = [];
  for (const target of bitsOf(to & ~from)) {
    gates.push({ target, controls: bitsOf(value) });
    value |= 1 << target;
  }
  for (const target of bitsOf(value & ~to)) gates.push({ target, controls: bitsOf(to) });
  return gates;
}

const apply = (gates: readonly ControlledX[], value: number): number =>
  gates.reduce(
    (bits, { target, controls }) => (controls.every((bit) => (bits >> bit) & 1) ? bits ^ (1 << target) : bits),
    value,
  );

/**
 * The bidirectional transformation-based synthesis of Miller, Maslov and Dueck (DAC 2003): in rising order, each number
 * is sent to itself by gates before or after what is left, whichever are fewer.
 */
function transform(permutation: readonly number[]): readonly ControlledX[] {
  let rest = [...permutation];
  const before: ControlledX[] = [];
  const after: ControlledX[] = [];
  for (let value = 0; value < rest.length; value += 1) {
    const [onOutput, onInput] = [raise(rest[value] as number, value), raise(rest.indexOf(value), value)];
    if (onOutput.length <= onInput.length) {
      rest = rest.map((to) => apply(onOutput, to));
      after.unshift(...onOutput.toReversed());
    } else {
      rest = mapped(
        rest,
        (from) => apply(onInput, from),
        (to) => to,
      );
      before.push(...onInput);
    }
  }
  return [...before, ...after];
}

/** The permutation that sends `place(x)` to `image(permutation[x])`. */
function mapped(
  permutation: readonly number[],
  place: (from: number) => number,
  image: (to: number) => number,
): number[] {
  const moved = [...permutation];
  permutation.forEach((to, from) => {
    moved[place(from)] = image(to);
  });
  return moved;
}

/** All orders of the numbers below `count`. */
const orders = (count: number): number[][] =>
  count === 0
    ? [[]]
    : orders(count - 1).flatMap((order) => Array.from(Array(count), (_, at) => order.toSpliced(at, 0, count - 1)));

const touched = (gates: readonly ControlledX[]): number =>
  gates.reduce((sum, { controls }) => sum + 1 + controls.length, 0);

/**
 * Controlled X gates that together send each basis state x to `permutation[x]`, in the order in which they act: the
 * cheapest circuit over all orders of the bits, in which the synthesis is not symmetric, and both directions of time.
 * For at most five or so bits.
 */
export function synthesize(permutation: readonly number[]): readonly ControlledX[] {
  const inverse = permutation.map((_, to) => permutation.indexOf(to));
  const circuits = orders(Math.log2(permutation.length)).flatMap((order) => {
    const relabel = (value: number): number => order.reduce((bits, to, bit) => bits | (((value >> bit) & 1) << to), 0);
    const original = ({ target, controls }: ControlledX): ControlledX => ({
      target: order.indexOf(target),
      controls: controls.map((bit) => order.indexOf(bit)),
    });
    return [
      transform(mapped(permutation, relabel, relabel)).map(original),
      transform(mapped(inverse, relabel, relabel))
        .map(original)
        .toReversed(),
    ];
  });
  return circuits.reduce((best, circuit) => (touched(circuit) < touched(best) ? circuit : best));
}
