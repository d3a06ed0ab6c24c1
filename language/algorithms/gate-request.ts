import type { RequestFacts } from '../algorithm.ts';
import { ANGLE_IN_TEXT, readAngle } from '../angle.ts';
import { digits } from '../normalize.ts';
import { gateNamed, type Statement } from './gate-list.ts';

/** Numbers that count something and are no index. */
const COUNTED =
  /\d[\d,.]*[ -]*(?:shots?|disparos?|mediciones|medidas|measurements|times|veces|runs|(?:qu?bits?|cubits?)(?! ?\d))|(?:shots|disparos) ?[=:]? ?\d+/gi;

/** What is said of measuring and of machines, after a gate. */
const AFTERWARDS = /\b(?:measur|medir|medi[rd]|mide|seed|semilla|backend|ibm|ionq|simula)[\s\S]*$/i;

/** Ways to say a gate, with the gate that they name; `$1` is a letter of the phrase. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:first|primer) (?:qu?bit|cubit)\b/gi, 'qubit 0'],
  [/\b(?:second|segundo) (?:qu?bit|cubit)\b/gi, 'qubit 1'],
  [/\b(?:third|tercer) (?:qu?bit|cubit)\b/gi, 'qubit 2'],
  [/\b(?:doubly[- ]controlled[- ](?:not|x)|ccnot|toffoli|ccx)\b/gi, '@ccx'],
  [/\b(?:controlled[- ]swap|swap controlad[oa]|fredkin|cswap)\b/gi, '@cswap'],
  [/\b(?:controlled[- ](?:not|x)|(?:not|x) controlad[oa]|c-?not|cx)\b/gi, '@cx'],
  [/\bcontrolled[- ]([yzh])\b/gi, '@c$1'],
  [/\b([yzh]) controlad[oa]\b/gi, '@c$1'],
  [/\bc([yzh])\b/gi, '@c$1'],
  [/\b(crz|cp)\b/gi, '@$1'],
  [
    /(?<![@\w])(?:rotation (?:about|around|in)|rotacion (?:en|sobre|alrededor de)) (?:the |el )?(?:eje |axis )?([xyz])\b/gi,
    '@r$1',
  ],
  [/(?<![@\w])(?:([xyz])[- ]rotation|r([xyz]))\b/gi, '@r$1$2'],
  [/(?<![@\w])p(?= ?\()/gi, '@p'],
  [/(?<![@\w'])([st])(?:[- ]?(?:dagger|dag|daga|dg)\b|\u2020)/gi, '@$1dg'],
  [/\bhadamard\b/gi, '@h'],
  [/\bpauli[- ]?([xyz])\b/gi, '@$1'],
  [/(?<![@\w])swap\b/gi, '@swap'],
  [/\bnot gate\b|\b(?:compuerta|puerta) not\b|\bNOT\b/g, '@x'],
  [/(?<![@\w'])([xyzhst])[- ]gate\b/gi, '@$1'],
  [/\b(?:compuerta|puerta|gate) ([xyzhst])\b/gi, '@$1'],
  [/(?<![@\w'])([XZHST])(?![\w'])/g, '@$1'],
  [/(?<![@\w'])(Y)(?= ?(?:\(|q?\[?\d|on\b|en\b|sobre\b|al?\b))/g, '@$1'],
  [/(?<![@\w'.\d-] ?)([xzhst])(?= ?\(? ?(?:q ?)?\[? ?\d)/g, '@$1'],
];
const Y_ENGLISH = /(?<![@\w'.\d-] ?)(y)(?= ?\(? ?(?:q ?)?\[? ?\d)/g;

const TURN = new RegExp(
  `(?:^ ?\\(?|\\(|\\b(?:by|angle|of|angulo|de|theta)\\b ?[=:]? ?|= ?) ?(${ANGLE_IN_TEXT}) ?(?:radians|radianes|rad)?\\)?`,
);

/** Words without which single letters and numbers are no gates. */
const CIRCUITRY =
  /\b(?:gates?|qu?bits?|cubits?|compuertas?|puertas?|circuit(?:os?|s)?|c?not|hadamard|toffoli|fredkin|c?swap|c[xyz])\b|\bq\[?\d|\d ?;/;

const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\u2019/g, "'")
    .replace(/\s+/g, ' ');

/** The request with `@name` for every gate that it names. */
function marked({ raw, lang }: RequestFacts): string {
  const text = digits(withoutAccents(raw.slice(0, 2000))).replace(COUNTED, ' ');
  const each = PHRASES.reduce((sum, [pattern, mark]) => sum.replace(pattern, mark), text);
  return lang === 'en' ? each.replace(Y_ENGLISH, '@$1') : each;
}

const EVERY = /\b(?:all|every|each|todos|cada)\b/i;
const TARGET_FIRST = /\b(?:target|objetivo)\b.*\bcontrol/i;

const RANGE = /(\d{1,3}) ?(?:to|through|hasta|al?|-|\.{2,3}) ?(?:the |el )?(?:qu?bit |cubit |q)?(\d{1,3})/gi;

const indicesIn = (text: string): number[] => (text.match(/\d{1,5}/g) ?? []).map(Number);

/** `0 1 2` for the ends 0 and 2 of a range. */
const listed = (_: string, from: string, to: string): string =>
  Array.from({ length: Math.max(0, Number(to) - Number(from) + 1) }, (_, at) => Number(from) + at).join(' ');

/** The gates that one `@name` and the words after it say: a gate of one qubit may be put on several. */
function statementsOf(segment: string, width: number | undefined): Statement[] | undefined {
  const [word = ''] = /^[a-z]+/i.exec(segment) ?? [];
  const known = gateNamed(word);
  if (known === undefined) return undefined;
  const said = segment.slice(word.length).replace(AFTERWARDS, ' ');
  const turn = known.turns ? TURN.exec(said) : undefined;
  const angle = turn?.[1] === undefined ? undefined : readAngle(turn[1]);
  if (known.turns && angle === undefined) return undefined;
  const places = turn ? said.replace(turn[0], ' ') : said;
  const indices = indicesIn(known.qubits === 1 ? places.replace(RANGE, listed) : places);
  if (indices.length === 0 && known.qubits === 1 && EVERY.test(places)) {
    indices.push(...Array.from({ length: width ?? 0 }, (_, qubit) => qubit));
  }
  if (indices.length === 0 || indices.length % known.qubits !== 0) return undefined;
  if (indices.length === known.qubits && TARGET_FIRST.test(places)) indices.push(...indices.splice(0, 1));
  return Array.from({ length: indices.length / known.qubits }, (_, at) => ({
    name: known.name,
    ...(angle !== undefined && { angle }),
    qubits: indices.slice(at * known.qubits, (at + 1) * known.qubits),
  }));
}

/** The gates that a request says in words, in order; none when one of them cannot be made out. */
export function readGateRequest(facts: RequestFacts): Statement[] {
  if (!CIRCUITRY.test(facts.text)) return [];
  const each = marked(facts)
    .split('@')
    .slice(1)
    .map((segment) => statementsOf(segment, facts.qubits));
  return each.includes(undefined) ? [] : each.flatMap((statements) => statements ?? []);
}
