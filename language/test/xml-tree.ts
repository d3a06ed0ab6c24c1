/** An element of a parsed XML text; `text` is what stands directly in it. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

const TOKEN = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decoded(text: string): string {
  return text.replace(/&(\w*;?)/g, (_, entity: string) => {
    const sign = entity.endsWith(';') ? ENTITIES[entity.slice(0, -1)] : undefined;
    if (sign === undefined) throw new SyntaxError(`no entity &${entity}`);
    return sign;
  });
}

/** Parses what our drawings use of XML, and throws at anything that is not well-formed. */
export function parseXml(source: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let at = 0;
  for (const match of source.matchAll(TOKEN)) {
    const [all, closing, name = '', pairs = '', empty, text] = match;
    at = match.index + all.length;
    const parent = open.at(-1) as XmlNode;
    if (text !== undefined) parent.text += decoded(text);
    else if (closing === '/') {
      if (open.pop()?.name !== name) throw new SyntaxError(`</${name}> closes nothing at ${match.index}`);
    } else {
      const found = [...pairs.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, decoded(value ?? '')]);
      if (new Set(found.map(([key]) => key)).size < found.length) throw new SyntaxError(`twice in ${all}`);
      const node: XmlNode = { name, attributes: Object.fromEntries(found), children: [], text: '' };
      parent.children.push(node);
      if (empty !== '/') open.push(node);
    }
  }
  if (at !== source.length || open.length !== 1) throw new SyntaxError(`ends in the middle, at ${at}`);
  const [only, ...more] = root.children;
  if (only === undefined || more.length > 0) throw new SyntaxError('not one root');
  return only;
}

/** The element and all below it, in document order. */
export const allNodes = (node: XmlNode): XmlNode[] => [node, ...node.children.flatMap(allNodes)];

export const withClass = (root: XmlNode, name: string): XmlNode[] =>
  allNodes(root).filter(({ attributes }) => attributes['class']?.split(' ').includes(name));

export function firstWithClass(root: XmlNode, name: string): XmlNode {
  const [first] = withClass(root, name);
  if (first === undefined) throw new RangeError(`nothing of class ${name}`);
  return first;
}

export const number = ({ attributes }: XmlNode, key: string): number => Number(attributes[key]);
