/** Signs that Markdown or HTML would read as its own. */
export const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~^&$]/g, '\\$&');

export const codeBlock = (code: string): string => `\`\`\`python\n${code}\n\`\`\``;

export const inCode = (text: string): string => `\`${text.replaceAll('`', "'")}\``;

/** A table; the cells are Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n');
