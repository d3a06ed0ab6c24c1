import { BACKENDS, type Backend, backendNamed, DEFAULT_BACKEND } from '../backends.ts';
import { isUnquotedBackend } from '../free-name.ts';
import { nearestName } from '../nearest.ts';
import { checkProgram, qubitsOf } from '../program.ts';
import type { CallSite, Keyword, PythonFile } from '../python.ts';
import { replaceLiteral } from '../python-literals.ts';
import { backendMeant } from '../spoken-backend.ts';
import { type CallRule, type Diagnostic, report, type TextEdit } from './diagnostic.ts';

/** What the backend of a call says: that there is none of that name, that it is too small, or that it is billed. */
export const backendRule: CallRule = (site, file) => {
  const keyword = site.keywords.find(({ name }) => name === 'backend');
  if (keyword !== undefined && keyword.value === undefined) return unquoted(keyword, file);
  const name = keyword === undefined ? DEFAULT_BACKEND : String(keyword.value);
  const place = backendNamed(name);
  if (place === undefined) return keyword === undefined ? [] : [unknownBackend(keyword, name)];
  return [...qubitsExceedBackend(site, place, keyword), ...hardwareCostsMoney(place, keyword)];
};

const quoted = (name: string): string => `"${name}"`;

/** `backend=ionq_ideal`: a backend, but no string. */
function unquoted(keyword: Keyword, file: PythonFile): Diagnostic[] {
  const name = file.source.slice(keyword.valueSpan.from, keyword.valueSpan.to);
  const meant = isUnquotedBackend(name, file) ? backendMeant(name) : undefined;
  if (meant === undefined) return [];
  const values = { name, nearest: quoted(meant) };
  return [report({ code: 'unknown-backend', ...keyword.valueSpan, values, edits: [valueEdit(keyword, meant)] })];
}

function unknownBackend(keyword: Keyword, name: string): Diagnostic {
  const nearest =
    backendMeant(name) ??
    nearestName(
      name,
      BACKENDS.map((backend) => backend.name),
    ) ??
    DEFAULT_BACKEND;
  return report({
    code: 'unknown-backend',
    ...spanOf(keyword),
    values: { name: quoted(name), nearest: quoted(nearest) },
    edits: [valueEdit(keyword, nearest)],
  });
}

/** The text of the value, without its quotes where there are some. */
const spanOf = ({ literal, valueSpan }: Keyword) =>
  literal === undefined || literal.from === literal.to ? valueSpan : { from: literal.from, to: literal.to };

const valueEdit = ({ literal, valueSpan }: Keyword, name: string): TextEdit =>
  literal === undefined ? { ...valueSpan, text: quoted(name) } : replaceLiteral(literal, name);

function qubitsExceedBackend(site: CallSite, place: Backend, keyword: Keyword | undefined): Diagnostic[] {
  const { meaning, program } = site;
  if (meaning === undefined || program === undefined) return [];
  const needed = qubitsOf(meaning);
  if (needed <= place.qubits && checkProgram(meaning, place) !== 'qubits_too_many') return [];
  const enough = smallestThatFits(place, (other) => {
    return needed <= other.qubits && checkProgram(meaning, other) === undefined;
  });
  const edits = enough === undefined ? [] : [backendEdit(site, keyword, enough.name)];
  return [
    report({
      code: 'qubits-exceed-backend',
      ...(keyword === undefined ? { from: program.from, to: program.to } : spanOf(keyword)),
      values: {
        needed,
        name: quoted(place.name),
        available: place.qubits,
        ...(enough && { nearest: quoted(enough.name), enough: enough.qubits }),
      },
      edits,
    }),
  ];
}

/** Hardware is offered only to somebody who asked for hardware. */
const smallestThatFits = ({ kind }: Backend, fits: (backend: Backend) => boolean): Backend | undefined =>
  BACKENDS.filter((backend) => backend.kind === kind && fits(backend)).sort((a, b) => a.qubits - b.qubits)[0];

function backendEdit({ program, args }: CallSite, keyword: Keyword | undefined, name: string): TextEdit {
  if (keyword !== undefined) return valueEdit(keyword, name);
  const at = program?.outer.to ?? args.to;
  return { from: at, to: at, text: `, backend=${quoted(name)}` };
}

function hardwareCostsMoney({ name, provider, kind }: Backend, keyword: Keyword | undefined): Diagnostic[] {
  if (kind !== 'hardware' || keyword === undefined) return [];
  return [
    report({
      code: 'hardware-costs-money',
      ...spanOf(keyword),
      values: { name: quoted(name), provider, nearest: quoted(DEFAULT_BACKEND) },
      edits: [valueEdit(keyword, DEFAULT_BACKEND)],
    }),
  ];
}
