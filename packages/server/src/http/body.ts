import type { Context } from 'hono';
import { problem } from './problem.ts';

export type Refused = { readonly ok: false; readonly response: Response };
export type Body = { readonly ok: true; readonly value: unknown } | Refused;
export type DocumentBody = { readonly ok: true; readonly value: unknown; readonly text: string } | Refused;

export const DOCUMENT_MAX_BYTES = 2 * 1024 * 1024;
/** Nothing that we accept is deeper; a thousand levels are an attack on whoever walks them. */
const MAX_DEPTH = 100;

/** Reads a JSON body of at most `maxBytes`, and stops reading when it is longer. `types` are the media types that are taken. */
export const readJson = async (
  c: Context,
  maxBytes: number,
  types: readonly string[] = ['application/json'],
): Promise<Body> => {
  const refused = otherEncoding(c, types);
  if (refused !== undefined) return refused;
  const text = await readText(c, maxBytes);
  return text === undefined ? tooLarge(maxBytes) : parsed(text);
};

/** As `readJson`, with the text exactly as it was sent, byte order mark included: written as UTF-8 again, it is the same bytes. */
export const readDocument = async (c: Context, maxBytes: number): Promise<DocumentBody> => {
  const refused = otherEncoding(c, ['application/json']);
  if (refused !== undefined) return refused;
  const bytes = await readBytes(c, maxBytes);
  if (bytes === undefined) return tooLarge(maxBytes);
  const text = exactly(bytes);
  if (text === undefined) return refuse(400, 'malformed_json', 'The body is not UTF-8, which JSON always is.');
  const body = parsed(text.replace(/^\uFEFF/, ''));
  return body.ok ? { ...body, text } : body;
};

const otherEncoding = (c: Context, types: readonly string[]): Refused | undefined => {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) {
    return refuse(415, 'unsupported_media_type', `Send the body as ${types.join(' or ')}.`);
  }
  if ((c.req.header('content-encoding') ?? 'identity') !== 'identity') {
    return refuse(415, 'unsupported_encoding', 'Send the body without a content encoding.');
  }
  return undefined;
};

const parsed = (text: string): Body => {
  if (deeperThan(text, MAX_DEPTH))
    return refuse(400, 'too_deep', `JSON may be nested at most ${MAX_DEPTH} levels deep.`);
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return refuse(400, 'malformed_json', 'The body is not JSON.');
  }
};

const tooLarge = (maxBytes: number): Refused =>
  refuse(413, 'too_large', `The body may have at most ${maxBytes} bytes.`);
const refuse = (status: 400 | 413 | 415, code: string, detail: string): Refused => ({
  ok: false,
  response: problem(status, { code, detail }),
});

/** undefined: longer than allowed. A length that was declared is held to by the HTTP parser; without one the stream is counted. */
const readText = async (c: Context, maxBytes: number): Promise<string | undefined> => {
  const declared = c.req.header('content-length');
  if (declared !== undefined) return Number(declared) > maxBytes ? undefined : c.req.text();
  const bytes = await readBytes(c, maxBytes);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};

const readBytes = async (c: Context, maxBytes: number): Promise<Uint8Array | undefined> => {
  const declared = c.req.header('content-length');
  if (declared !== undefined) {
    return Number(declared) > maxBytes ? undefined : new Uint8Array(await c.req.arrayBuffer());
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** undefined: not UTF-8. */
const exactly = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Looks at brackets outside strings only; wrong JSON is the parser's to refuse. */
export const deeperThan = (text: string, levels: number): boolean => {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i);
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      if (++depth > levels) return true;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) depth--;
  }
  return false;
};

const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [34, 92, 123, 125, 91, 93];
const endOfString = (text: string, start: number): number => {
  let end = text.indexOf('"', start + 1);
  while (end !== -1) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
};
