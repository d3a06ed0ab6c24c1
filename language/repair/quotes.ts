import { type CallSite, findCalls, type PythonFile } from '../python.ts';
import { backendMeant } from '../spoken-backend.ts';
import { certainProgram } from './certain-program.ts';
import { linesOf, statementsOf } from './statements.ts';
import { became, type Rule, type Step } from './step.ts';

const MESSAGE = { en: 'A quotation mark was missing.', es: 'Faltaban unas comillas.' };
/** Places that are tried. */
const MOST_PLACES = 60;

const isUnderstood = ({ program, flaws, others, keywords }: CallSite): boolean =>
  flaws.length === 0 &&
  others.length === 0 &&
  program?.closed === true &&
  !/["'=]/.test(program.value.replace(/'s\b|theta=|phi=/g, '')) &&
  certainProgram(program.value) !== undefined &&
  keywords.every(
    ({ name, value }) => name !== 'backend' || typeof value !== 'string' || backendMeant(value) !== undefined,
  );

/** Quotation marks that a program lacks, on one side or on both. */
export const missingQuotes: Rule = (file) =>
  file.calls.flatMap((site): Step[] => {
    if (site.flaws.length === 0 && site.program !== undefined) return [];
    return bare(site, file) ?? unlike(site, file) ?? oneSided(site, file) ?? [];
  });

/** `backend=ibm torino`, a name of several words without quotation marks. */
export const bareBackend: Rule = ({ calls, source }) =>
  calls.flatMap(({ args, flaws }): Step[] => {
    const found = /\bbackend\s*=\s*([A-Za-z]\w*(?:[ -]\w+)+)(?=\s*[,)\r\n]|$)/.exec(
      source.slice(args.from, args.to + 1),
    );
    const meant = found === null || flaws.length === 0 ? undefined : backendMeant(found[1] ?? '');
    if (found === null || meant === undefined) return [];
    const to = args.from + found.index + found[0].length;
    const from = to - (found[1] ?? '').length;
    const message = became({ en: 'The backend', es: 'El backend' }, found[1] ?? '', `"${meant}"`);
    return [{ kind: 'backend', message, edits: [{ from, to, text: `"${meant}"` }] }];
  });

/** `quantum(Create Bell state, shots=10)`: words up to a comma or the end, which together are a program. */
function bare({ args, program }: CallSite, { source }: PythonFile): Step[] | undefined {
  const text = source.slice(args.from, args.to);
  const words = /^\s*((?:program\s*=\s*)?)([^"'=()\r\n]+?)\s*(?=,\s*[a-z_]+\s*=|,\s*["']|\)|[\r\n]|$)/i.exec(text);
  const [whole, keyword = '', said = ''] = words ?? [];
  if (whole === undefined || program !== undefined || !/\s/.test(said) || certainProgram(said) === undefined)
    return undefined;
  const from = args.from + whole.indexOf(said, keyword.length);
  const edits = [
    { from, to: from, text: '"' },
    { from: from + said.length, to: from + said.length, text: '"' },
  ];
  return [{ kind: 'syntax', message: { en: 'Quotation marks were missing.', es: 'Faltaban las comillas.' }, edits }];
}

/** `"Create Bell state'`: a string that ends in the other mark than it begins with. */
function unlike(site: CallSite, { source }: PythonFile): Step[] | undefined {
  const line = linesOf(source, { from: site.from, to: site.from });
  const text = source.slice(line.from, line.to);
  const strings = text.matchAll(/(?<=[(=,]\s*)(["'])[^"'\n]*(["'])(?=\s*[,)])/g);
  for (const { index, 0: whole, 1: open = '', 2: close = '' } of strings) {
    if (open === close || line.from + index < site.args.from) continue;
    const at = index + whole.length - 1;
    const calls = findCalls(text.slice(0, at) + open + text.slice(at + 1)).filter(isUnderstood);
    if (calls.length !== 1) continue;
    const message = { en: 'The quotation marks did not match.', es: 'Las comillas no coincidían.' };
    return [{ kind: 'syntax', message, edits: [{ from: line.from + at, to: line.from + at + 1, text: open }] }];
  }
  return undefined;
}

/** One mark put in wherever the call then reads whole; only when there is one such place, or they all read the same. */
function oneSided(site: CallSite, file: PythonFile): Step[] | undefined {
  const statement = statementsOf(file).find(({ from, to }) => from <= site.from && site.from < to);
  if (statement === undefined) return undefined;
  const line = linesOf(file.source, { from: site.from, to: site.from });
  const text = file.source.slice(line.from, line.to);
  const quote = text.includes("'") && !text.includes('"') ? "'" : '"';
  const places = [...text.matchAll(/(?<=[(=]\s*)(?=\w)|(?=\s*[,)])|$/gm)]
    .map(({ index }) => index)
    .filter((index) => line.from + index >= site.args.from)
    .slice(0, MOST_PLACES);
  const found = places.flatMap((index) => {
    const [call, another] = findCalls(text.slice(0, index) + quote + text.slice(index)).filter(isUnderstood);
    return call === undefined || another !== undefined ? [] : [{ index, program: call.program?.value ?? '' }];
  });
  const [first] = found;
  if (first === undefined || found.some(({ program }) => program !== first.program)) return undefined;
  const at = line.from + first.index;
  return [{ kind: 'syntax', message: MESSAGE, edits: [{ from: at, to: at, text: quote }] }];
}
