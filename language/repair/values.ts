import type { Sentence } from '../algorithm.ts';
import { backendNamed, DEFAULT_SHOTS, MAX_SHOTS } from '../backends.ts';
import { isUnquotedBackend } from '../free-name.ts';
import { digits, plain } from '../normalize.ts';
import type { CallSite, Keyword } from '../python.ts';
import { replaceLiteral } from '../python-literals.ts';
import { backendMeant } from '../spoken-backend.ts';
import { became, type Rule, type Step } from './step.ts';

/** The number of shots that a value stands for: `"1,000"`, `1e3`, `"two thousand"`, `"4k"`; one out of range is brought into it. */
export function shotsMeant(value: string | number): number | undefined {
  const number = typeof value === 'number' ? value : numberIn(value);
  if (number === undefined || !Number.isFinite(number)) return undefined;
  const whole = Math.abs(Math.round(number));
  return whole === 0 ? DEFAULT_SHOTS : Math.min(MAX_SHOTS, whole);
}

function numberIn(text: string): number | undefined {
  const tight = digits(plain(text))
    .replace(/ *(?:shots?|disparos|mediciones|times|veces|runs)$/, '')
    .replace(/(?<=\d)[,._ ](?=\d{3}\b)/g, '');
  const [, number, scale] = /^([-+]?\d+(?:\.\d+)?(?:e\d+)?)( ?k| ?m)?$/.exec(tight) ?? [];
  return number === undefined
    ? undefined
    : Number(number) * (scale === undefined ? 1 : scale.trim() === 'k' ? 1e3 : 1e6);
}

const keywordOf = ({ keywords }: CallSite, name: string): Keyword | undefined =>
  keywords.find((keyword) => keyword.name === name);

/** Shots that are no whole number in range, or not written as one; `1,000` has become two arguments. */
export const wrongShots: Rule = ({ calls, source }) =>
  calls.flatMap((site): Step[] => {
    const shots = keywordOf(site, 'shots');
    if (shots === undefined || shots.value === undefined) return [];
    const grouped = /^\d{1,3}(?:,\d{3})+(?!\d)/.exec(source.slice(shots.valueSpan.from))?.[0];
    const span =
      grouped === undefined
        ? shots.valueSpan
        : { from: shots.valueSpan.from, to: shots.valueSpan.from + grouped.length };
    const written = source.slice(span.from, span.to);
    const meant = shotsMeant(grouped?.replaceAll(',', '') ?? shots.value);
    const sound = grouped === undefined && /^\d[\d_]*$/.test(written) && meant === shots.value;
    if (meant === undefined || sound) return [];
    const message = became({ en: 'The number of shots', es: 'El número de mediciones' }, written, String(meant));
    return [{ kind: 'shots', message, edits: [{ ...span, text: String(meant) }] }];
  });

/** Backends by a name that people say, misspelt, or without quotation marks. */
export const wrongBackend: Rule = (file) =>
  file.calls.flatMap((site): Step[] => {
    const backend = keywordOf(site, 'backend');
    if (backend === undefined || site.flaws.length > 0) return [];
    const { valueSpan, literal, value } = backend;
    const written = file.source.slice(valueSpan.from, valueSpan.to);
    const said = literal?.closed
      ? literal.value
      : value === undefined && isUnquotedBackend(written, file)
        ? written
        : undefined;
    const meant =
      said === undefined || (literal && backendNamed(said)) ? undefined : backendMeant(said.replaceAll('.', ' '));
    if (meant === undefined) return [];
    const edit = literal?.closed ? replaceLiteral(literal, meant) : { ...valueSpan, text: `"${meant}"` };
    const message = withPrice(became({ en: 'The backend', es: 'El backend' }, written, `"${meant}"`), meant);
    return [{ kind: 'backend', message, edits: [edit] }];
  });

/** Hardware is named with what it means. */
const withPrice = (message: Sentence, name: string): Sentence =>
  backendNamed(name)?.kind === 'hardware'
    ? {
        en: `${message.en} It is quantum hardware: running there costs money.`,
        es: `${message.es} Es hardware cuántico: ejecutar ahí cuesta dinero.`,
      }
    : message;
