import type { Question } from './case.ts';

/** What came back for a question. Seconds are of the machine, milliseconds of the clock on the wall. */
export interface Answer {
  /** `code` has code (for `complete`: the whole text with the insertion in it); `silent` has nothing to say; `failed` is an error. */
  readonly outcome: 'code' | 'refused' | 'silent' | 'failed';
  readonly code: string;
  readonly reasoning: string;
  /** The reason of a refusal; `undefined` when there is none or it names none. */
  readonly refusal?: string;
  /** Who answered: `model`, `template`, or the code of an error. */
  readonly source: string;
  readonly seconds: number;
  readonly wallMs: number;
  readonly tokens: number;
}

/** Somebody who is asked the questions. */
export interface Contender {
  readonly name: string;
  /** `undefined` when it does not answer such questions at all. */
  ask(question: Question): Promise<Answer | undefined>;
  stop(): Promise<void>;
}
