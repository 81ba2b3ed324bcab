import { parseTour } from '@shirube/schema';
import type { TourDraft } from '@shirube/schema/api';
import type { Draft, Expected } from '../../documents/Tours.ts';
import { DOCUMENT_MAX_BYTES, readJson } from '../body.ts';
import { problem } from '../problem.ts';
import type { Route } from './Route.ts';

export const listTours: Route<'member'> = {
  method: 'GET',
  path: '/v1/tours',
  access: 'member',
  summary: 'All drafts, newest change first, and where they are live.',
  answers: { 200: '{ tours: TourListItem[] }.' },
  handle: async ({ services }) => Response.json({ tours: await services.tours.list() }),
};

export const readTour: Route<'member'> = {
  method: 'GET',
  path: '/v1/tours/:id',
  access: 'member',
  summary: 'A draft, with the ETag to send when changing it.',
  answers: { 200: 'TourDraft.' },
  handle: async ({ c, services }) => {
    const id = c.req.param('id') ?? '';
    const draft = await services.tours.draft(id);
    return draft === undefined ? noSuchTour(id) : draftAnswer(200, draft);
  },
};

export const writeTour: Route<'member'> = {
  method: 'PUT',
  path: '/v1/tours/:id',
  access: 'member',
  summary: 'Writes the draft. If-Match with the ETag that was read, or If-None-Match: * for a new tour.',
  body: 'Tour',
  answers: { 200: 'TourDraft, changed.', 201: 'TourDraft, new.' },
  handle: async ({ c, services, caller }) => {
    const expected = expectedDraft(c.req.header('if-match'), c.req.header('if-none-match'));
    if (expected === undefined) return preconditionNeeded();
    const body = await readJson(c, DOCUMENT_MAX_BYTES);
    if (!body.ok) return body.response;
    const parsed = parseTour(body.value);
    if (!parsed.ok) {
      return problem(422, { code: 'bad_tour', detail: 'The tour has problems.', problems: parsed.problems });
    }
    const id = c.req.param('id') ?? '';
    if (parsed.value.id !== id) return otherId(id, parsed.value.id);
    const saved = await services.tours.save(parsed.value, expected, caller.member.email, services.now());
    if (saved.outcome === 'missing') return noSuchTour(id);
    if (saved.outcome === 'conflict') return newerDraft(saved.current);
    return draftAnswer(saved.outcome === 'created' ? 201 : 200, saved.draft);
  },
};

export const deleteTour: Route<'member'> = {
  method: 'DELETE',
  path: '/v1/tours/:id',
  access: 'member',
  summary: 'Deletes a draft that is live nowhere. Its versions stay for the reports.',
  answers: { 204: 'Deleted.' },
  handle: async ({ c, services }) => {
    const id = c.req.param('id') ?? '';
    const draft = await services.tours.draft(id);
    if (draft === undefined) return noSuchTour(id);
    const ifMatch = c.req.header('if-match');
    if (ifMatch !== undefined && ifMatch !== `"${draft.etag}"`) return newerDraft(draft);
    const live = (await services.tours.versions(id)).flatMap(({ liveIn }) => liveIn);
    if (live.length > 0) {
      return problem(409, { code: 'live', detail: `The tour is live in ${live.join(', ')}; kill it there first.` });
    }
    await services.tours.remove(id);
    return new Response(null, { status: 204 });
  },
};

const expectedDraft = (ifMatch: string | undefined, ifNoneMatch: string | undefined): Expected | undefined => {
  if (ifMatch !== undefined) return { etag: ifMatch.trim().replace(/^W\//, '').replaceAll('"', '') };
  return ifNoneMatch?.trim() === '*' ? 'absent' : undefined;
};

const draftAnswer = (status: 200 | 201, draft: Draft): Response => {
  const parsed = parseTour(draft.tour);
  const answer: TourDraft = { ...draft, problems: parsed.ok ? [] : parsed.problems, warnings: parsed.warnings };
  return Response.json(answer, { status, headers: { ETag: `"${draft.etag}"` } });
};
const preconditionNeeded = (): Response =>
  problem(428, {
    code: 'precondition_required',
    detail: 'Send If-Match with the ETag that you read, or If-None-Match: * for a new tour.',
  });
const newerDraft = ({ etag, updatedAt, updatedBy }: Draft): Response =>
  problem(409, {
    code: 'newer_draft',
    detail: `${updatedBy} has written a newer draft at ${new Date(updatedAt).toISOString()}.`,
    more: { etag, updatedAt, updatedBy },
    headers: { ETag: `"${etag}"` },
  });
const otherId = (wanted: string, found: string): Response =>
  problem(422, {
    code: 'bad_tour',
    detail: 'The tour has problems.',
    problems: [{ code: 'other_id', path: '/id', message: `The id is "${found}", but the address says "${wanted}".` }],
  });
export const noSuchTour = (id: string): Response =>
  problem(404, { code: 'no_such_tour', detail: `There is no tour "${id}".` });
