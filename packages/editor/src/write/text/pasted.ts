import { DOMParser as SchemaParser, Slice } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { linkOf } from './address.ts';
import { bodySchema } from './schema.ts';

/** The browser's own way to read foreign HTML, which needs no policy; not every browser has it. */
interface SafeParser {
  parseHTML?(html: string, options: object): Document;
}
const REMOVED = { removeElements: ['style', 'title', 'template', 'svg', 'math'], removeAttributes: ['style'] };

/**
 * Foreign HTML as a document of nowhere, in which nothing runs or is loaded. Undefined where the browser could only do it through a policy
 * of Trusted Types that the page would have to allow.
 */
const parse = (html: string): Document | undefined => {
  // A document of nowhere has the page's policy all the same, and that would report each inline style.
  const bare = html
    .replace(/<style[\s>][\s\S]*?<\/style\s*>/gi, '')
    .replace(/<b\b[^>]*[\s;"']font-weight:\s*(?:normal|400)[^>]*>/gi, '<span>')
    .replace(/(<[a-z][^<>]*?)\sstyle\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '$1');
  const { parseHTML } = Document as SafeParser;
  if (parseHTML) return parseHTML.call(Document, bare, { sanitizer: REMOVED });
  return 'trustedTypes' in globalThis ? undefined : new DOMParser().parseFromString(bare, 'text/html');
};

/** HTML from elsewhere, cut down to what a step may hold; undefined when nothing of it is left. */
const sliceOf = (html: string): Slice | undefined => {
  const page = parse(html);
  if (!page) return undefined;
  const { content } = SchemaParser.fromSchema(bodySchema).parse(page.body);
  return content.textBetween(0, content.size, ' ', '*').trim() === '' ? undefined : Slice.maxOpen(content);
};

const put = (view: EditorView, data: DataTransfer, at?: number): boolean => {
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  const { tr, selection } = view.state;
  const slice = html && sliceOf(html);
  const from = at ?? selection.from;
  if (slice) view.dispatch(at === undefined ? tr.replaceSelection(slice) : tr.replaceRange(at, at, slice));
  else if (!text) return false;
  else if (at === undefined && !selection.empty && /^\w+:/.test(text) && linkOf(text))
    view.dispatch(tr.addMark(from, selection.to, bodySchema.marks.link.create({ href: linkOf(text) })));
  else if (at === undefined) view.pasteText(text);
  else view.dispatch(tr.insertText(text, at));
  return true;
};

/** Pasting and dropping into the body. */
export const bodyPaste = {
  paste: (view: EditorView, event: ClipboardEvent): boolean => {
    // What is pasted into a composition is the browser's business: whatever we did would end it.
    if (view.composing || !event.clipboardData) return false;
    event.preventDefault();
    put(view, event.clipboardData);
    return true;
  },
  drop: (view: EditorView, event: DragEvent): boolean => {
    if (view.dragging || !event.dataTransfer) return false;
    event.preventDefault();
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
    if (at) put(view, event.dataTransfer, at.pos);
    return true;
  },
};

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim();

/** Pasting and dropping into a title: text, on one line. */
export const titlePaste = {
  paste: (view: EditorView, event: ClipboardEvent): boolean => {
    if (view.composing) return false;
    event.preventDefault();
    const text = oneLine(event.clipboardData?.getData('text/plain') ?? '');
    if (text) view.dispatch(view.state.tr.insertText(text).scrollIntoView());
    return true;
  },
  drop: (view: EditorView, event: DragEvent): boolean => {
    if (view.dragging) return false;
    event.preventDefault();
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
    const text = oneLine(event.dataTransfer?.getData('text/plain') ?? '');
    if (at && text) view.dispatch(view.state.tr.insertText(text, at.pos));
    return true;
  },
};
