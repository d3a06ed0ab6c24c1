import { element, line, textElement } from '@bioql/language/drawing/xml';
import { costText, type Micros } from './money.ts';
import type { DayCost } from './usage-view.ts';

export interface UsageChart {
  readonly days: readonly DayCost[];
  /** From the bottom of a bar to its top, and in the order of their patterns. */
  readonly features: readonly string[];
  readonly width: number;
  /** Drawn as a line where it is within reach of the bars. */
  readonly perDay: Micros | undefined;
  readonly texts: {
    readonly title: string;
    readonly budget: string;
    /** A day below its bar, such as `Nov 22`. */
    day(day: string): string;
    /** All of a day in one sentence. */
    sentence(day: DayCost): string;
  };
}

const HEIGHT = 240;
const LEFT = 76;
const RIGHT = 12;
const TOP = 14;
const BOTTOM = 30;
const LINES = 4;
const MOST_BAR = 44;
const LABEL_WIDTH = 58;
/** Patterns in `media/usage-panel.css`; a fifth feature would begin again. */
export const PATTERNS = 4;

/** The least top that four equal steps of 1, 2 or 5 times a power of ten reach. */
export function axisTop(most: Micros): Micros {
  for (let unit = 1; ; unit *= 10) {
    const step = [1, 2, 5].find((factor) => factor * unit * LINES >= most);
    if (step !== undefined) return step * unit * LINES;
  }
}

const hatch = (name: string, path: string): string =>
  element('pattern', { id: `bioql-${name}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, [
    element('path', { class: 'hatch', d: path }),
  ]);

const PATTERN_PATHS = ['', 'M-2 10L10 -2M-2 2L2 -2M6 10L10 6', 'M0 4H8', 'M4 0V8M0 4H8'];

const definitions = (): string =>
  element(
    'defs',
    {},
    PATTERN_PATHS.flatMap((path, at) => (path === '' ? [] : [hatch(`pattern-${at}`, path)])),
  );

/** A swatch or a part of a bar: a colour, and a pattern that tells it without colour. */
export function patterned(kind: number, box: { x: number; y: number; width: number; height: number }): string {
  const at = kind % PATTERNS;
  const base = element('rect', { class: `part feature-${at}`, ...box });
  return at === 0 ? base : base + element('rect', { ...box, fill: `url(#bioql-pattern-${at})` });
}

/** The name of a feature with its pattern, as a drawing of its own. */
export const swatch = (kind: number): string =>
  element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: 16, height: 12, class: 'swatch', 'aria-hidden': 'true' },
    [patterned(kind, { x: 0.5, y: 0.5, width: 15, height: 11 })],
  );

/** The cost of each day as a bar, stacked by feature. */
export function usageChart({ days, features, width, perDay, texts }: UsageChart): string {
  const most = Math.max(1, ...days.map(({ cost }) => cost));
  const top = axisTop(perDay !== undefined && perDay <= 2 * most ? Math.max(most, perDay) : most);
  const slot = (width - LEFT - RIGHT) / days.length;
  const bar = Math.max(2, Math.min(MOST_BAR, slot * 0.72));
  const floor = HEIGHT - BOTTOM;
  const y = (cost: Micros): number => floor - (cost / top) * (floor - TOP);

  const axisText = (cost: Micros): string =>
    costText(cost)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  const grid = Array.from({ length: LINES + 1 }, (_, at) => {
    const cost = (top / LINES) * at;
    const label = textElement(
      'text',
      { class: 'axis', x: LEFT - 8, y: y(cost) + 4, 'text-anchor': 'end' },
      axisText(cost),
    );
    return line(at === 0 ? 'floor' : 'grid', LEFT, y(cost), width - RIGHT, y(cost)) + label;
  });

  const every = Math.ceil(LABEL_WIDTH / slot);
  const bars = days.map((day, at) => {
    const x = LEFT + slot * at + (slot - bar) / 2;
    let below = 0;
    const parts = features.map((feature, kind) => {
      const cost = day.features.find((each) => each.feature === feature)?.cost ?? 0;
      if (cost === 0) return '';
      below += cost;
      return patterned(kind, { x, y: y(below), width: bar, height: y(below - cost) - y(below) });
    });
    const touch = element('rect', { class: 'touch', x: LEFT + slot * at, y: TOP, width: slot, height: floor - TOP });
    const label =
      (days.length - 1 - at) % every === 0
        ? textElement(
            'text',
            { class: 'axis', x: x + bar / 2, y: HEIGHT - 10, 'text-anchor': 'middle' },
            texts.day(day.day),
          )
        : '';
    const sentence = texts.sentence(day);
    const named = { class: 'day', role: 'img', tabindex: -1, 'data-day': day.day, 'aria-label': sentence };
    return element('g', named, [textElement('title', {}, sentence), touch, ...parts]) + label;
  });

  const limit =
    perDay === undefined || perDay > top
      ? ''
      : line('limit', LEFT, y(perDay), width - RIGHT, y(perDay)) +
        textElement(
          'text',
          { class: 'limit-name', x: width - RIGHT, y: y(perDay) - 5, 'text-anchor': 'end' },
          texts.budget,
        );

  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height: HEIGHT,
      viewBox: `0 0 ${width} ${HEIGHT}`,
      role: 'group',
      'aria-label': texts.title,
      class: 'usage-chart',
    },
    [definitions(), ...grid, ...bars, limit],
  );
}
