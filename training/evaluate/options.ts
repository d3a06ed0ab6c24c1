import { parseArgs } from 'node:util';
import { SETS } from './case.ts';

/** What `npm run eval` is told. */
export interface Options {
  readonly sets: readonly string[];
  readonly model: string | undefined;
  readonly engine: string;
  readonly selfCheck: boolean;
  readonly reasoning: boolean;
  readonly temperature: number;
  readonly limit: number | undefined;
  readonly seed: number;
  /** Files for the report (JSON, and Markdown beside it) and for the wrong answers. */
  readonly out: string | undefined;
  readonly wrong: string | undefined;
  readonly compare: boolean;
}

function whole(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new TypeError(`--${name} must be a positive whole number, not "${text}"`);
  return Number(text);
}

function oneOf(name: string, text: string, values: readonly string[]): string {
  if (!values.includes(text)) throw new TypeError(`--${name} must be one of ${values.join(', ')}, not "${text}"`);
  return text;
}

/** @throws {TypeError} that names the option */
export function readOptions(args: readonly string[], standardSets: readonly string[] = SETS): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      set: { type: 'string', multiple: true },
      model: { type: 'string' },
      engine: { type: 'string', default: 'embedded' },
      'self-check': { type: 'string', default: 'on' },
      'code-only': { type: 'boolean', default: false },
      temperature: { type: 'string', default: '0' },
      limit: { type: 'string' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      wrong: { type: 'string' },
      compare: { type: 'boolean', default: false },
    },
  });
  const standard = values.compare ? ['generate'] : standardSets;
  for (const set of values.set ?? []) if (!set.endsWith('.jsonl')) oneOf('set', set, SETS);
  return {
    sets: values.set ?? standard,
    model: values.model,
    engine: oneOf('engine', values.engine, ['embedded', 'template']),
    selfCheck: oneOf('self-check', values['self-check'], ['on', 'off']) === 'on',
    reasoning: !values['code-only'],
    temperature: Number(values.temperature),
    limit: whole('limit', values.limit),
    seed: whole('seed', values.seed) ?? 1,
    out: values.out,
    wrong: values.wrong,
    compare: values.compare,
  };
}
