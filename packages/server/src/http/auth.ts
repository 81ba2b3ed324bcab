import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Caller } from '../documents/Members.ts';
import { problem } from './problem.ts';
import type { Access } from './routes/Route.ts';
import type { Services } from './Services.ts';

export const SESSION_COOKIE = 'shirube_session';

export type Authorised =
  | { readonly ok: true; readonly caller: Caller }
  | { readonly ok: false; readonly response: Response };

/** Who is asking, and whether they may. A Bearer token wins over a cookie, for it was sent on purpose. */
export const authorise = async (
  c: Context,
  services: Services,
  access: Exclude<Access, 'public'>,
): Promise<Authorised> => {
  const caller = await callerOf(c, services);
  if (caller === undefined) {
    return refuse(401, 'not_signed_in', 'Sign in, or send an API token as Authorization: Bearer sk_….');
  }
  const unsafe = !['GET', 'HEAD'].includes(c.req.method);
  if (caller.by === 'session' && unsafe && !sameOrigin(c)) {
    return refuse(403, 'other_origin', 'With a session cookie, changes come from our own pages alone.');
  }
  if (access === 'person' && caller.by !== 'session') {
    return refuse(403, 'session_needed', 'This needs a signed-in person, not a token.');
  }
  return { ok: true, caller };
};

/** The page that sends a change is one of ours. Browsers always send Origin with one; its absence is no proof. */
export const sameOrigin = (c: Context): boolean => {
  const origin = c.req.header('origin');
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host;
};

export const bearerOf = (c: Context): string | undefined =>
  /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];

const callerOf = async (c: Context, { members }: Services): Promise<Caller | undefined> => {
  const token = bearerOf(c);
  if (token !== undefined) return members.byToken(token, c.req.header('origin'));
  const session = getCookie(c, SESSION_COOKIE);
  return session === undefined ? undefined : members.bySession(session);
};

const refuse = (status: 401 | 403, code: string, detail: string): Authorised => ({
  ok: false,
  response: problem(status, { code, detail, ...(status === 401 ? { headers: { 'WWW-Authenticate': 'Bearer' } } : {}) }),
});
