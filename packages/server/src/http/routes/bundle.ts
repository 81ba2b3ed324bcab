import { unknownKey } from './events.ts';
import type { Route } from './Route.ts';

/** A minute old at most at an edge, an hour old while a fresh one is fetched: a kill reaches everyone within a minute or two. */
const CACHING = 'public, max-age=60, stale-while-revalidate=3600';

export const bundleRoute: Route<'public'> = {
  method: 'GET',
  path: '/v1/bundle',
  access: 'public',
  anyOrigin: true,
  summary: 'The live versions of one environment, and what they refer to.',
  query: ['key'],
  answers: { 200: 'The bundle.', 304: 'Not changed since the ETag in If-None-Match.' },
  handle: async ({ c, services }) => {
    const environment = services.environments.withKey(c.req.query('key') ?? '');
    if (environment === undefined) return unknownKey();
    const { text, etag } = await services.bundles.of(environment.name);
    const headers = { ETag: etag, 'Cache-Control': CACHING };
    if (matches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
    return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json' } });
  },
};

/** A cache that compressed the answer may have made the tag weak. */
const matches = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
