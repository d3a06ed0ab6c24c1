import { element, escapeXml, textElement } from './xml.ts';

/** The colours of a drawing; any CSS colour, a `var(...)` of the page included. */
export interface Palette {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly wire: string;
  readonly box: string;
  readonly boxEdge: string;
  readonly turn: string;
  readonly turnEdge: string;
  readonly stage: string;
  readonly stageEdge: string;
  readonly bar: string;
  readonly barEdge: string;
  readonly exact: string;
  readonly grid: string;
}

const LIGHT: Palette = {
  background: '#ffffff',
  ink: '#1c2128',
  muted: '#57606a',
  wire: '#8c959f',
  box: '#eaedff',
  boxEdge: '#5560d6',
  turn: '#ddf4ef',
  turnEdge: '#0f7b6c',
  stage: '#f4f5f9',
  stageEdge: '#a5adba',
  bar: '#7d88f0',
  barEdge: '#4650c0',
  exact: '#b3470f',
  grid: '#dfe3e8',
};

const DARK: Palette = {
  background: '#15181e',
  ink: '#e6e9ef',
  muted: '#9aa4b2',
  wire: '#6b7585',
  box: '#262c54',
  boxEdge: '#8f9aff',
  turn: '#123c37',
  turnEdge: '#4cc9b4',
  stage: '#1c212a',
  stageEdge: '#4d5666',
  bar: '#5f6be0',
  barEdge: '#a9b2ff',
  exact: '#ffa657',
  grid: '#2b313c',
};

const SANS = 'system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';
const MONO = 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

const TYPE = [
  `text { font-family: ${SANS}; font-size: 12px; }`,
  '.title { font-size: 15px; font-weight: 600; }',
  '.name { font-size: 13px; font-weight: 600; text-anchor: middle; }',
  '.angle { font-size: 10.5px; text-anchor: middle; }',
  `.wire-name, .ket, .outcome-name { font-family: ${MONO}; font-size: 12px; }`,
  '.ket, .tick { text-anchor: end; }',
  '.end { text-anchor: start; }',
  '.stage-name { font-size: 11.5px; font-weight: 600; text-anchor: middle; }',
  '.caption, .tick, .value, .others-name { font-size: 11px; }',
  '.value, .outcome-name, .others-name { text-anchor: middle; }',
  '.outcome-name.turned { font-size: 11px; text-anchor: end; }',
  '.ring, .bracket, .hit { fill: none; }',
  '.stroke, .ring, .wire, .bit, .bracket, .exact { stroke-width: 1.5px; }',
  '.box, .meter, .folded, .ring, .sampled { stroke-width: 1.3px; }',
  '.stage { stroke-width: 1px; stroke-dasharray: 4 3; }',
  '.folded { stroke-dasharray: 6 3; }',
  '.others { stroke-width: 1.3px; stroke-dasharray: 3 3; }',
  '.stage-handle { fill: transparent; stroke: none; }',
  '.hit { pointer-events: all; stroke: none; }',
];

const coloured = (p: Palette): string[] => [
  `.background { fill: ${p.background}; }`,
  `text { fill: ${p.ink}; }`,
  `.ket, .caption, .tick, .angle { fill: ${p.muted}; }`,
  `.wire, .bit { stroke: ${p.wire}; }`,
  `.stroke, .ring { stroke: ${p.ink}; }`,
  `.dot { fill: ${p.ink}; }`,
  `.gate > .ring { fill: ${p.background}; }`,
  `.box { fill: ${p.box}; stroke: ${p.boxEdge}; }`,
  `.turn { fill: ${p.turn}; stroke: ${p.turnEdge}; }`,
  `.meter { fill: ${p.background}; stroke: ${p.ink}; }`,
  `.folded { fill: ${p.background}; stroke: ${p.ink}; }`,
  `.stage { fill: ${p.stage}; stroke: ${p.stageEdge}; }`,
  `.bracket { stroke: ${p.muted}; }`,
  `.sampled { fill: ${p.bar}; stroke: ${p.barEdge}; }`,
  `.others { fill: ${p.stage}; stroke: ${p.ink}; }`,
  `.exact { stroke: ${p.exact}; }`,
  `.diamond { fill: ${p.exact}; stroke: ${p.background}; }`,
  `.grid { stroke: ${p.grid}; }`,
  `.axis { stroke: ${p.wire}; }`,
];

const scoped = (rules: readonly string[]): string =>
  rules
    .map((rule) =>
      rule.replace(/^[^{]+/, (names) =>
        names
          .replace(/[^,]+/g, (name) => ` .bioql-drawing ${name.trim()}`)
          .trim()
          .concat(' '),
      ),
    )
    .join('\n');

/** The rules of the drawings for a page that they stand in, with its colours. */
export const drawingRules = (palette: Palette): string => scoped([...TYPE, ...coloured(palette)]);

/** Title, style and background of a drawing that stands alone: light or dark as its viewer wants, light on paper. */
export function standaloneStyle(title: string): string[] {
  const dark = `@media screen and (prefers-color-scheme: dark) {\n${scoped(coloured(DARK))}\n}`;
  return [
    textElement('title', {}, title),
    element('style', {}, [escapeXml(`\n${drawingRules(LIGHT)}\n${dark}\n`)]),
    element('rect', { class: 'background', width: '100%', height: '100%' }),
  ];
}
