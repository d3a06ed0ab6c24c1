import { BACKENDS, type Backend, backendNamed, DEFAULT_BACKEND, DEFAULT_SHOTS } from '../backends.ts';
import { checkProgram, type Program, qubitsOf, readProgram, writeProgram } from '../program.ts';
import type { CallSite } from '../python.ts';
import { pythonString, replaceLiteral } from '../python-literals.ts';
import { repairProgram } from '../repair-program.ts';
import { certainProgram } from './certain-program.ts';
import { became, type Rule, type Step } from './step.ts';

const PROGRAM = { en: 'The program', es: 'El programa' };
const quoted = (text: string): string => pythonString(text);

const keywordOf = ({ keywords }: CallSite, name: string) => keywords.find((keyword) => keyword.name === name);

/** Whether a call is sound but for the program, of which there is none. */
export const hasNoProgram = ({ program, others, flaws, keywords, args }: CallSite): boolean =>
  program === undefined &&
  others.length === 0 &&
  flaws.every(({ kind }) => kind === 'unclosed_parenthesis') &&
  args.to > args.from &&
  keywords.every(({ name }) => name !== 'program');

/** Programs in other words, misspelt or in Spanish; what they say of backend and shots becomes keywords. */
export const wordedProgram: Rule = ({ calls }) =>
  calls.flatMap((site): Step[] => {
    const { program, meaning, flaws } = site;
    if (program === undefined || !program.closed || meaning !== undefined || flaws.length > 0) return [];
    const certain = certainProgram(program.value);
    if (certain === undefined) return [];
    const said = { backend: certain.backend, shots: certain.shots };
    const written = { backend: keywordOf(site, 'backend'), shots: keywordOf(site, 'shots') };
    const added: string[] = [];
    for (const name of ['backend', 'shots'] as const) {
      const [value, keyword] = [said[name], written[name]];
      if (value === undefined || keyword?.value === value) continue;
      const isDefault = keyword?.value === (name === 'backend' ? DEFAULT_BACKEND : DEFAULT_SHOTS);
      if (keyword !== undefined && !isDefault) return [];
      // A default beside it may be meant: only a person, or the model, can tell.
      if (keyword !== undefined) return [];
      added.push(`, ${name}=${typeof value === 'string' ? quoted(value) : value}`);
    }
    const text = writeProgram(certain.program);
    const edits = [replaceLiteral(program, text)];
    if (added.length > 0) edits.push({ from: program.outer.to, to: program.outer.to, text: added.join('') });
    return [{ kind: 'program', message: became(PROGRAM, quoted(program.value), quoted(text)), edits }];
  });

/** A call that has no program takes it from the comment right above it, when that is clear. */
export const missingProgram: Rule = ({ calls, comments, source }) =>
  calls.flatMap((site): Step[] => {
    if (!hasNoProgram(site)) return [];
    const line = source.lastIndexOf('\n', site.from - 1) + 1;
    const comment = comments.findLast(({ to }) => to <= line);
    if (comment === undefined || source.slice(comment.to, line).trim() !== '') return [];
    const said = source.slice(comment.from, comment.to).replace(/^[#\s]+/, '');
    const certain = certainProgram(said);
    if (certain === undefined || certain.backend !== undefined || certain.shots !== undefined) return [];
    const text = quoted(writeProgram(certain.program));
    const more = source.slice(site.args.from, site.args.to).trim() === '' ? '' : ', ';
    const at = site.args.from;
    const message = { en: `The program of the comment is ${text}.`, es: `El programa del comentario es ${text}.` };
    return [{ kind: 'program', message, edits: [{ from: at, to: at, text: text + more }] }];
  });

/** The backend of a call; where it is not known, the program is not checked against it. */
function placeOf(site: CallSite): Backend | undefined {
  const keyword = keywordOf(site, 'backend');
  return backendNamed(keyword === undefined ? DEFAULT_BACKEND : String(keyword.value));
}

/** Programs that break a limit, where it is clear which number is wrong; and simulators that are too small for them. */
export const brokenLimit: Rule = ({ calls }) =>
  calls.flatMap((site): Step[] => {
    const { program, meaning, flaws } = site;
    const place = placeOf(site);
    if (!program?.closed || meaning === undefined || place === undefined || flaws.length > 0) return [];
    const problem = checkProgram(meaning, place);
    if (problem === 'qubits_too_many' || (problem === undefined && qubitsOf(meaning) > place.qubits))
      return largerSimulator(site, place, meaning);
    const meant = problem === undefined ? undefined : programMeant(meaning, problem, place);
    if (meant === undefined) return [];
    const text = writeProgram(meant);
    const message = became(PROGRAM, quoted(program.value), quoted(text));
    return [{ kind: 'program', message, edits: [replaceLiteral(program, text)] }];
  });

function programMeant(program: Program, problem: string, place: Backend): Program | undefined {
  if (problem === 'target_width') return wider(program, place);
  // A GHZ state of two qubits is the Bell state.
  if (problem === 'qubits_too_few' && program.algorithm === 'ghz' && program.slots['qubits'] === 2)
    return readProgram('Create Bell state');
  if (problem !== 'target_out_of_range' || program.algorithm !== 'custom_gates') return undefined;
  const repaired = repairProgram(program, place);
  return repaired?.slots['gates'] === program.slots['gates'] ? repaired : undefined;
}

/** A bit string that is too long says how many qubits are meant; one that is too short may lack bits anywhere. */
function wider(program: Program, place: Backend): Program | undefined {
  const repaired = repairProgram(program, place);
  const bits = (each: Program | undefined) =>
    JSON.stringify(Object.values(each?.slots ?? {}).filter((value) => typeof value === 'string'));
  const isWider = Number(repaired?.slots['qubits']) > Number(program.slots['qubits']);
  return isWider && bits(repaired) === bits(program) ? repaired : undefined;
}

/** The smallest simulator of the same provider that holds the program. Hardware is for a person to choose. */
function largerSimulator(site: CallSite, place: Backend, program: Program): Step[] {
  // Whoever names a certain simulator wants that one.
  if (!['simulator', 'sim', 'auto'].includes(place.name)) return [];
  const [enough] = BACKENDS.filter(
    (other) =>
      other.kind === 'simulator' &&
      other.provider === place.provider &&
      other.qubits >= qubitsOf(program) &&
      checkProgram(program, other) === undefined,
  ).sort((a, b) => a.qubits - b.qubits);
  if (enough === undefined) return [];
  const keyword = keywordOf(site, 'backend');
  const at = site.program?.outer.to ?? site.args.to;
  const edit = keyword?.literal
    ? replaceLiteral(keyword.literal, enough.name)
    : { from: at, to: at, text: `, backend=${quoted(enough.name)}` };
  const message = became({ en: 'The backend', es: 'El backend' }, quoted(place.name), quoted(enough.name));
  return [{ kind: 'backend', message, edits: [edit] }];
}
