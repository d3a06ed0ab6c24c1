import { withComma } from '../diagnostics/keyword.ts';
import { KEYWORDS } from '../keywords.ts';
import { nearestName } from '../nearest.ts';
import { type CallSite, type Keyword, type PythonFile, readPython, type Span } from '../python.ts';
import { backendMeant } from '../spoken-backend.ts';
import { certainProgram } from './certain-program.ts';
import { became, type Rule, type Step } from './step.ts';
import { shotsMeant } from './values.ts';

type Name = 'program' | 'backend' | 'shots' | 'api_key';

const ALSO: Readonly<Record<string, Name>> = Object.fromEntries(
  (
    [
      [
        'program',
        'prompt text query circuit algorithm description task request programa consulta circuito algoritmo peticion code',
      ],
      [
        'backend',
        'device machine target_backend provider computer processor hardware qpu platform engine simulator dispositivo maquina proveedor ordenador computadora backend_name plataforma simulador device_name',
      ],
      [
        'shots',
        'n_shots num_shots nshots number_of_shots shots_count repetitions reps runs samples iterations count measurements disparos mediciones repeticiones tiradas muestras veces medidas numero_de_disparos limit',
      ],
      ['api_key', 'key apikey token api_token clave clave_api'],
    ] as const
  ).flatMap(([name, others]) => others.split(' ').map((other) => [other, name])),
);

/** The keyword that a name stands for; `undefined` when `quantum` has nothing like it. */
function nameMeant(name: string, free: readonly Name[]): Name | undefined {
  const lower = name.toLowerCase();
  const known = KEYWORDS.find((keyword) => keyword.name === lower)?.name ?? ALSO[lower];
  return free.find((each) => each === known) ?? (known === undefined ? nearestName(name, free) : undefined);
}

const freeNames = ({ keywords, program }: CallSite): Name[] =>
  KEYWORDS.map(({ name }) => name).filter(
    (name) => !keywords.some((keyword) => keyword.name === name) && !(name === 'program' && program),
  );

/** Keywords by a wrong name. What `quantum` has no keyword for goes, unless it says how many qubits. */
export const wrongKeywords: Rule = (file) =>
  file.calls.flatMap((site) => {
    const wrong = site.keywords.filter(({ name }) => !KEYWORDS.some((known) => known.name === name));
    const free = freeNames(site);
    return wrong.slice(0, 1).flatMap((keyword): Step[] => {
      const meant = nameMeant(keyword.name, free);
      if (meant !== undefined) {
        const message = became({ en: 'The keyword', es: 'El argumento' }, keyword.name, meant);
        return [{ kind: 'keyword', message, edits: [{ ...keyword.nameSpan, text: meant }] }];
      }
      return folded(keyword, site, file) ?? [removed(keyword, file)];
    });
  });

/** A keyword that a program string should say: `quantum("Create GHZ state", qubits=4)`. */
function folded(keyword: Keyword, { program }: CallSite, file: PythonFile): Step[] | undefined {
  const { name, value } = keyword;
  if (program === undefined || value === undefined || /\d/.test(program.value)) return undefined;
  const says = /qu?bit|cubit/i.test(name)
    ? `${program.value} ${value} qubits`
    : /target|marked|secret|bits|objetivo|secreto|solution/i.test(name)
      ? `${program.value} for ${value}`
      : undefined;
  const certain = says === undefined ? undefined : certainProgram(says);
  if (certain === undefined || says === undefined) return undefined;
  const message = {
    en: `${name}=${value} belongs into the program.`,
    es: `${name}=${value} va dentro del programa.`,
  };
  const gone = { ...withComma(keyword, file), text: '' };
  return [{ kind: 'keyword', message, edits: [{ from: program.from, to: program.to, text: says }, gone] }];
}

const removed = (keyword: Keyword, file: PythonFile): Step => ({
  kind: 'keyword',
  message: {
    en: `quantum() has no keyword ${keyword.name}; it is left out.`,
    es: `quantum() no tiene el argumento ${keyword.name}; se quita.`,
  },
  edits: [{ ...withComma(keyword, file), text: '' }],
});

/** Positional arguments behind the program, and a program that does not come first. */
export const misplacedArguments: Rule = (file) =>
  file.calls.flatMap((site) => {
    const { others, flaws } = site;
    if (flaws.some(({ kind }) => kind !== 'positional_after_keyword')) return [];
    return programBehind(site, file) ?? others.flatMap((span) => named(span, site, file)).slice(0, 1);
  });

const writtenValue = (source: string, span: Span): string | number | undefined =>
  readPython(`quantum(x=${source.slice(span.from, span.to)})`).calls[0]?.keywords[0]?.value;

/** `"ionq_qpu"` or `500` alone, as the keyword that it is. */
function named(span: Span, site: CallSite, { source }: PythonFile): Step[] {
  const value = writtenValue(source, span);
  const free = freeNames(site);
  const text = source.slice(span.from, span.to);
  const isBackend = typeof value === 'string' && backendMeant(value) !== undefined;
  const name: Name | undefined = isBackend
    ? 'backend'
    : value !== undefined && shotsMeant(value) !== undefined
      ? 'shots'
      : site.program === undefined && typeof value === 'string'
        ? 'program'
        : undefined;
  if (name === undefined || !free.includes(name)) return [];
  const message = { en: `${text} now has its name, ${name}.`, es: `${text} ahora lleva su nombre, ${name}.` };
  return [{ kind: 'keyword', message, edits: [{ from: span.from, to: span.from, text: `${name}=` }] }];
}

/** A program behind other arguments goes to the front: `quantum(shots=10, "Create Bell state")`, `quantum(10, "...")`. */
function programBehind(site: CallSite, { source, tokens }: PythonFile): Step[] | undefined {
  const { args, program, others } = site;
  const positional = site.flaws.find(({ kind }) => kind === 'positional_after_keyword');
  const isNamed = site.keywords.some(({ name }) => name === 'program');
  const spans = [...(program && !isNamed ? [program.outer] : []), ...others];
  const behind = spans.find((span) => {
    const value = writtenValue(source, span);
    return (
      typeof value === 'string' &&
      certainProgram(value) !== undefined &&
      source.slice(args.from, span.from).trim() !== ''
    );
  });
  const first = program !== undefined && source.slice(args.from, program.outer.from).trim() === '';
  if (behind === undefined || (positional === undefined && first && behind === program?.outer)) return undefined;
  if (first && certainProgram(program.value) !== undefined) return undefined;
  const comma = tokens.findLast(({ text, to }) => text === ',' && to <= behind.from);
  const from = comma !== undefined && comma.from >= args.from ? comma.from : behind.from;
  const start = args.from + (/^\s*/.exec(source.slice(args.from))?.[0].length ?? 0);
  return [
    {
      kind: 'syntax',
      message: { en: 'The program comes first.', es: 'El programa va primero.' },
      edits: [
        { from: start, to: start, text: `${source.slice(behind.from, behind.to)}, ` },
        { from, to: behind.to, text: '' },
      ],
    },
  ];
}
