/** Keeps the first of many values in an order, without sorting the million that there may be. */
export interface Best<T> {
  offer(value: T): void;
  /** In order. */
  kept(): T[];
}

export function createBest<T>(top: number, compare: (a: T, b: T) => number): Best<T> {
  let values: T[] = [];
  let last: T | undefined;
  const trim = () => {
    values = values.sort(compare).slice(0, top);
    last = values.length === top ? values.at(-1) : undefined;
  };
  return {
    offer(value) {
      if (last !== undefined && compare(value, last) >= 0) return;
      values.push(value);
      if (values.length >= 4 * top + 64) trim();
    },
    kept() {
      trim();
      return values;
    },
  };
}
