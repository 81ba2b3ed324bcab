import type { SessionAnswer } from '@shirube/schema/api';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SESSION_MS } from '../../documents/Members.ts';
import { addressOf, isHttps } from '../address.ts';
import { SESSION_COOKIE, sameOrigin } from '../auth.ts';
import { readJson } from '../body.ts';
import { fieldsOf } from '../fields.ts';
import { problem } from '../problem.ts';
import type { Services } from '../Services.ts';
import { tooFast } from './events.ts';
import { normalEmail } from './members.ts';
import type { Route } from './Route.ts';

const MAX_BYTES = 10_000;

export const signIn: Route<'public'> = {
  method: 'POST',
  path: '/v1/session',
  access: 'public',
  summary: 'Signs a member in: sets an HttpOnly cookie.',
  body: 'SignIn',
  answers: { 200: 'SessionAnswer.' },
  handle: async ({ c, services }) => {
    if (c.req.header('origin') !== undefined && !sameOrigin(c)) return otherOrigin();
    const wait = services.signInLimit.take(addressOf(c, services), services.now());
    if (wait > 0) return tooFast(wait);
    const body = await readJson(c, MAX_BYTES);
    if (!body.ok) return body.response;
    const fields = fieldsOf(body.value, { email: 'string', password: 'string' });
    if (!fields.ok) return fields.response;
    const email = normalEmail(fields.text('email'));
    const token = await services.members.signIn(email, fields.text('password'));
    if (token === undefined) {
      return problem(401, { code: 'wrong_password', detail: 'The e-mail or the password is wrong.' });
    }
    setCookie(c, SESSION_COOKIE, token, { ...cookieOptions(c, services), maxAge: SESSION_MS / 1000 });
    return c.json({ member: { email, role: 'admin' } } satisfies SessionAnswer);
  },
};

export const readSession: Route<'member'> = {
  method: 'GET',
  path: '/v1/session',
  access: 'member',
  summary: 'Who is signed in.',
  answers: { 200: 'SessionAnswer.' },
  handle: ({ caller }) => Response.json({ member: caller.member } satisfies SessionAnswer),
};

export const signOut: Route<'public'> = {
  method: 'DELETE',
  path: '/v1/session',
  access: 'public',
  summary: 'Signs out; without a session nothing happens.',
  answers: { 204: 'Signed out.' },
  handle: async ({ c, services }) => {
    if (!sameOrigin(c)) return otherOrigin();
    const token = getCookie(c, SESSION_COOKIE);
    if (token !== undefined) await services.members.signOut(token);
    deleteCookie(c, SESSION_COOKIE, cookieOptions(c, services));
    return c.body(null, 204);
  },
};

const cookieOptions = (c: Context, services: Services) =>
  ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: isHttps(c, services) }) as const;

export const otherOrigin = (): Response =>
  problem(403, { code: 'other_origin', detail: 'With a session cookie, changes come from our own pages alone.' });
