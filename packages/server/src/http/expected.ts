import type { Context } from 'hono';
import type { Expected } from '../documents/Tours.ts';

/** From If-Match or If-None-Match: *; undefined when the request says neither. */
export const expectedBy = (c: Context): Expected | undefined => {
  const ifMatch = c.req.header('if-match');
  if (ifMatch !== undefined) return { etag: bare(ifMatch) };
  return c.req.header('if-none-match')?.trim() === '*' ? 'absent' : undefined;
};

/** Where If-Match may be left out: whether what is there is what the request was made for. */
export const matchesTag = (c: Context, etag: string): boolean => {
  const ifMatch = c.req.header('if-match');
  return ifMatch === undefined || bare(ifMatch) === etag;
};

/** Caches that compress make tags weak. */
const bare = (tag: string): string => tag.trim().replace(/^W\//, '').replaceAll('"', '');
