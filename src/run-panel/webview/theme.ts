import { drawingRules } from '@bioql/language/drawing/style';

/** Gives the drawings the colours of `run-panel.css`, which follow the theme. */
export function adoptDrawingRules(): void {
  const colour = (name: string): string => `var(--bioql-${name})`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    drawingRules({
      background: colour('background'),
      ink: colour('ink'),
      muted: colour('muted'),
      wire: colour('wire'),
      box: colour('box'),
      boxEdge: colour('box-edge'),
      turn: colour('turn'),
      turnEdge: colour('turn-edge'),
      stage: colour('stage'),
      stageEdge: colour('stage-edge'),
      bar: colour('bar'),
      barEdge: colour('bar-edge'),
      exact: colour('exact'),
      grid: colour('grid'),
    }),
  );
  document.adoptedStyleSheets = [sheet];
}
