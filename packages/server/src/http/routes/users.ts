import type { UserState } from '@shirube/schema/events';
import { factsNeeded } from '@shirube/schema/rules';
import { conditionsIn } from '../../documents/references.ts';
import { provesUser } from '../../documents/secrets.ts';
import { HISTORY_PER_NAME } from '../../events/history.ts';
import { foldTours } from '../../events/userState.ts';
import { problem } from '../problem.ts';
import type { Services } from '../Services.ts';
import { unknownKey, unprovenUser } from './events.ts';
import type { Route } from './Route.ts';

export const userStateRoute: Route<'public'> = {
  method: 'GET',
  path: '/v1/users/:id/state',
  access: 'public',
  anyOrigin: true,
  summary:
    "A user's progress and the part of their history that live rules ask for, so that another device resumes and does not repeat.",
  query: ['key', 'signature'],
  answers: { 200: 'UserState.' },
  handle: async ({ c, services }) => {
    const environment = services.environments.withKey(c.req.query('key') ?? '');
    if (environment === undefined) return unknownKey();
    const userId = c.req.param('id') ?? '';
    if (environment.enforceIdentity && !provesUser(environment.identitySecret, userId, c.req.query('signature'))) {
      return problem(401, { code: 'unproven_user', detail: unprovenUser('').message });
    }
    return Response.json(await userState(services, environment.name, userId), {
      headers: { 'Cache-Control': 'no-store' },
    });
  },
};

export const userState = async (services: Services, environment: string, userId: string): Promise<UserState> => {
  const names = await eventNamesAskedFor(services, environment);
  const { runs, history } = await services.events.ofUser({ environment, userId, names, perName: HISTORY_PER_NAME });
  return { userId, tours: foldTours(runs), history };
};

/** Names of tracked events in the live tours' rules, and in the segments and skills that those name. */
const eventNamesAskedFor = async ({ bundles }: Services, environment: string): Promise<readonly string[]> => {
  const { bundle } = await bundles.of(environment);
  const conditions = bundle.tours.flatMap(({ tour }) => conditionsIn(tour));
  return factsNeeded({ all: conditions }, bundle).events.toSorted();
};
