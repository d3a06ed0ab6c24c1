import { plain } from '../normalize.ts';

/** The longest name of a molecule, protein or disease; spaces are not counted. */
const MAX_NAME = 60;
const LETTERS = 'A-Za-z0-9À-ÖØ-öø-ÿα-ω';
const NAME = /^[\p{L}0-9](?:[\p{L}\p{M}0-9 '(),.+/-]*[\p{L}\p{M}0-9')+-])?$/u;

/** GBNF of a name: it starts with a letter or digit, has single spaces, and ends in no stop. */
export const NAME_GRAMMAR = `[${LETTERS}] ((" "? [${LETTERS}'(),.+/-]){0,58} " "? [${LETTERS}')+-])?`;

/** GBNF of a name that does not begin with the word, in whatever case. */
export function nameGrammarWithout(word: string): string {
  const small = [...'abcdefghijklmnopqrstuvwxyz'];
  const others = (letter: string): string => {
    const left = small.filter((other) => other !== letter).join('');
    return `${left}${left.toUpperCase()}0-9À-ÖØ-öø-ÿα-ω`;
  };
  const rest = `((" "? [${LETTERS}'(),.+/-]){0,50} " "? [${LETTERS}')+-])?`;
  const branch = (at: number): string => {
    const letter = word[at];
    if (letter === undefined) return '';
    const differs = `[${others(letter)}${at === 0 ? '' : "'(),.+/ -"}] ${rest}`;
    const deeper = branch(at + 1);
    return deeper === '' ? differs : `(${differs} | [${letter}${letter.toUpperCase()}] ${deeper})`;
  };
  return branch(0);
}

/** Compatibility characters, quotes and dashes as one way of writing them, single spaces. Case is kept. */
export const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc\u2032`\u00b4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/["\u201c\u201d\u201e\u00ab\u00bb*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A name as it is written, without an article before it; `undefined` when a program string cannot carry it. */
export function nameOf(text: string): string | undefined {
  const name = tidy(text).replace(/^(?:the|an?|The|An) (?=.)/, '');
  return NAME.test(name) && name.replaceAll(' ', '').length <= MAX_NAME ? name : undefined;
}

/** Lower case without accents, each character in its place, so that an offset means the same in both texts. */
const fold = (text: string): string =>
  text
    .replace(/[^\x00-\x7f]/g, (character) => character.normalize('NFD').charAt(0))
    .replace(/./gs, (character) => (character.toLowerCase().length === 1 ? character.toLowerCase() : character));

/** What the named groups of the first pattern that fits cover in the text as written. Patterns are lower case without accents. */
export function groupsIn(text: string, patterns: readonly RegExp[]): Readonly<Record<string, string>> | undefined {
  const folded = fold(text);
  for (const pattern of patterns) {
    const groups = new RegExp(pattern, 'd').exec(folded)?.indices?.groups;
    if (groups === undefined) continue;
    const found = Object.entries(groups).filter(([, span]) => span !== undefined);
    return Object.fromEntries(found.map(([name, [from, to]]) => [name, text.slice(from, to)]));
  }
  return undefined;
}

const any = (...alternatives: readonly string[]): string => `(?:${alternatives.join('|')})`;

/** A full stop after a single letter ("E. coli") ends a clause only before a capital. */
const CLAUSE_END = /[;:!?]|,(?: |$)|\. *$|(?<!\b\p{L})\. |\. (?=\p{Lu})| - /u;

/** Words that begin something else than the name. */
const ASIDE = new RegExp(
  ` \\(?${any(
    '(?:and|then) (?:then |also )?(?:i|we|report|give|show|tell|print|compute|calculate|estimate|find|rank|return|run|get|measure|predict|see|use|send|let|score|list|write|draw|plot|compare)s?',
    '(?:y|e|luego) (?:luego |tambien )?(?:usa|dame|dime|lista|(?:muestr|calcul|inform|estim|imprim|ejecut|devuelv|escrib|dibuj|compar)\\w*)',
    'using|via|through|by means|usando|mediante|with|con|on|so|para que|para ver|that|which|que|because|if',
    'please|plz|por favor|thanks|thank you|gracias|now|ahora|today|hoy|for (?:me|my|a|an)|para (?:mi|un)|as soon|in order',
    'to (?:see|check|find|get|know|test)|(?:in|en) (?:bioql|python|code|codigo|\\d+)',
  )}(?![\\w-]).*$`,
);
const BEFORE = new RegExp(
  `^${any(
    'the|an?|some|my|our|this|el|la|los|las|lo|al|del|de|un|una|mi|su|este|esta',
    `(?:ligando?|molec(?:ule|ula)|compound|compuesto|farmaco|medicamento|small molecule|target|diana|enzyme|enzima|gene?)(?: called| named| llamad[oa])?`,
    '(?:active|binding) (?:site|pocket) of|(?:sitio activo|sitio de union|bolsillo)(?= del?\\b)',
    'prot(?:ein|eina)(?! (?:kinas|quinas|phosphatas|fosfatas|tyrosin|tirosin|disulf|del? |[a-z]$))(?: called| named| llamada)?',
  )} (?=\\S)`,
);
const AFTER =
  /(?: (?:enzyme|enzima|molecule|ligand|target|structure|together|too|also|juntos)|(?:'s)? (?:(?:active|binding) (?:site|pocket)|pocket))$/;
/** "Spike protein" is the spike; "C-reactive protein" and "green fluorescent protein" are whole names. */
const PROTEIN = /(?<=[a-z0-9-]{2})(?<!(?:ive|ent|ing|ed|or|al|ic|shock|jones)) protein$/;
/** An enzyme or a PDB entry is the receptor of a docking; "insulin receptor" and "GLP-1 receptor" are other molecules. */
const RECEPTOR_AFTER = /(?<=ase|cox-?[12]|ace-?2|\b[1-9](?=[a-z0-9]*[a-z])[a-z0-9]{3}) receptor$/;
const RECEPTOR_BEFORE = /^receptor (?=(?:\S*asa|cox-?[12]|ace-?2|[1-9](?=[0-9]*[a-z])[a-z0-9]{3})$)/;
const NO_NAME =
  /^(?:to|into|in|on|with|of|for|and|you|we|i|it|them|that|which|something|algo|eso|esto|que|a|al|con|en|para|de|y)(?: |$)|^\W*$/;

/** Removes a pattern of folded text from the text as written. */
function cut(text: string, pattern: RegExp): string {
  const found = pattern.exec(fold(text));
  return found === null ? text : text.slice(0, found.index) + text.slice(found.index + found[0].length);
}

/** Applies the cuts until none applies. */
function trimmed(text: string, patterns: readonly RegExp[]): string {
  const shorter = patterns.reduce(cut, text).trim();
  return shorter === text ? text : trimmed(shorter, patterns);
}

/**
 * The name that a piece of a request starts with, without articles, labels ("the ligand"), courtesies and what follows
 * in the sentence; "(R)-" becomes "R-". Further cuts are patterns of lower-case text without accents.
 */
export function nameInRequest(piece: string, cuts: readonly RegExp[] = []): string | undefined {
  const [clause = ''] = piece.replace(/^\(([RSEZ])\)-/i, '$1-').split(CLAUSE_END, 1);
  const inner = trimmed(clause.trim(), [ASIDE, BEFORE, AFTER, PROTEIN, RECEPTOR_AFTER, RECEPTOR_BEFORE, ...cuts]);
  const bare = inner.replace(/^'([^']*)'$/, '$1').replace(/[\s.,/]+$/, '');
  const name = bare.includes('(') ? bare : bare.replace(/\)+$/, '');
  return NO_NAME.test(plain(name)) ? undefined : nameOf(name);
}
