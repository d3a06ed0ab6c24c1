import { ALGORITHMS } from './algorithms/index.ts';
import { BACKENDS, DEFAULT_BACKEND, DEFAULT_SHOTS, MAX_SHOTS } from './backends.ts';
import { writeCode } from './call.ts';
import { CODES } from './diagnostics/codes.ts';
import { readProgram } from './program.ts';

const DESCRIPTION =
  'Write, check, explain and run BioQL quantum programs: Python that calls quantum("...") for entangled states, Fourier transforms, Grover, Shor, VQE, QAOA, gate lists, and tasks with molecules, proteins or DNA, on a simulator, IBM Quantum or IonQ. Use it whenever code imports bioql, or a quantum program in BioQL is asked for.';

const example = (program: string, backend: string, shots: number): string => {
  const read = readProgram(program);
  if (read === undefined) throw new RangeError(`no program: ${program}`);
  return writeCode({ name: 'result', program: read, backend, shots });
};

const shape = `\`\`\`python
${example('Create 3-qubit GHZ state', DEFAULT_BACKEND, DEFAULT_SHOTS)}
\`\`\``;

const RULES = `- The program is one English sentence in a fixed form, as in the table. It is a string of its own: no f-strings, no variables.
- \`backend=\` is one of the names below, \`${DEFAULT_BACKEND}\` when none is asked for. Name hardware only when it is asked for: its runs cost money.
- \`shots=\` is a whole number from 1 to ${MAX_SHOTS}, ${DEFAULT_SHOTS} when none is asked for.
- There is no connection, no cursor, no SQL and no circuit object. \`BioQL.connect(...)\` does not exist.
- Several runs are several calls, bound to \`result_1\`, \`result_2\`, ...
- Outcomes are bit strings with the highest qubit leftmost.`;

/** The skill for agents of other makers, as \`skills/bioql/SKILL.md\`. */
export function skillPage(): string {
  const programs = ALGORITHMS.map(
    ({ title, examples, write }) => `| ${title.en} | ${examples.map((slots) => `\`${write(slots)}\``).join('<br>')} |`,
  );
  const backends = BACKENDS.map(
    ({ name, provider, kind, qubits }) => `| \`${name}\` | ${provider} | ${kind} | ${qubits} |`,
  );
  const problems = Object.entries(CODES).map(([code, { message }]) => `- \`${code}\`: ${message.en}`);
  return `---
name: bioql
description: ${JSON.stringify(DESCRIPTION)}
---

# BioQL

A BioQL program is a few lines of Python, always of this shape:

${shape}

${RULES}

With the BioQL Assistant extension in VS Code, use its tools instead of guessing: \`bioql_generate\` writes a checked program
(it costs a fraction of a cent), \`bioql_validate\` checks code and \`bioql_simulate\` runs it on this computer, both free. Check every
program that you write yourself, and say so when you could not.

## Programs

| what | program strings |
|---|---|
${programs.join('\n')}

Change the numbers, bit strings and names in them, and nothing else. What is not in the table cannot be said in BioQL: say so.

## Backends

| backend | provider | kind | qubits |
|---|---|---|---|
${backends.join('\n')}

## What goes wrong

${problems.join('\n')}
`;
}

/** The short form, as \`skills/bioql.instructions.md\`: for when Python with BioQL is written. */
export const instructionsPage = (): string => `---
name: BioQL
description: ${JSON.stringify('How to write Python that imports bioql: quantum("...") calls for quantum programs.')}
---

BioQL programs are Python of this shape, and of no other:

${shape}

${RULES}

The bioql skill has all program strings and backends. Check code with the tool \`bioql_validate\`, and run it with \`bioql_simulate\`; both are free.
`;
