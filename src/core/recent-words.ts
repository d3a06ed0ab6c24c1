/** The words of a request and its answer, which leave this window only when a person shares them. */
export interface Words {
  readonly prompt: string;
  readonly code: string;
}

/** Words of the latest requests, in memory alone. */
export interface RecentWords {
  remember(requestId: string, words: Words): void;
  of(requestId: string): Words | undefined;
}

const MOST = 50;

export function createRecentWords(): RecentWords {
  const known = new Map<string, Words>();
  return {
    remember(requestId, words) {
      known.set(requestId, words);
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    },
    of: (requestId) => known.get(requestId),
  };
}
