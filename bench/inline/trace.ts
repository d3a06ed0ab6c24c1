/** A person who writes a file, by the characters and the pauses between them; they take a suggestion that is what they want. */

/** What the person writes. Each block's first line is its comment; the rest is what they mean by it. */
export const BLOCKS: readonly string[] = [
  'from bioql import quantum\n',
  '# create a Bell state on the simulator\nbell = quantum("Create Bell state", backend="simulator", shots=1024)\nprint(bell)\n',
  '# a GHZ state on 3 qubits, 500 shots\nresult = quantum("Create 3-qubit GHZ state", backend="simulator", shots=500)\nprint(result)\n',
  'counts = result.counts\nfor bits, count in counts.items():\n    share = count / 500\n    print(bits, share)\n\n',
  '# search for 101 with Grover on three qubits\nfound = quantum("Run Grover search on 3 qubits for 101", backend="simulator", shots=1024)\nprint(found)\n',
  '# quantum Fourier transform on 4 qubits on ibm torino\nqft = quantum("Run quantum Fourier transform on 4 qubits", backend="ibm_torino", shots=1024)\nprint(qft)\n',
];

export interface Key {
  readonly text: string;
  /** Since the key before. */
  readonly afterMs: number;
}

/** Random numbers of a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const KEY_MS = 90;
const THOUGHT_MS = 450;
const LOOK_MS = 700;

/** The keys of a text: quick within a word, slower at its end, with a look up at the end of a line. */
export function keysOf(text: string, random: () => number): Key[] {
  return [...text].map((sign, at) => {
    const before = text[at - 1] ?? '\n';
    const most = before === '\n' ? LOOK_MS : /[\s("=,]/.test(before) && random() < 0.25 ? THOUGHT_MS : KEY_MS;
    return { text: sign, afterMs: most * (0.5 + random()) };
  });
}
