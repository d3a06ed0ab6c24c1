/** Values by name; the one that was not needed for longest is forgotten. */
export interface Recent<Value> {
  get(name: string): Value | undefined;
  keep(name: string, value: Value): void;
  clear(): void;
}

const MOST_KEPT = 100;

export function createRecent<Value>(): Recent<Value> {
  const kept = new Map<string, Value>();
  const put = (name: string, value: Value) => {
    kept.delete(name);
    kept.set(name, value);
  };
  return {
    clear: () => kept.clear(),
    get(name) {
      const value = kept.get(name);
      if (value !== undefined) put(name, value);
      return value;
    },
    keep(name, value) {
      put(name, value);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    },
  };
}
