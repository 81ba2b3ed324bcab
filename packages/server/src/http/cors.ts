import type { Context } from 'hono';
import { bearerOf } from './auth.ts';
import { ORIGIN_HEADER } from './draftOrigin.ts';
import type { AnyRoute } from './routes/Route.ts';

/** Routes of the runtime are for every page. Others are for the page that an editor token was given to, and carry no cookie: credentials are never allowed. */
export const corsHeaders = (c: Context, route: AnyRoute): readonly (readonly [string, string])[] => {
  const exposed = ['Access-Control-Expose-Headers', 'ETag, Retry-After, Preference-Applied'] as const;
  if (route.anyOrigin === true) return [['Access-Control-Allow-Origin', '*'], exposed];
  const origin = c.req.header('origin');
  // Whether the token is right has been decided by then; a page must be able to read that it is not.
  if (origin === undefined || bearerOf(c)?.startsWith('et_') !== true) return [];
  return [['Access-Control-Allow-Origin', origin], ['Vary', 'Origin'], exposed];
};

/**
 * The browser asks before it sends. A preflight carries no token, so it cannot be held to an origin: it only lets a request be made that has
 * no cookie, and that is refused without a token of that origin.
 */
export const preflight = (c: Context, routes: readonly AnyRoute[]): Response => {
  const methods = [...routes.map(({ method }) => method), 'OPTIONS'].join(', ');
  const origin = routes.some(({ anyOrigin }) => anyOrigin === true) ? '*' : c.req.header('origin');
  const allowed = routes.length === 0 || origin === undefined ? [] : allowances(origin, methods);
  return new Response(null, { status: 204, headers: new Headers([['Allow', methods], ...allowed]) });
};

const allowances = (origin: string, methods: string): [string, string][] => [
  ['Access-Control-Allow-Origin', origin],
  ['Access-Control-Allow-Methods', methods],
  ['Access-Control-Allow-Headers', `Authorization, Content-Type, If-Match, If-None-Match, Prefer, ${ORIGIN_HEADER}`],
  ['Access-Control-Max-Age', '86400'],
  ['Vary', 'Origin'],
];
