import type { RichText } from '@shirube/schema/tour';
import type { Attrs, Mark, Node } from 'prosemirror-model';
import { bodySchema, isEmpty } from './schema.ts';

/** A body's JSON as a document of the editor, and back. */
export interface BodyCodec {
  readonly read: (body: RichText | undefined) => Node;
  /** What was not changed since it was read is the very object that was read. Undefined for a body without anything in it. */
  readonly write: (doc: Node) => RichText | undefined;
  /** Two documents say the same, and the second was read later: what is written is then the second's. */
  readonly adopt: (doc: Node, later: Node) => void;
}

/** A node or a mark as a document holds it; newer versions may hold ones that this one does not know. */
interface Json {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: readonly Json[] | undefined;
  readonly text?: string | undefined;
  readonly marks?: readonly Json[] | undefined;
}

const LEAVES = ['image', 'video', 'hardBreak', 'variable'];
const BLOCKS = ['paragraph', 'heading', 'bulletList', 'orderedList', 'image', 'video'];
const INLINES = ['text', 'hardBreak', 'variable'];

export const createBodyCodec = (): BodyCodec => {
  /** Nodes never change, so what one was read from is what it is written as. */
  const written = new WeakMap<Node, Json>();
  const remember = (node: Node, json: Json): Node => {
    written.set(node, json);
    return node;
  };

  const readBlock = (json: Json, known = BLOCKS): Node => {
    const { nodes } = bodySchema;
    const children = (json.content ?? []).flatMap(
      (it) =>
        (holdsInline(json.type) ? readInline(it) : readBlock(it, isList(json.type) ? ['listItem'] : BLOCKS)) ?? [],
    );
    const type = known.includes(json.type) ? nodes[json.type as 'paragraph'] : undefined;
    const attrs = type && attrsOf(json, type.spec.attrs);
    const fits = attrs && (LEAVES.includes(json.type) ? !json.content : type.validContent(fragment(children)));
    return remember(fits ? type.create(attrs, children) : nodes.unknownBlock.create({ json }), json);
  };
  const readInline = (json: Json): Node | undefined => {
    const marks = (json.marks ?? []).reduce<readonly Mark[]>((set, it) => readMark(it).addToSet(set), []);
    if (json.type === 'text') return json.text ? remember(bodySchema.text(json.text, marks), json) : undefined;
    const type = INLINES.includes(json.type) ? bodySchema.nodes[json.type as 'variable'] : undefined;
    const attrs = type && attrsOf(json, type.spec.attrs);
    return remember(
      attrs ? type.create(attrs, null, marks) : bodySchema.nodes.unknownInline.create({ json }, null, marks),
      json,
    );
  };

  const write = (node: Node): Json => {
    const known = written.get(node);
    if (known) return known;
    const json = build(node);
    written.set(node, json);
    return json;
  };
  const build = (node: Node): Json => {
    // What was not known when it was read is as it was read, also where it was copied.
    if ('json' in node.attrs) return node.attrs.json;
    const attrs = writtenAttrs(node.attrs);
    const marks = [...node.marks].reverse().map(writeMark);
    return {
      type: node.type.name,
      ...(node.isText && { text: node.text }),
      ...(attrs && { attrs }),
      ...(node.childCount > 0 && { content: node.children.map(write) }),
      ...(marks.length > 0 && { marks }),
    };
  };

  return {
    read: (body) => {
      const json = (body ?? { type: 'doc' }) as Json;
      const blocks = (json.content ?? []).map((it) => readBlock(it));
      const doc = bodySchema.nodes.doc.create(null, blocks.length ? blocks : bodySchema.nodes.paragraph.create());
      return body ? remember(doc, json) : doc;
    },
    write: (doc) => (written.has(doc) || !isEmpty(doc) ? (write(doc) as unknown as RichText) : undefined),
    adopt: (doc, later) => {
      const walk = (own: Node, other: Node): void => {
        if (own === other) return;
        const json = written.get(other);
        if (json) written.set(own, json);
        else written.delete(own);
        for (const [index, child] of own.children.entries()) {
          const twin = other.maybeChild(index);
          if (twin) walk(child, twin);
        }
      };
      walk(doc, later);
    },
  };
};

const holdsInline = (type: string): boolean => type === 'paragraph' || type === 'heading';
const isList = (type: string): boolean => type === 'bulletList' || type === 'orderedList';
const fragment = (children: readonly Node[]) => bodySchema.nodes.doc.create(null, children).content;

/** The attributes of a node as its type has them, those that it does not know as `rest`; undefined where one is missing. */
const attrsOf = (json: Json, known: Attrs = {}): Attrs | undefined => {
  const attrs: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(json.attrs ?? {}))
    (Object.hasOwn(known, name) && name !== 'rest' ? attrs : others)[name] = value;
  if (Object.keys(others).length > 0) attrs.rest = others;
  const complete = Object.entries(known).every(([name, { default: value }]) => value !== undefined || name in attrs);
  return complete ? attrs : undefined;
};
const writtenAttrs = ({ rest, ...attrs }: Attrs): Json['attrs'] => {
  const given = Object.entries(attrs).filter(([, value]) => value !== null);
  const all = { ...Object.fromEntries(given), ...rest };
  return Object.keys(all).length > 0 ? all : undefined;
};

const readMark = (json: Json): Mark => {
  const type = Object.hasOwn(bodySchema.marks, json.type) ? bodySchema.marks[json.type as 'link'] : undefined;
  const attrs = type && type.name !== 'unknownMark' && attrsOf(json, type.spec.attrs);
  return attrs ? type.create(attrs) : bodySchema.marks.unknownMark.create({ json });
};
const writeMark = ({ type, attrs }: Mark): Json => {
  if (type.name === 'unknownMark') return attrs.json;
  const own = writtenAttrs(attrs);
  return { type: type.name, ...(own && { attrs: own }) };
};
