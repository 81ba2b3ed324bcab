import type { Context } from 'hono';
import { isHttps } from './address.ts';

/** Our own pages: everything from here, nothing inline, never in a frame. Charts and pictures may be data: URLs. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
/** Data and scripts for other pages are no pages at all. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** A header that the answer already has stays as it is. */
export const securityHeaders = (
  c: Context,
  services: { readonly trustProxy: boolean },
): readonly (readonly [string, string])[] => {
  const isPage = (c.res.headers.get('Content-Type') ?? '').startsWith('text/html');
  return [
    ['Content-Security-Policy', isPage ? PAGE_POLICY : DATA_POLICY],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'no-referrer'],
    // Pages of other origins load the runtime's files and read the public routes.
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
    ...(isHttps(c, services) ? [['Strict-Transport-Security', 'max-age=31536000'] as const] : []),
  ];
};
