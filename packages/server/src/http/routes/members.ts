import type { MembersAnswer } from '@shirube/schema/api';
import type { Problem } from '@shirube/schema/problem';
import { getCookie } from 'hono/cookie';
import { addressOf } from '../address.ts';
import { SESSION_COOKIE } from '../auth.ts';
import { readJson } from '../body.ts';
import { fieldsOf } from '../fields.ts';
import { problem } from '../problem.ts';
import { tooFast } from './events.ts';
import type { Route } from './Route.ts';

const MAX_BYTES = 10_000;
const PASSWORD_LEAST = 12;
/** RFC 5321 section 4.5.3.1.3, without the angle brackets. */
const EMAIL_MOST = 254;

export const listMembers: Route<'member'> = {
  method: 'GET',
  path: '/v1/members',
  access: 'member',
  summary: 'Who may sign in. Everyone may write, publish, stop and invite.',
  answers: { 200: 'MembersAnswer.' },
  handle: async ({ services }) => Response.json({ members: await services.members.list() } satisfies MembersAnswer),
};

export const inviteMember: Route<'person'> = {
  method: 'POST',
  path: '/v1/members',
  access: 'person',
  summary: `Lets another author sign in with this password, which has at least ${PASSWORD_LEAST} characters; hand it over, no mail is sent.`,
  body: 'Invitation',
  answers: { 201: '{ member }.' },
  handle: async ({ c, services }) => {
    const body = await readJson(c, MAX_BYTES);
    if (!body.ok) return body.response;
    const fields = fieldsOf(body.value, { email: 'string', password: 'string' });
    if (!fields.ok) return fields.response;
    const email = normalEmail(fields.text('email'));
    const password = fields.text('password');
    const problems = [...emailProblems(email), ...passwordProblems(password)];
    if (problems.length > 0) return badRequest(problems);
    if ((await services.members.invite(email, password)) === 'exists') {
      return problem(409, { code: 'member_exists', detail: `${email} is a member already.` });
    }
    return Response.json({ member: { email, role: 'admin' } }, { status: 201 });
  },
};

export const removeMember: Route<'person'> = {
  method: 'DELETE',
  path: '/v1/members/:email',
  access: 'person',
  summary: 'Removes a member: their sessions and tokens end at once, what they wrote stays. The last member stays too.',
  answers: { 204: 'Removed.' },
  handle: async ({ c, services }) => {
    const email = normalEmail(c.req.param('email') ?? '');
    const outcome = await services.members.remove(email);
    if (outcome === 'missing') {
      return problem(404, { code: 'no_such_member', detail: `There is no member "${email}".` });
    }
    if (outcome === 'last') {
      return problem(409, {
        code: 'last_member',
        detail: 'Nobody could sign in any more: invite somebody else first.',
      });
    }
    return new Response(null, { status: 204 });
  },
};

export const changePassword: Route<'person'> = {
  method: 'POST',
  path: '/v1/session/password',
  access: 'person',
  summary: 'Changes the own password, and ends the other sessions and editor tokens of this member. API tokens stay.',
  body: 'PasswordChange',
  answers: { 204: 'Changed.' },
  handle: async ({ c, services, caller }) => {
    const wait = services.signInLimit.take(addressOf(c, services), services.now());
    if (wait > 0) return tooFast(wait);
    const body = await readJson(c, MAX_BYTES);
    if (!body.ok) return body.response;
    const fields = fieldsOf(body.value, { current: 'string', password: 'string' });
    if (!fields.ok) return fields.response;
    const [current, password] = [fields.text('current'), fields.text('password')];
    const problems = passwordProblems(password);
    if (problems.length > 0) return badRequest(problems);
    const session = getCookie(c, SESSION_COOKIE) ?? '';
    const outcome = await services.members.changePassword({ email: caller.member.email, current, password, session });
    if (outcome === 'wrong') {
      return badRequest([{ code: 'wrong_password', path: '/current', message: 'This is not the current password.' }]);
    }
    return new Response(null, { status: 204 });
  },
};

/** As people type it; the same at every door. */
export const normalEmail = (text: string): string => text.trim().toLowerCase();

const emailProblems = (email: string): readonly Problem[] =>
  email.length <= EMAIL_MOST && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email)
    ? []
    : [{ code: 'bad_email', path: '/email', message: 'This must be an e-mail address.' }];

/** Counted as people count: an emoji is one character. */
const passwordProblems = (password: string): readonly Problem[] =>
  [...password].length >= PASSWORD_LEAST
    ? []
    : [{ code: 'short_password', path: '/password', message: `A password has at least ${PASSWORD_LEAST} characters.` }];

const badRequest = (problems: readonly Problem[]): Response =>
  problem(422, { code: 'bad_request', detail: 'The request has problems.', problems });
