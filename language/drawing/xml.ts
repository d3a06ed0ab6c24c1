type Value = string | number | undefined;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in XML; characters that XML forbids are left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string);

const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value);

/** An element; attributes without a value are left out, and `children` are XML already. */
export function element(name: string, attributes: Readonly<Record<string, Value>>, children: string[] = []): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${written(value)}"`],
  );
  const head = `<${name}${pairs.join('')}`;
  return children.length === 0 ? `${head}/>` : `${head}>${children.join('')}</${name}>`;
}

/** An element with nothing but text in it. */
export const textElement = (name: string, attributes: Readonly<Record<string, Value>>, text: string): string =>
  element(name, attributes, [escapeXml(text)]);

export const line = (className: string, x1: number, y1: number, x2: number, y2: number): string =>
  element('line', { class: className, x1, y1, x2, y2 });
