type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element of the page; an attribute that is `true` is there without a value, one that is `false` is not. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  element.append(...children);
  return element;
}

export function button(text: string, click: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, text);
  element.addEventListener('click', click);
  return element;
}

export function select<Value extends string>(
  options: readonly (readonly [value: Value, text: string])[],
  chosen: Value,
  change: (value: Value) => void,
): HTMLSelectElement {
  const entries = options.map(([value, text]) => h('option', { value, selected: value === chosen }, text));
  const element = h('select', {}, ...entries);
  element.addEventListener('change', () => change(element.value as Value));
  return element;
}

/** A control with its name before it. */
export const labelled = (text: string, control: HTMLElement): HTMLLabelElement =>
  h('label', { class: 'control' }, h('span', {}, text), control);

/** A drawing as part of the page. */
export function svgElement(source: string): SVGSVGElement {
  const { documentElement } = new DOMParser().parseFromString(source, 'image/svg+xml');
  return document.importNode(documentElement, true) as Element as SVGSVGElement;
}

/** What a drawing keeps in sight at its left end, and a little more. */
const KEPT_LEFT_PX = 110;
const KEPT_RIGHT_PX = 16;

/** Scrolls a drawing sideways until a part of it can be seen. */
export function bringIntoSight(area: HTMLElement, part: Element | null | undefined): void {
  if (part === null || part === undefined) return;
  const [inner, outer] = [part.getBoundingClientRect(), area.getBoundingClientRect()];
  const left = inner.left - outer.left - KEPT_LEFT_PX;
  const right = inner.right - outer.right + KEPT_RIGHT_PX;
  if (left < 0) area.scrollLeft += left;
  else if (right > 0) area.scrollLeft += Math.min(left, right);
}

/** Calls at once when the element has a width, and again with each other width. */
export function onWidth(element: HTMLElement, changed: () => void): void {
  let width = 0;
  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    changed();
  }).observe(element);
}

export const filled = (template: string, ...values: readonly (string | number)[]): string =>
  template.replace(/\{(\d)\}/g, (place, at: string) => String(values[Number(at)] ?? place));
