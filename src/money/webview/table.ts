import { h } from '../../run-panel/webview/dom.ts';

type Cell = string | Node;

export interface Table {
  readonly title: string;
  /** The first column names the row; the others are numbers unless they say otherwise. */
  readonly columns: readonly (string | { readonly text: string })[];
  readonly rows: readonly (readonly Cell[])[];
  readonly foot?: readonly Cell[];
}

const classOf = (columns: Table['columns'], at: number): string =>
  typeof columns[at] === 'string' ? 'number' : 'words';

/** A table in an area of its own that scrolls, with a name for those who hear it. */
export function table({ title, columns, rows, foot }: Table): HTMLElement {
  const head = columns.map((column, at) =>
    h(
      'th',
      { scope: 'col', class: at === 0 ? 'words' : classOf(columns, at) },
      typeof column === 'string' ? column : column.text,
    ),
  );
  const line = (cells: readonly Cell[]) =>
    h(
      'tr',
      {},
      ...cells.map((cell, at) =>
        at === 0 ? h('th', { scope: 'row', class: 'words' }, cell) : h('td', { class: classOf(columns, at) }, cell),
      ),
    );
  return h(
    'div',
    { class: 'table-area', tabindex: 0, role: 'region', 'aria-label': title },
    h(
      'table',
      { class: 'usage', 'aria-label': title },
      h('thead', {}, h('tr', {}, ...head)),
      h('tbody', {}, ...rows.map(line)),
      ...(foot === undefined ? [] : [h('tfoot', {}, line(foot))]),
    ),
  );
}
