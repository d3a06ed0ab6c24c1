import { diagnose } from '../diagnostics.ts';
import { CODES, type DiagnosticCode } from './codes.ts';
import { applyEdits, type Diagnostic } from './diagnostic.ts';

const HEAD = `# Diagnostics

What BioQL says about a Python file while it is typed, in the terminal with \`npx bioql check FILE\`, and to tools by its code.
All of it is found without the service, free of charge. Codes do not change their meaning.

This page is written from \`language/diagnostics/codes.ts\` by \`node language/test/write-diagnostics-page.ts\`.
`;

const codes = Object.keys(CODES) as DiagnosticCode[];

/** `docs/diagnostics.md`. */
export const diagnosticsPage = (): string => [HEAD, table(), ...codes.map(section)].join('\n');

/** The first diagnostic with this code in the code's own example. */
function exampleOf(code: DiagnosticCode): Diagnostic {
  const found = diagnose(CODES[code].example).find((diagnostic) => diagnostic.code === code);
  if (found === undefined) throw new RangeError(`the example of ${code} does not have it`);
  return found;
}

function table(): string {
  const rows = codes.map((code) => {
    const { severity, message, fix } = exampleOf(code);
    return `| [\`${code}\`](#${code}) | ${severity} | ${message.en} | ${fix === undefined ? '' : fix.title.en} |`;
  });
  return ['| code | severity | says, for example | fix |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function section(code: DiagnosticCode): string {
  const { example } = CODES[code];
  const found = exampleOf(code);
  const place = example.slice(found.from, found.to).trim();
  const severity = `${found.severity[0]?.toUpperCase()}${found.severity.slice(1)}`;
  return [
    `## ${code}\n`,
    `${severity}${place === '' ? '' : `, on \`${place}\``}: ${found.message.en}`,
    `(Spanish: ${found.message.es})\n`,
    fenced(example),
    fixText(example, found),
  ].join('\n');
}

const fenced = (code: string): string => `\`\`\`python\n${code.trimEnd()}\n\`\`\`\n`;

const fixText = (example: string, { fix }: Diagnostic): string =>
  fix === undefined
    ? 'No fix: only the author can know.\n'
    : `Fix, “${fix.title.en}”:\n\n${fenced(applyEdits(example, fix.edits))}`;
