import { button, onWidth } from './dom.ts';
import type { Page } from './page.ts';

const STEP = 1.25;
/** Below this scale a drawing that would fit is left at its own size, to be scrolled. */
const LEAST_FIT = 0.6;

export interface Zoom {
  readonly buttons: readonly HTMLElement[];
  /** Gives a new drawing the size that is set. */
  apply(): void;
}

/** Zooms the drawing in an area; without a choice it fits where it stays readable. */
export function createZoom(area: HTMLElement, { host, texts }: Page): Zoom {
  const drawing = () => area.querySelector('svg')?.viewBox.baseVal;
  const fitting = () => Math.min(1, (area.clientWidth - 2) / (drawing()?.width ?? 1));
  const scale = () => {
    const { zoom } = host.state();
    if (zoom === 'fit') return fitting();
    return zoom ?? (fitting() >= LEAST_FIT ? fitting() : 1);
  };
  const apply = () => {
    const box = drawing();
    if (box === undefined || area.clientWidth === 0) return;
    const svg = area.querySelector('svg');
    svg?.setAttribute('width', String(box.width * scale()));
    svg?.setAttribute('height', String(box.height * scale()));
  };
  const set = (zoom: number | 'fit') => {
    host.change({ zoom });
    apply();
  };
  onWidth(area, apply);
  return {
    apply,
    buttons: [
      button('−', () => set(scale() / STEP), { 'aria-label': texts.zoomOut, title: texts.zoomOut }),
      button('100 %', () => set(1)),
      button('+', () => set(scale() * STEP), { 'aria-label': texts.zoomIn, title: texts.zoomIn }),
      button(texts.fit, () => set('fit'), { title: texts.zoomFit }),
    ],
  };
}
