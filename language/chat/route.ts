import type { Lang } from '../algorithm.ts';
import type { Call } from '../call.ts';
import { programFromFacts } from '../program.ts';
import { readRequest } from '../request.ts';
import { answerByTemplate } from '../template.ts';
import { adjusted } from './adjust.ts';
import { type Mended, mend } from './mend.ts';
import * as words from './patterns.ts';
import { type Subjects, subjectsIn } from './subjects.ts';
import { attached, isCanonical, langOfTurn, lastProgram, type Material, readSaid, type Turn } from './turn.ts';

/** What a turn asks for. `generate`, `change` and `fix` may need a model; all others are answered from the language itself. */
export type Route = { readonly lang: Lang } & (
  | { readonly intent: 'generate'; readonly prompt: string }
  | { readonly intent: 'change'; readonly before: Material; readonly wish: string; readonly calls?: readonly Call[] }
  | { readonly intent: 'fix'; readonly before: Material; readonly says: string; readonly mended: Mended }
  | { readonly intent: 'explain'; readonly calls: readonly Call[] }
  | { readonly intent: 'run'; readonly calls: readonly Call[] }
  | { readonly intent: 'compare'; readonly calls: readonly Call[]; readonly subjects: Subjects }
  | { readonly intent: 'about'; readonly subjects: Subjects }
  | { readonly intent: 'missing'; readonly what: 'request' | 'program' | 'code' }
  | { readonly intent: 'cost' | 'help' | 'greeting' | 'thanks' | 'decline' }
);

/** A turn, with what its routes look at. */
interface Seen {
  readonly lang: Lang;
  /** The words as they were written. */
  readonly text: string;
  /** The words in plain form, without politeness ahead of them. */
  readonly said: string;
  readonly written: Material | undefined;
  readonly last: Material | undefined;
  readonly attachment: Material | undefined;
  readonly subjects: Subjects;
}

export function routeTurn(turn: Turn): Route {
  const { command, words: text, written } = readSaid(turn.messages.at(-1)?.content ?? '');
  const said = words.bareWords(words.plainWords(text));
  const seen: Seen = {
    lang: langOfTurn(turn),
    text,
    said,
    written,
    last: lastProgram(turn.messages),
    attachment: attached(turn.context),
    subjects: subjectsIn(said),
  };
  switch (command) {
    case 'generate':
      return generateRoute(seen);
    case 'fix':
      return fixRoute(seen);
    case 'explain':
      return compareRoute(seen) ?? explainRoute(seen);
    case 'run':
      return runRoute(seen);
    case 'cost':
    case 'help':
      return { lang: seen.lang, intent: command };
    default:
      return fromWords(seen);
  }
}

/** What the code at hand is: written into the message, else attached, else the last of the conversation. */
const materialOf = ({ written, attachment, last }: Seen): Material | undefined => written ?? attachment ?? last;

/** The last program comes before what happens to be open, unless the words point at that. */
function programAt({ written, attachment, last, said }: Seen): Material | undefined {
  if (written !== undefined) return written;
  return words.ATTACHED.test(said) ? (attachment ?? last) : (last ?? attachment);
}

const isQuantum = ({ said, subjects }: Seen): boolean =>
  words.QUANTUM.test(said) || subjects.algorithms.length > 0 || subjects.backends.length > 0;

function fromWords(seen: Seen): Route {
  const { lang, said, text, written, subjects } = seen;
  const plain = words.plainWords(text);
  if (plain === '') return written === undefined ? { lang, intent: 'help' } : codeAlone(seen, written);
  if (words.GREETING.test(plain)) return { lang, intent: 'greeting' };
  if (words.THANKS.test(plain)) return { lang, intent: 'thanks' };
  if (words.HELP.test(said)) return { lang, intent: 'help' };
  if (words.COST.test(said) && !words.COST_OF_A_PROBLEM.test(said)) return { lang, intent: 'cost' };
  if (
    words.TRACEBACK.test(text) ||
    (words.FIX.test(said) && (materialOf(seen) !== undefined || words.POINTED.test(said)))
  )
    return fixRoute(seen);
  const comparison = compareRoute(seen);
  if (comparison !== undefined) return comparison;
  if (words.ELSEWHERE.test(said) && !isQuantum(seen)) return { lang, intent: 'decline' };
  if (words.RUN.test(said) && !changesSomething(seen)) return runRoute(seen);
  if (isChange(seen)) return changeRoute(seen);
  if (words.EXPLAIN.test(said) && !asksToCreate(seen)) return explainRoute(seen);
  const isQuestion = words.QUESTION.test(said) && !words.CREATE_ASKED.test(words.plainWords(text));
  if (isQuestion && !isQuantum(seen) && !statesFacts(said)) return { lang, intent: 'decline' };
  if (isQuestion && isNamed(subjects) && !words.CREATE.test(said)) return { lang, intent: 'about', subjects };
  return generateRoute(seen);
}

const codeAlone = (seen: Seen, written: Material): Route =>
  isCanonical(written) || mend(written.code, '', seen.lang).state === 'clean' ? explainRoute(seen) : fixRoute(seen);

const isNamed = ({ algorithms, backends, concepts, allBackends }: Subjects): boolean =>
  allBackends || algorithms.length + backends.length + concepts.length > 0;

/** Numbers of qubits, items or shots, or a bit string. */
function statesFacts(said: string): boolean {
  const { qubits, items, shots, bits } = readRequest(said);
  return [qubits, items, shots, bits].some((value) => value !== undefined);
}

const changesSomething = (seen: Seen): boolean =>
  statesFacts(seen.said) || readRequest(seen.said).backend !== undefined || namesProgram(seen);

const namesProgram = ({ said }: Seen): boolean => programFromFacts(readRequest(said)) !== undefined;

/** "Explain how" and "what is" ask for words, also where a verb of making follows. */
const asksToCreate = ({ said }: Seen): boolean =>
  words.CREATE.test(said) && !words.QUESTION.test(said) && said.search(words.CREATE) < said.search(words.EXPLAIN);

/** Whether the words lean on the last program instead of naming one. */
function isChange(seen: Seen): boolean {
  const before = programAt(seen);
  if (before === undefined || before.calls.length === 0) return false;
  const { said } = seen;
  if (!words.FOLLOW_UP.test(said) && !words.SAME.test(said)) return false;
  if (words.EXPLAIN.test(said) && !changesSomething(seen) && !/^(?:now|ahora|what (?:about|if))/.test(said))
    return false;
  const named = programFromFacts(readRequest(said));
  if (named === undefined)
    return isQuantum(seen) || /\d/.test(said) || !words.QUESTION.test(said) || words.OFFER.test(said);
  return words.SAME.test(said) || before.calls.some(({ program }) => program.algorithm === named.algorithm);
}

function changeRoute(seen: Seen): Route {
  const { lang, text } = seen;
  const before = programAt(seen);
  if (before === undefined) return { lang, intent: 'missing', what: 'program' };
  const calls = adjusted(before.calls, text);
  return { lang, intent: 'change', before, wish: text, ...(calls && { calls }) };
}

function generateRoute(seen: Seen): Route {
  if (seen.said === '') return { lang: seen.lang, intent: 'missing', what: 'request' };
  return isChange(seen) ? changeRoute(seen) : { lang: seen.lang, intent: 'generate', prompt: seen.text };
}

function fixRoute(seen: Seen): Route {
  const { lang, text } = seen;
  const before = materialOf(seen);
  if (before === undefined) return { lang, intent: 'missing', what: 'code' };
  const mended = mend(before.code, text, lang);
  if (mended.state === 'foreign') return { lang, intent: 'missing', what: 'code' };
  // Nothing is wrong with it, and something is wished: that is a change.
  if (mended.state === 'clean' && !words.TRACEBACK.test(text) && (changesSomething(seen) || /\d/.test(text)))
    return changeRoute(seen);
  return { lang, intent: 'fix', before, says: text, mended };
}

function explainRoute(seen: Seen): Route {
  const { lang, said, subjects, written } = seen;
  const named = subjects.algorithms.length + subjects.backends.length > 0;
  const pointed = words.ATTACHED.test(said) || words.POINTED.test(said);
  const material = written ?? (named && !pointed ? undefined : programFor(seen));
  if (material !== undefined && material.calls.length > 0 && !(isConceptAsked(seen) && written === undefined))
    return { lang, intent: 'explain', calls: material.calls };
  if (isNamed(subjects)) return { lang, intent: 'about', subjects };
  const { calls = [] } = programFor(seen) ?? {};
  if (calls.length > 0 && (said === '' || pointed || !words.QUESTION.test(said)))
    return { lang, intent: 'explain', calls };
  if (written !== undefined) return fixRoute(seen);
  if (said !== '' && !isQuantum(seen) && !pointed) return { lang, intent: 'decline' };
  return { lang, intent: 'missing', what: 'program' };
}

/** A question such as "what is a qubit" is about that, whatever program is at hand. */
const isConceptAsked = ({ said, subjects }: Seen): boolean =>
  subjects.concepts.length > 0 &&
  !/\b(?:this|it|that|these|here|esto|eso|este|esta|aqui)\b/.test(said) &&
  /^(?:what(?:'s| is| are| does)|explain|tell me|why|how|que (?:es|son|significa|hace)|explica|por que|como|hablame)\b/.test(
    said,
  );

const programFor = (seen: Seen): Material | undefined => {
  const { written, attachment, last, said } = seen;
  const first = words.ATTACHED.test(said) || last === undefined ? attachment : last;
  return written ?? first ?? attachment;
};

function runRoute(seen: Seen): Route {
  const { lang, text, said } = seen;
  const { calls = [] } = programFor(seen) ?? {};
  if (calls.length > 0 && !namesProgram(seen)) return { lang, intent: 'run', calls: adjusted(calls, text) ?? calls };
  const answer = said === '' ? undefined : answerByTemplate(text);
  if (answer?.outcome === 'completed') return { lang, intent: 'run', calls: [answer.call] };
  return calls.length > 0 ? { lang, intent: 'run', calls } : { lang, intent: 'missing', what: 'program' };
}

/** Only where comparing is what is asked first: "prepare …, then …, and compare" asks for a program. */
function compareRoute(seen: Seen): Route | undefined {
  const { lang, said, subjects } = seen;
  const at = said.search(words.COMPARE);
  const made = said.search(words.CREATE);
  if (at === -1 || (made !== -1 && made < at)) return undefined;
  const { algorithms, backends } = subjects;
  const { calls = [] } = programFor(seen) ?? {};
  const pointed = /\b(?:it|this|that|these|them|both|two|ambos|ambas|dos|esto|eso|este|estos|comparal[oa]s?)\b/.test(
    said,
  );
  if (algorithms.length > 1 || (algorithms.length === 0 && backends.length > 1 && !pointed))
    return { lang, intent: 'compare', calls: [], subjects };
  if (algorithms.length === 1 && calls.length > 0 && pointed) return { lang, intent: 'compare', calls, subjects };
  if (algorithms.length === 1 && (backends.length > 0 || statesFacts(said))) return undefined;
  if (calls.length > 0) {
    if (backends.length > 0 || calls.length === 1) return changeRoute(seen);
    return { lang, intent: 'compare', calls, subjects };
  }
  if (isNamed(subjects)) return { lang, intent: 'about', subjects };
  return isQuantum(seen) ? { lang, intent: 'missing', what: 'program' } : { lang, intent: 'decline' };
}
