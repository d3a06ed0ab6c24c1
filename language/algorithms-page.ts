import { ALGORITHMS } from './algorithms/index.ts';
import { BACKENDS, DEFAULT_BACKEND, DEFAULT_SHOTS, MAX_SHOTS } from './backends.ts';

/** The Markdown page of all algorithms and backends, for people. */
export function algorithmsPage(): string {
  const rows = ALGORITHMS.map(
    ({ id, title, examples, write }) =>
      `| [\`${id}\`](#${id}) | ${title.en} | ${examples.map((slots) => `\`${write(slots)}\``).join('<br>')} |`,
  );
  const backends = BACKENDS.map(
    ({ name, provider, kind, qubits }) => `| \`${name}\` | ${provider} | ${kind} | ${qubits} |`,
  );
  return `# Algorithms and backends

What a BioQL program can say. Reading is lenient (case, articles, number words, other verbs); writing is always as below.
This page is written from \`language/algorithms/\` by \`node language/test/write-algorithms-page.ts\`.

| id | algorithm | programs |
|---|---|---|
${rows.join('\n')}

## Backends

\`backend=\` is \`${DEFAULT_BACKEND}\` when it is not said, \`shots=\` ${DEFAULT_SHOTS}, at most ${MAX_SHOTS}.

| backend | provider | kind | qubits |
|---|---|---|---|
${backends.join('\n')}
${ALGORITHMS.map(section).join('')}`;
}

function section({ id, title, knowledge, examples, circuit }: (typeof ALGORITHMS)[number]): string {
  const { what, steps, when, source } = knowledge;
  const simulated = examples.some((slots) => circuit(slots) !== undefined);
  return `
## ${id}

**${title.en}** (${title.es}). ${what.en}${simulated ? '' : ' Checked and described, but not simulated.'}

${steps.map(({ en }, at) => `${at + 1}. ${en}`).join('\n')}

${when.en}

Source: [${source.title}](${source.url})
`;
}
