/** The languages that a person may write in, and that answers are given in. */
export type Lang = 'en' | 'es';

/** One sentence in each language. */
export type Sentence = Readonly<Record<Lang, string>>;

/** Why a program cannot be run; also the `reason` of an `invalid_request` refusal on the wire. */
export type ProblemCode =
  | 'qubits_too_many'
  | 'qubits_too_few'
  | 'target_width'
  | 'shots_out_of_range'
  | 'unknown_backend'
  | 'contradiction';

/** What a request states in words, found without knowing the algorithm; `undefined` means unsaid. */
export interface RequestFacts {
  /** Lower case, no accents, number words as digits, single spaces. */
  readonly text: string;
  readonly lang: Lang;
  readonly qubits?: number;
  readonly shots?: number;
  readonly backend?: string;
  /** A bit string that the request writes out, such as a Grover target. */
  readonly bits?: string;
  /** How many items are searched ("among 16 items"). */
  readonly items?: number;
  /** The decimal index of the wanted item. */
  readonly index?: number;
}

/** The values that tell one program of an algorithm from another. */
export type Slots = Readonly<Record<string, string | number>>;

/**
 * One algorithm of the dialect. Slots are plain values; `write` and `read` are inverse on canonical programs.
 * Adding an algorithm is one file with such an object and one line in `algorithms/index.ts`.
 */
export interface Algorithm<S extends Slots> {
  readonly id: string;
  readonly title: Sentence;
  /** Number of qubits of the circuit, ancillas included. */
  qubits(slots: S): number;
  /** The canonical program string. */
  write(slots: S): string;
  /** Reads a normalised program string (`normalize`); `undefined` when it is not this algorithm. */
  read(text: string): S | undefined;
  /** The first limit that the slots break. */
  check(slots: S): ProblemCode | undefined;
  /** GBNF for exactly the canonical programs, over the shared rules of `grammar.ts`. */
  readonly grammar: string;
  /** Two sentences: what is run, then which gates and what is measured. `run` is "simulator, 1024 shots". */
  reasoning(slots: S, lang: Lang, run: string): string;
  /** The slots of a request that names this algorithm; `undefined` when it does not. For the template fallback. */
  fromRequest(facts: RequestFacts): S | undefined;
}
