import type { Algorithm, Lang, Slots } from '../algorithm.ts';
import { BACKENDS, type Backend, DEFAULT_BACKEND, DEFAULT_SHOTS } from '../backends.ts';
import { writeCode } from '../call.ts';
import { numberText } from '../number-text.ts';
import type { Concept } from './concepts.ts';
import { codeBlock, escaped, inCode, paragraphs, table } from './markdown.ts';
import type { Subjects } from './subjects.ts';
import { CHAT } from './words.ts';

const MOST_SUBJECTS = 3;

/** What is known of the things that a question names. */
export function aboutMarkdown({ algorithms, backends, concepts, allBackends }: Subjects, lang: Lang): string {
  if (algorithms.length > 0)
    return paragraphs(...algorithms.slice(0, MOST_SUBJECTS).map((algorithm) => algorithmMarkdown(algorithm, lang)));
  if (backends.length > 0) return backendsMarkdown(backends, lang);
  if (concepts.length > 0 && !(allBackends && concepts.length === 1))
    return paragraphs(...concepts.slice(0, MOST_SUBJECTS).map((concept) => conceptMarkdown(concept, lang)));
  return allBackends
    ? backendsMarkdown(BACKENDS, lang)
    : paragraphs(...concepts.map((one) => conceptMarkdown(one, lang)));
}

/** The knowledge page of an algorithm. */
export function algorithmMarkdown(algorithm: Algorithm<Slots>, lang: Lang): string {
  const { id, title, knowledge, examples } = algorithm;
  const words = CHAT[lang];
  const [slots] = examples;
  const program = slots && { algorithm: id, slots };
  return paragraphs(
    `### ${escaped(title[lang])}`,
    escaped(knowledge.what[lang]),
    `**${words.steps}**`,
    knowledge.steps.map((step, at) => `${at + 1}. ${escaped(step[lang])}`).join('\n'),
    `**${words.when}**`,
    escaped(knowledge.when[lang]),
    ...(program === undefined
      ? []
      : [
          `**${words.example}**`,
          codeBlock(writeCode({ name: 'result', program, backend: DEFAULT_BACKEND, shots: DEFAULT_SHOTS })),
        ]),
    `[${escaped(knowledge.source.title)}](${knowledge.source.url})`,
  );
}

const conceptMarkdown = ({ title, text }: Concept, lang: Lang): string => `### ${title[lang]}\n\n${text[lang]}`;

const KINDS: Readonly<Record<Lang, Readonly<Record<Backend['kind'], string>>>> = {
  en: { simulator: 'simulator', hardware: 'hardware' },
  es: { simulator: 'simulador', hardware: 'hardware' },
};

function backendsMarkdown(backends: readonly Backend[], lang: Lang): string {
  const { backends: heading, columns, free, paid } = CHAT[lang];
  const rows = backends.map(({ name, provider, kind, qubits }) => [
    inCode(name),
    provider,
    KINDS[lang][kind],
    numberText(qubits, lang),
    kind === 'hardware' ? paid : free,
  ]);
  const head = [columns.backend, columns.provider, columns.kind, columns.qubits, columns.cost];
  return paragraphs(`### ${heading}`, table(head, rows), codeBlock(`quantum("…", backend="${backends[0]?.name}")`));
}
