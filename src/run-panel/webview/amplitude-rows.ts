import type { Lang } from '@bioql/language/algorithm';
import { numberText, shareText } from '@bioql/language/number-text';
import { amplitudeText, phaseOf, phaseText } from '../../core/amplitude-text.ts';
import type { AmplitudeRow, AmplitudeTable } from '../../core/amplitudes.ts';
import { filled, h, svgElement } from './dom.ts';
import type { Page } from './page.ts';

/** The rows of a table of amplitudes, those that have no row of their own as the last one. */
export function amplitudeRows(
  { rows, others, othersProbability }: AmplitudeTable,
  { texts, lang }: Page,
): HTMLElement[] {
  const named = rows.map((row) => amplitudeRow(row, lang));
  if (others === 0) return named;
  const name = h('th', { scope: 'row', colspan: 3 }, filled(texts.otherStates, numberText(others, lang)));
  return [...named, h('tr', {}, name, shareCell(othersProbability, lang))];
}

const amplitudeRow = ({ basis, re, im, probability }: AmplitudeRow, lang: Lang): HTMLElement =>
  h(
    'tr',
    {},
    h('th', { scope: 'row', class: 'bits' }, `|${basis}⟩`),
    h('td', { class: 'number' }, amplitudeText(re, im, lang)),
    h('td', { class: 'phase' }, phaseDial(phaseOf(re, im)), phaseText(re, im)),
    shareCell(probability, lang),
  );

function shareCell(share: number, lang: Lang): HTMLElement {
  const inner = h('span');
  inner.style.width = `${Math.min(100, share * 100)}%`;
  return h(
    'td',
    { class: 'share' },
    h('span', { class: 'share-bar', 'aria-hidden': 'true' }, inner),
    shareText(share, lang),
  );
}

/** A clock hand that points right for 0 and turns against the clock. */
function phaseDial(phase: number): SVGSVGElement {
  const [x, y] = [8 + 6 * Math.cos(phase), 8 - 6 * Math.sin(phase)].map((px) => px.toFixed(2));
  return svgElement(
    `<svg xmlns="http://www.w3.org/2000/svg" class="dial" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="7"/><line x1="8" y1="8" x2="${x}" y2="${y}"/></svg>`,
  );
}
