import { bearerOf } from '../auth.ts';
import { readJson } from '../body.ts';
import { fieldsOf } from '../fields.ts';
import { problem } from '../problem.ts';
import type { Route } from './Route.ts';

const MAX_BYTES = 10_000;

export const makeApiToken: Route<'person'> = {
  method: 'POST',
  path: '/v1/tokens',
  access: 'person',
  summary: 'Makes an API token; it is shown this once.',
  body: 'TokenRequest',
  answers: { 201: '{ token }.' },
  handle: async ({ c, services, caller }) => {
    const body = await readJson(c, MAX_BYTES);
    if (!body.ok) return body.response;
    const fields = fieldsOf(body.value, { name: 'string' });
    if (!fields.ok) return fields.response;
    const token = await services.members.makeApiToken(fields.text('name'), caller.member.email);
    return Response.json({ token }, { status: 201 });
  },
};

export const makeEditorToken: Route<'person'> = {
  method: 'POST',
  path: '/v1/editor-tokens',
  access: 'person',
  summary: 'Makes a token for the editor on the pages of one origin, for half a day.',
  body: 'EditorTokenRequest',
  answers: { 201: '{ token, origin }.' },
  handle: async ({ c, services, caller }) => {
    const body = await readJson(c, MAX_BYTES);
    if (!body.ok) return body.response;
    const fields = fieldsOf(body.value, { origin: 'string' });
    if (!fields.ok) return fields.response;
    const origin = webOrigin(fields.text('origin'));
    if (origin === undefined) {
      const problems = [
        { code: 'not_an_origin', path: '/origin', message: 'Must be an origin, such as https://app.example.com.' },
      ];
      return problem(422, { code: 'bad_request', detail: 'The request has problems.', problems });
    }
    const token = await services.members.makeEditorToken(origin, caller.member.email);
    return Response.json({ token, origin }, { status: 201 });
  },
};

export const endEditorToken: Route<'member'> = {
  method: 'DELETE',
  path: '/v1/editor-tokens/current',
  access: 'member',
  summary: 'Ends the editor token that asks: what an editor does when its author signs out.',
  answers: { 204: 'Ended.' },
  handle: async ({ c, services, caller }) => {
    const token = bearerOf(c);
    if (caller.by !== 'editor' || token === undefined) {
      return problem(403, { code: 'not_an_editor_token', detail: 'Only an editor token can end itself.' });
    }
    await services.members.endEditorToken(token);
    return new Response(null, { status: 204 });
  },
};

export const listEnvironments: Route<'member'> = {
  method: 'GET',
  path: '/v1/environments',
  access: 'member',
  summary: 'Environments and their public keys.',
  answers: { 200: '{ environments: { name, publicKey, enforceIdentity }[] }.' },
  handle: ({ services }) =>
    Response.json({
      environments: services.environments
        .all()
        .map(({ name, publicKey, enforceIdentity }) => ({ name, publicKey, enforceIdentity })),
    }),
};

export const setIdentity: Route<'person'> = {
  method: 'POST',
  path: '/v1/environments/:name/identity',
  access: 'person',
  summary: 'Turns the enforcement of signatures on or off, and shows the secret to sign with.',
  body: 'Identity',
  answers: { 200: '{ enforce, secret }.' },
  handle: async ({ c, services }) => {
    const body = await readJson(c, MAX_BYTES);
    if (!body.ok) return body.response;
    const fields = fieldsOf(body.value, { enforce: 'boolean' });
    if (!fields.ok) return fields.response;
    const name = c.req.param('name') ?? '';
    const environment = services.environments.named(name);
    if (environment === undefined) {
      return problem(404, { code: 'no_such_environment', detail: `There is no environment "${name}".` });
    }
    const enforce = fields.flag('enforce');
    await services.environments.enforceIdentity(name, enforce ? 'on' : 'off');
    return Response.json({ enforce, secret: environment.identitySecret });
  },
};

/** The origin as browsers write it, or undefined for anything with a path, credentials or another scheme. */
export const webOrigin = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined;
  const { origin, protocol, pathname, search, hash, username } = new URL(text);
  const bare = pathname === '/' && search === '' && hash === '' && username === '';
  return bare && ['http:', 'https:'].includes(protocol) ? origin : undefined;
};
