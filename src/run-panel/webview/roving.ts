import { bringIntoSight } from './dom.ts';

/** Parts of a drawing of which one at a time is a tab stop, and arrow keys go on to the others. */
export interface Roving {
  /** The parts in their order; the one that had the focus keeps its place. */
  renew(parts: readonly SVGElement[]): void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** `keyOf` names a part, so that it is found again in a new drawing. */
export function createRoving(
  area: HTMLElement,
  keyOf: (part: SVGElement) => string,
  act: (part: SVGElement) => void,
): Roving {
  let parts: readonly SVGElement[] = [];
  let stop: string | undefined;
  const partOf = (target: EventTarget | null): SVGElement | undefined => {
    const found = target instanceof Element ? target.closest('[tabindex]') : null;
    return parts.find((part) => part === found);
  };
  const makeStop = (part: SVGElement | undefined) => {
    for (const other of parts) other.setAttribute('tabindex', other === part ? '0' : '-1');
    stop = part && keyOf(part);
  };
  area.addEventListener('click', (event) => {
    const part = partOf(event.target);
    if (part === undefined) return;
    makeStop(part);
    act(part);
  });
  area.addEventListener('keydown', (event) => {
    const part = partOf(event.target);
    if (part === undefined) return;
    const at = parts.indexOf(part);
    const step = STEPS[event.key];
    const to = step === undefined ? { Home: 0, End: parts.length - 1 }[event.key] : at + step;
    if (to !== undefined) {
      const next = parts[Math.min(Math.max(to, 0), parts.length - 1)];
      makeStop(next);
      next?.focus();
      bringIntoSight(area, next);
    } else if (event.key === 'Enter' || event.key === ' ') act(part);
    else return;
    event.preventDefault();
  });
  return {
    renew(next) {
      const hadFocus = area.contains(document.activeElement);
      parts = next;
      const kept = parts.find((part) => keyOf(part) === stop);
      makeStop(kept ?? parts[0]);
      if (hadFocus) kept?.focus();
    },
  };
}
