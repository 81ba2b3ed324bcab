import type { Context } from 'hono';
import { problem } from './problem.ts';

export type Body = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly response: Response };

export const DOCUMENT_MAX_BYTES = 2 * 1024 * 1024;
/** Nothing that we accept is deeper; a thousand levels are an attack on whoever walks them. */
const MAX_DEPTH = 100;

/** Reads a JSON body of at most `maxBytes`, and stops reading when it is longer. `types` are the media types that are taken. */
export const readJson = async (
  c: Context,
  maxBytes: number,
  types: readonly string[] = ['application/json'],
): Promise<Body> => {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) {
    return refuse(415, 'unsupported_media_type', `Send the body as ${types.join(' or ')}.`);
  }
  if ((c.req.header('content-encoding') ?? 'identity') !== 'identity') {
    return refuse(415, 'unsupported_encoding', 'Send the body without a content encoding.');
  }
  const text = await readText(c, maxBytes);
  if (text === undefined) return refuse(413, 'too_large', `The body may have at most ${maxBytes} bytes.`);
  if (deeperThan(text, MAX_DEPTH))
    return refuse(400, 'too_deep', `JSON may be nested at most ${MAX_DEPTH} levels deep.`);
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return refuse(400, 'malformed_json', 'The body is not JSON.');
  }
};

const refuse = (status: 400 | 413 | 415, code: string, detail: string): Body => ({
  ok: false,
  response: problem(status, { code, detail }),
});

/** undefined: longer than allowed. A length that was declared is held to by the HTTP parser; without one the stream is counted. */
const readText = async (c: Context, maxBytes: number): Promise<string | undefined> => {
  const declared = c.req.header('content-length');
  if (declared !== undefined) return Number(declared) > maxBytes ? undefined : c.req.text();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
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
