import type { PersonFacts } from '@shirube/schema/api';
import { HISTORY_PER_NAME } from '../../events/history.ts';
import { foldTours } from '../../events/userState.ts';
import { environmentAsked } from '../environmentAsked.ts';
import { problem } from '../problem.ts';
import type { Route } from './Route.ts';

/** As many as somebody looks through before they type another letter. */
const MAX_PEOPLE = 50;
/** Events in the facts of one person, the newest. */
const MAX_HISTORY = 1_000;

const listPeople: Route<'member'> = {
  method: 'GET',
  path: '/v1/people',
  access: 'member',
  summary:
    'People with their latest traits, the latest active first, at most 50; with `search` those who have it in their id or in a value.',
  query: ['environment', 'search'],
  answers: { 200: '{ people: Person[] }.' },
  handle: async ({ c, services }) => {
    const environment = environmentAsked(c, services);
    if (environment instanceof Response) return environment;
    const search = c.req.query('search')?.trim().slice(0, 200);
    return Response.json({ people: await services.events.findPeople({ environment, search, limit: MAX_PEOPLE }) });
  },
};

const readPerson: Route<'member'> = {
  method: 'GET',
  path: '/v1/people/:id',
  access: 'member',
  summary: 'What is known of one person, as rules ask for it: for rehearsals.',
  query: ['environment'],
  answers: { 200: 'PersonFacts.' },
  handle: async ({ c, services }) => {
    const environment = environmentAsked(c, services);
    if (environment instanceof Response) return environment;
    const userId = c.req.param('id') ?? '';
    const [person] = await services.events.findPeople({ environment, ids: [userId], limit: 1 });
    if (person === undefined)
      return problem(404, { code: 'no_such_person', detail: `Nobody "${userId}" was seen in ${environment}.` });
    const { runs, history } = await services.events.ofUser({
      environment,
      userId,
      names: 'all',
      perName: HISTORY_PER_NAME,
    });
    const facts: PersonFacts = { ...person, history: history.slice(0, MAX_HISTORY), tours: foldTours(runs) };
    return Response.json(facts);
  },
};

const listTraits: Route<'member'> = {
  method: 'GET',
  path: '/v1/seen/traits',
  access: 'member',
  summary: 'Which traits people and their companies have, with the most frequent values.',
  query: ['environment'],
  answers: { 200: '{ traits: SeenTrait[] }, at most 500.' },
  handle: async ({ c, services }) => {
    const environment = environmentAsked(c, services);
    if (environment instanceof Response) return environment;
    return Response.json({ traits: await services.events.seenTraits(environment) });
  },
};

const listEvents: Route<'member'> = {
  method: 'GET',
  path: '/v1/seen/events',
  access: 'member',
  summary: 'Names of tracked events, with how often and by how many people.',
  query: ['environment'],
  answers: { 200: '{ events: SeenEvent[] }, at most 500.' },
  handle: async ({ c, services }) => {
    const environment = environmentAsked(c, services);
    if (environment instanceof Response) return environment;
    return Response.json({ events: await services.events.seenEvents(environment) });
  },
};

export const peopleRoutes: readonly Route<'member'>[] = [listPeople, readPerson, listTraits, listEvents];
