import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** The client's address, for rate limits. Behind a trusted proxy it is the last one that the proxy added; without a socket (in tests) it is unknown. */
export const addressOf = (c: Context, { trustProxy }: { readonly trustProxy: boolean }): string => {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded !== undefined && forwarded !== '') return forwarded;
  return c.env?.incoming === undefined ? 'unknown' : (getConnInfo(c).remote.address ?? 'unknown');
};

/** Whether the person's browser speaks https with us, directly or through a trusted proxy. */
export const isHttps = (c: Context, { trustProxy }: { readonly trustProxy: boolean }): boolean =>
  (trustProxy ? c.req.header('x-forwarded-proto') === 'https' : false) || new URL(c.req.url).protocol === 'https:';
