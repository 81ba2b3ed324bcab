import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** Without a prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}
export type ParsedXml =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly code: 'not_xml' | 'doctype'; readonly detail: string };

/** Far more than a tour has; a file that wants more is not one. */
const MAX_DEPTH = 64;
const MAX_ELEMENTS = 200_000;

class Refusal extends Error {
  readonly code: 'not_xml' | 'doctype';
  constructor(code: 'not_xml' | 'doctype', detail: string) {
    super(detail);
    this.code = code;
  }
}

/**
 * A small tree of a well-formed XML text. A document type is refused: with it go entities that grow and entities that fetch. Nothing is ever loaded, and
 * nothing of it becomes HTML. Does not throw.
 */
export const parseXml = (text: string): ParsedXml => {
  const top: XmlElement[] = [];
  const stack: { readonly name: string; readonly children: (XmlElement | string)[] }[] = [];
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true, position: true });
  const add = (child: XmlElement | string): void => {
    const parent = stack.at(-1);
    if (parent) parent.children.push(child);
    else if (typeof child !== 'string') top.push(child);
  };
  parser.on('error', (error) => {
    throw new Refusal('not_xml', error.message);
  });
  parser.on('doctype', () => {
    throw new Refusal('doctype', String(parser.line));
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    elements += 1;
    if (stack.length >= MAX_DEPTH || elements > MAX_ELEMENTS) throw new Refusal('not_xml', String(parser.line));
    const children: (XmlElement | string)[] = [];
    const pairs = Object.entries(attributes).map(([name, { value }]) => [name, value] as const);
    add({ name: local, namespace: uri, attributes: Object.fromEntries(pairs), children });
    stack.push({ name: local, children });
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close();
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, detail: error.message };
    return { ok: false, code: 'not_xml', detail: error instanceof Error ? error.message : '' };
  }
  const [root] = top;
  return root ? { ok: true, root } : { ok: false, code: 'not_xml', detail: '' };
};

/** What XML cannot hold, and other control characters; halves of a character. */
const UNFIT = /[^\t\n\r\P{Cc}]|[\p{Cs}\ufffe\uffff]/gu;

/** For a value between quotes. What XML cannot hold is left out. */
export const xmlAttribute = (value: string): string =>
  xmlEscaped(value.replace(UNFIT, ''))
    .replaceAll('"', '&quot;')
    .replace(/[\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const xmlEscaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');

/** For text. A character that XML cannot hold becomes what `unfit` makes of its code, in hexadecimal digits. */
export const xmlText = (value: string, unfit: (hex: string) => string): string => {
  let out = '';
  let from = 0;
  for (const { 0: sign, index } of value.matchAll(UNFIT)) {
    out += xmlEscaped(value.slice(from, index)) + unfit(sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'));
    from = index + 1;
  }
  return out + xmlEscaped(value.slice(from));
};
