import type { Block, Explanation } from './explain.ts';

const COLUMNS = 80;

/** An explanation for a terminal. */
export function explanationText({ title, code, sections }: Explanation): string {
  const head = [title, '='.repeat(title.length), '', ...indented(code.split('\n'), '    ')];
  const bodies = sections.map(({ heading, blocks }) => [
    '',
    heading,
    '-'.repeat(heading.length),
    ...blocks.flatMap((block, at) => [...(at === 0 ? [] : ['']), ...blockLines(block)]),
  ]);
  return [...head, ...bodies.flat()].join('\n');
}

const indented = (lines: readonly string[], by: string): string[] =>
  lines.map((line) => (line === '' ? '' : `${by}${line}`));

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return wrapped(block.text, COLUMNS);
    case 'steps':
      return block.steps.flatMap((step, at) => {
        const number = `${at + 1}. `;
        const [first = '', ...rest] = wrapped(step, COLUMNS - number.length);
        return [number + first, ...indented(rest, ' '.repeat(number.length))];
      });
    case 'table': {
      const width = Math.max(...block.rows.map(([label]) => label.length)) + 2;
      return block.rows.map(([label, value]) => `${label.padEnd(width)}${value}`);
    }
    case 'link':
      return [...wrapped(block.title, COLUMNS), block.url];
  }
}

function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** An explanation as Markdown. */
export const explanationMarkdown = ({ title, code, sections }: Explanation): string =>
  [
    `# ${escaped(title)}`,
    `\`\`\`python\n${code}\n\`\`\``,
    ...sections.flatMap(({ heading, blocks }) => [`## ${escaped(heading)}`, ...blocks.map(blockMarkdown)]),
    '',
  ].join('\n\n');

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'text':
      return escaped(block.text);
    case 'steps':
      return block.steps.map((step, at) => `${at + 1}. ${escaped(step)}`).join('\n');
    case 'table':
      return ['| | |', '|---|---|', ...block.rows.map(([a, b]) => `| ${escaped(a)} | ${escaped(b)} |`)].join('\n');
    case 'link':
      return `[${escaped(block.title)}](${block.url})`;
  }
}

/** Signs that Markdown or HTML would read as its own. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~^&$]/g, '\\$&');
