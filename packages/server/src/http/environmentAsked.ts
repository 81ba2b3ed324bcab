import type { Context } from 'hono';
import { problem } from './problem.ts';
import type { Services } from './Services.ts';

/** The environment of the query, or the 400 that says that there is none of that name. */
export const environmentAsked = (c: Context, services: Services): string | Response => {
  const name = c.req.query('environment') ?? '';
  return services.environments.named(name) === undefined ? unknownEnvironment(400, name) : name;
};

export const unknownEnvironment = (status: 400 | 422, name: string): Response =>
  problem(status, {
    code: 'bad_request',
    detail: 'The request has problems.',
    problems: [{ code: 'unknown_environment', path: '/environment', message: `There is no environment "${name}".` }],
  });
