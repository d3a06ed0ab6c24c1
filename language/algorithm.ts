import type { Backend } from './backends.ts';
import type { Circuit } from './circuit.ts';
import type { Random } from './random.ts';

/** The languages that a person may write in, and that answers are given in. */
export type Lang = 'en' | 'es';

/** One sentence in each language. */
export type Sentence = Readonly<Record<Lang, string>>;

/** Why a program cannot be run; also the `reason` of an `invalid_request` refusal on the wire. */
export type ProblemCode =
  | 'qubits_too_many'
  | 'qubits_too_few'
  | 'target_width'
  | 'target_out_of_range'
  | 'repeated_qubit'
  | 'prime_or_even_number'
  | 'number_too_large'
  | 'invalid_sequence'
  | 'guide_length'
  | 'shots_out_of_range'
  | 'unknown_backend'
  | 'contradiction';

/** What a request states in words, found without knowing the algorithm; `undefined` means unsaid. */
export interface RequestFacts {
  /** Lower case, no accents, number words as digits, single spaces. */
  readonly text: string;
  /** The request as it was written, for names and sequences. */
  readonly raw: string;
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

/** What a learner reads about an algorithm. */
export interface Knowledge {
  /** One or two sentences. */
  readonly what: Sentence;
  /** The steps of the circuit, or of the method, in order. */
  readonly steps: readonly Sentence[];
  readonly when: Sentence;
  /** Where it was first or best described. */
  readonly source: { readonly title: string; readonly url: string };
}

/** Outcome probabilities by bit string, highest measured qubit leftmost. */
export type Probabilities = ReadonlyMap<string, number>;

/**
 * One algorithm of the dialect. Slots are plain values; `write` and `read` are inverse on canonical programs.
 * Adding an algorithm is one file with such an object and one line in `algorithms/index.ts`.
 */
export interface Algorithm<S extends Slots> {
  readonly id: string;
  readonly title: Sentence;
  readonly knowledge: Knowledge;
  /** Programs worth offering to somebody who starts to type; the first is the plainest. */
  readonly examples: readonly S[];
  /** Number of qubits of the circuit, ancillas included; 0 when the program has no circuit. */
  qubits(slots: S): number;
  /** The canonical program string. */
  write(slots: S): string;
  /**
   * Reads a program string; `undefined` when it is not this algorithm. `text` is normalised (`normalize`); `raw` is as
   * written, with single spaces, for names and sequences whose case matters.
   */
  read(text: string, raw: string): S | undefined;
  /** The first limit that the slots break on the backend. */
  check(slots: S, backend: Backend): ProblemCode | undefined;
  /** GBNF for exactly the canonical programs, over the shared rules of `grammar.ts`. */
  readonly grammar: string;
  /** Two sentences: what is run, then which gates and what is measured. `run` is "simulator, 1024 shots". */
  reasoning(slots: S, lang: Lang, run: string): string;
  /** The slots of a request that names this algorithm; `undefined` when it does not. For the template fallback. */
  fromRequest(facts: RequestFacts): S | undefined;
  /** The circuit of valid slots; `undefined` when the program is described but not simulated. */
  circuit(slots: S): Circuit | undefined;
  /** What the outcomes mean, in a sentence ("the factors are 3 and 5"), where they mean more than themselves. */
  conclusion?(slots: S, probabilities: Probabilities, lang: Lang): string;
  /** What can be computed from the slots alone, in a sentence, for programs that are not simulated. */
  facts?(slots: S, lang: Lang): string | undefined;
  /** Valid slots at random on at most 10 qubits where the algorithm allows: for tests and the data set. */
  sample(random: Random): S;
}
