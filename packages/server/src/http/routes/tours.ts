import type { TourDraft } from '@shirube/schema/api';
import type { Problem } from '@shirube/schema/problem';
import { otherId, type ReadDraft, readDraft, readValue, unkeepable } from '../../documents/readDraft.ts';
import type { Draft } from '../../documents/Tours.ts';
import { DOCUMENT_MAX_BYTES, readDocument } from '../body.ts';
import { draftOrigin, ORIGIN_HEADER } from '../draftOrigin.ts';
import { expectedBy, matchesTag } from '../expected.ts';
import { handlingOf } from '../prefer.ts';
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
    return draft === undefined ? noSuchTour(id) : draftAnswer(200, draft, readDraft(draft.text));
  },
};

export const readTourFile: Route<'member'> = {
  method: 'GET',
  path: '/v1/tours/:id/file',
  access: 'member',
  summary: 'The draft as a file, byte for byte as it was written: for exports and git.',
  answers: { 200: 'The tour document.' },
  handle: async ({ c, services }) => {
    const id = c.req.param('id') ?? '';
    const draft = await services.tours.draft(id);
    if (draft === undefined) return noSuchTour(id);
    return new Response(draft.text, {
      headers: {
        'Content-Type': 'application/json',
        'Content-Disposition': `attachment; filename="${draft.id}.json"`,
        ETag: `"${draft.etag}"`,
      },
    });
  },
};

export const writeTour: Route<'member'> = {
  method: 'PUT',
  path: '/v1/tours/:id',
  access: 'member',
  summary:
    'Keeps the draft byte for byte. If-Match with the ETag that was read, or If-None-Match: * for a new tour. With Prefer: handling=lenient an incomplete draft is kept too, and the answer lists its problems; publishing refuses them.',
  headers: ['If-Match', 'If-None-Match', 'Prefer', ORIGIN_HEADER],
  body: 'Tour',
  answers: { 200: 'TourDraft, changed.', 201: 'TourDraft, new.' },
  handle: async ({ c, services, caller }) => {
    const expected = expectedBy(c);
    if (expected === undefined) return preconditionNeeded();
    const origin = draftOrigin(c.req.header(ORIGIN_HEADER), caller.by);
    if (!origin.ok) return origin.response;
    const body = await readDocument(c, DOCUMENT_MAX_BYTES);
    if (!body.ok) return body.response;
    const id = c.req.param('id') ?? '';
    const handling = handlingOf(c.req.header('prefer'));
    const read = readValue(body.value);
    const problems = refusals(handling, id, body.value, read);
    if (problems.length > 0) {
      return problem(422, { code: 'bad_tour', detail: 'The tour has problems.', problems });
    }
    const [by, at] = [caller.member.email, services.now()];
    const saved = await services.tours.save({ id, text: body.text, origin: origin.origin, by, at }, expected);
    if (saved.outcome === 'missing') return noSuchTour(id);
    if (saved.outcome === 'conflict') return newerDraft(saved.current);
    const response = draftAnswer(saved.outcome === 'created' ? 201 : 200, saved.draft, read);
    if (handling === 'lenient') response.headers.set('Preference-Applied', 'handling=lenient');
    return response;
  },
};

const refusals = (handling: 'strict' | 'lenient', id: string, value: unknown, read: ReadDraft): readonly Problem[] => {
  if (handling === 'lenient') return unkeepable(value, id, read);
  if (!read.parsed.ok) return read.parsed.problems;
  return read.parsed.value.id === id ? [] : [otherId(id, read.parsed.value.id)];
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
    if (!matchesTag(c, draft.etag)) return newerDraft(draft);
    const live = (await services.tours.versionInfos(id)).flatMap(({ liveIn }) => liveIn);
    if (live.length > 0) {
      return problem(409, { code: 'live', detail: `The tour is live in ${live.join(', ')}; kill it there first.` });
    }
    await services.tours.remove(id);
    return new Response(null, { status: 204 });
  },
};

const draftAnswer = (status: 200 | 201, { id: _, ...draft }: Draft, { parsed, tour }: ReadDraft): Response => {
  const answer: TourDraft = {
    ...draft,
    tour,
    problems: parsed.ok ? [] : parsed.problems,
    warnings: parsed.warnings,
  };
  return Response.json(answer, { status, headers: { ETag: `"${draft.etag}"` } });
};
const preconditionNeeded = (): Response =>
  problem(428, {
    code: 'precondition_required',
    detail: 'Send If-Match with the ETag that you read, or If-None-Match: * for a new tour.',
  });
export const newerDraft = ({ etag, updatedAt, updatedBy }: Draft): Response =>
  problem(409, {
    code: 'newer_draft',
    detail: `${updatedBy} has written a newer draft at ${new Date(updatedAt).toISOString()}.`,
    more: { etag, updatedAt, updatedBy },
    headers: { ETag: `"${etag}"` },
  });
export const noSuchTour = (id: string): Response =>
  problem(404, { code: 'no_such_tour', detail: `There is no tour "${id}".` });
