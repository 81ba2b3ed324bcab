/**
 * JSON that keeps its bytes. `parseSource` remembers of every object and list the text that it was written as; `printSource` writes those
 * that are still there exactly so, and only what is new in a way of its own. So an untouched document is given back byte for byte, and a
 * touched one differs where it was touched.
 */
interface Written {
  readonly text: string;
  readonly depth: number;
  /** The whole document's own: what stands around the value, and how deep one level is indented. */
  readonly document: Style;
  readonly slots: Slots;
}
/** The text of an object or a list, taken apart: `gaps` stands around the values, so there is one more of them. A list has no keys. */
interface Slots {
  readonly keys: readonly string[];
  readonly gaps: readonly string[];
  readonly values: readonly string[];
}
interface Style {
  readonly before: string;
  readonly after: string;
  readonly indent: string;
  /** The document as it was parsed; what it has become is printed in the gaps of what it was. */
  readonly root: unknown;
}

const written = new WeakMap<object, Written>();
const PLAIN: Style = { before: '', after: '\n', indent: '  ', root: undefined };

/** The value of a JSON text. Throws a SyntaxError, as `JSON.parse` does. */
export const parseSource = (text: string): unknown => {
  const value: unknown = JSON.parse(text);
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '';
  const style: Style = { before: text.slice(0, start), after: text.slice(end), indent, root: value };
  if (isHolder(value)) remember(value, text, start, 0, style);
  return value;
};

/** The text of a document: JSON with two spaces and a line end for one that was not parsed from a text. */
export const printSource = (value: unknown): string => {
  const style = (isHolder(value) ? (written.get(value)?.document ?? inheritedStyle(value)) : undefined) ?? PLAIN;
  return style.before + print(value, 0, style, style.root) + style.after;
};

type Holder = Readonly<Record<string, unknown>> | readonly unknown[];
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** Of a document that has been changed: its parts still know. */
const inheritedStyle = (value: Holder): Style | undefined => {
  for (const part of Object.values(value)) {
    const style = isHolder(part) ? (written.get(part)?.document ?? inheritedStyle(part)) : undefined;
    if (style !== undefined) return style;
  }
  return undefined;
};

/** `was` is what stood in this place. */
const print = (value: unknown, depth: number, style: Style, was: unknown): string => {
  if (!isHolder(value)) return JSON.stringify(value);
  const known = written.get(value);
  if (
    known !== undefined &&
    known.document.indent === style.indent &&
    (known.depth === depth || !known.text.includes('\n'))
  )
    return known.text;
  const inPlace = printInGaps(value, depth, style, was);
  if (inPlace !== undefined) return inPlace;
  const list = Array.isArray(value);
  const parts = list
    ? value.map((one: unknown, index) => print(one ?? null, depth + 1, style, partOf(was, index, one)))
    : membersOf(value).map(([key, one]) => {
        const part = print(one, depth + 1, style, partOf(was, key, one));
        return `${JSON.stringify(key)}:${style.indent === '' ? '' : ' '}${part}`;
      });
  const [open, close] = list ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  if (style.indent === '') return `${open}${parts.join(',')}${close}`;
  const line = `\n${style.indent.repeat(depth + 1)}`;
  return `${open}${line}${parts.join(`,${line}`)}\n${style.indent.repeat(depth)}${close}`;
};

const membersOf = (value: Holder): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, one]) => one !== undefined);

/** What stood where this part stands: in a list the one with its id, else the one in its place. */
const partOf = (was: unknown, key: string | number, part: unknown): unknown => {
  if (!isHolder(was)) return undefined;
  const id = idOf(part);
  const named = id === undefined || !Array.isArray(was) ? undefined : was.find((one: unknown) => idOf(one) === id);
  return named ?? (was as Readonly<Record<string | number, unknown>>)[key];
};
const idOf = (value: unknown): unknown =>
  isHolder(value) && !Array.isArray(value) ? (value as { readonly id?: unknown }).id : undefined;

/** Where only values have changed, everything around them stays as it was written. Undefined where it is not so. */
const printInGaps = (value: Holder, depth: number, style: Style, was: unknown): string | undefined => {
  const known = isHolder(was) ? written.get(was) : undefined;
  if (known === undefined || known.depth !== depth || Array.isArray(value) !== Array.isArray(was)) return undefined;
  const { keys, gaps, values } = known.slots;
  const members = membersOf(value);
  const fits =
    members.length === values.length && (Array.isArray(value) || keys.every((key, at) => members[at]?.[0] === key));
  if (!fits) return undefined;
  const parts = members.map(([key, one], at) => {
    const before = (was as Readonly<Record<string, unknown>>)[key];
    return one === before ? values[at] : print(one, depth + 1, style, partOf(was, key, one));
  });
  return gaps.map((gap, at) => gap + (parts[at] ?? '')).join('');
};

/** Walks text and value side by side; `at` is where the value begins. Answers where it ends. The text is known to be JSON. */
const remember = (value: Holder, text: string, at: number, depth: number, style: Style): number => {
  const list = Array.isArray(value);
  let here = skipSpace(text, at + 1);
  let index = 0;
  let gapAt = at;
  const slots = { keys: [] as string[], gaps: [] as string[], values: [] as string[] };
  while (text[here] !== (list ? ']' : '}')) {
    let key: string | number = index;
    if (!list) {
      const end = skipString(text, here);
      key = JSON.parse(text.slice(here, end)) as string;
      slots.keys.push(key);
      // Past the colon.
      here = skipSpace(text, skipSpace(text, end) + 1);
    }
    slots.gaps.push(text.slice(gapAt, here));
    const valueAt = here;
    const part: unknown = (value as Readonly<Record<string | number, unknown>>)[key];
    // Of a key that stands twice the last one counts: the first may be of another kind.
    here =
      isHolder(part) && /[[{]/.test(text[here] ?? '') && Array.isArray(part) === (text[here] === '[')
        ? remember(part, text, here, depth + 1, style)
        : skipValue(text, here);
    slots.values.push(text.slice(valueAt, here));
    gapAt = here;
    here = skipSpace(text, here);
    if (text[here] === ',') here = skipSpace(text, here + 1);
    index += 1;
  }
  slots.gaps.push(text.slice(gapAt, here + 1));
  written.set(value, { text: text.slice(at, here + 1), depth, document: style, slots });
  return here + 1;
};

const skipSpace = (text: string, at: number): number => {
  let here = at;
  while (' \t\n\r'.includes(text[here] ?? 'x')) here += 1;
  return here;
};
const skipString = (text: string, at: number): number => {
  let here = at + 1;
  while (text[here] !== '"') here += text[here] === '\\' ? 2 : 1;
  return here + 1;
};
const skipValue = (text: string, at: number): number => {
  if (text[at] === '"') return skipString(text, at);
  let here = at;
  let deep = 0;
  do {
    const sign = text[here] ?? '';
    if (sign === '"') {
      here = skipString(text, here);
      continue;
    }
    if ('[{'.includes(sign)) deep += 1;
    else if (']}'.includes(sign)) deep -= 1;
    else if (deep === 0 && /[\s,]/.test(sign)) return here;
    if (deep < 0) return here;
    here += 1;
  } while (here < text.length && (deep > 0 || !/[\s,\]}]/.test(text[here] ?? ',')));
  return here;
};
