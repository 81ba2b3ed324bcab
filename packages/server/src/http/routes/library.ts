import { parseSegment, parseSkill, parseTheme } from '@shirube/schema';
import type { Parsed } from '@shirube/schema/problem';
import type { LibraryDocuments, Written } from '../../documents/Library.ts';
import { jsonIn } from '../../documents/readDraft.ts';
import { referencesOf } from '../../documents/references.ts';
import { referencesInDraft } from '../../documents/referencesInDraft.ts';
import type { LibraryKind } from '../../documents/tables.ts';
import { DOCUMENT_MAX_BYTES, readJson } from '../body.ts';
import { expectedBy, matchesTag } from '../expected.ts';
import { problem } from '../problem.ts';
import type { Services } from '../Services.ts';
import type { Route } from './Route.ts';

interface Kind<K extends LibraryKind> {
  readonly kind: K;
  readonly one: 'segment' | 'skill' | 'theme';
  readonly parse: (input: unknown) => Parsed<LibraryDocuments[K]>;
}

const routesOf = <K extends LibraryKind>({ kind, one, parse }: Kind<K>): readonly Route<'member'>[] => {
  const missing = (id: string) => problem(404, { code: `no_such_${one}`, detail: `There is no ${one} "${id}".` });
  const newer = ({ etag, updatedAt, updatedBy }: Written) =>
    problem(409, {
      code: `newer_${one}`,
      detail: `${updatedBy} has changed the ${one} at ${new Date(updatedAt).toISOString()}.`,
      more: { etag, updatedAt, updatedBy },
      headers: { ETag: `"${etag}"` },
    });
  return [
    {
      method: 'GET',
      path: `/v1/${kind}`,
      access: 'member',
      summary: `All ${kind}, and by id the ETag of each.`,
      answers: { 200: `{ ${kind}, etags: { [id]: etag } }.` },
      handle: async ({ services }) => {
        const { documents, etags } = await services.library.list(kind);
        return Response.json({ [kind]: documents, etags });
      },
    },
    {
      method: 'GET',
      path: `/v1/${kind}/:id`,
      access: 'member',
      summary: `One ${one}.`,
      answers: { 200: `The ${one}.` },
      handle: async ({ c, services }) => {
        const id = c.req.param('id') ?? '';
        const found = await services.library.one(kind, id);
        return found === undefined
          ? missing(id)
          : Response.json(found.document, { headers: { ETag: `"${found.etag}"` } });
      },
    },
    {
      method: 'PUT',
      path: `/v1/${kind}/:id`,
      access: 'member',
      summary: `Writes a ${one}. There is no draft of it: live tours that name it follow at once, in every environment. With If-Match or If-None-Match: * nobody else's change is overwritten; without, the last write wins.`,
      headers: ['If-Match', 'If-None-Match'],
      body: one[0]?.toUpperCase() + one.slice(1),
      answers: { 200: `The ${one}, as kept.` },
      handle: async ({ c, services, caller }) => {
        const body = await readJson(c, DOCUMENT_MAX_BYTES);
        if (!body.ok) return body.response;
        const parsed = parse(body.value);
        if (!parsed.ok) {
          return problem(422, { code: `bad_${one}`, detail: `The ${one} has problems.`, problems: parsed.problems });
        }
        const id = c.req.param('id') ?? '';
        if (parsed.value.id !== id) {
          const message = `The id is "${parsed.value.id}", but the address says "${id}".`;
          const problems = [{ code: 'other_id', path: '/id', message }];
          return problem(422, { code: `bad_${one}`, detail: `The ${one} has problems.`, problems });
        }
        const [by, at] = [caller.member.email, services.now()];
        const saved = await services.library.save(kind, parsed.value, { by, at, expected: expectedBy(c) });
        if (saved.outcome === 'missing') return missing(id);
        if (saved.outcome === 'conflict') return newer(saved.current);
        services.bundles.forget();
        return Response.json(parsed.value, { headers: { ETag: `"${saved.etag}"` } });
      },
    },
    {
      method: 'DELETE',
      path: `/v1/${kind}/:id`,
      access: 'member',
      summary: `Deletes a ${one} that nothing uses. With If-Match only the one that was read.`,
      headers: ['If-Match'],
      answers: { 204: 'Deleted.' },
      handle: async ({ c, services }) => {
        const id = c.req.param('id') ?? '';
        const current = await services.library.one(kind, id);
        if (current !== undefined && !matchesTag(c, current.etag)) return newer(current);
        const users = await usersOf(kind, id, services);
        if (users.length > 0) {
          return problem(409, {
            code: 'in_use',
            detail: `The ${one} "${id}" is used by ${users.join(', ')}.`,
            more: { usedBy: users },
          });
        }
        if ((await services.library.remove(kind, id)) === 'missing') return missing(id);
        services.bundles.forget();
        return new Response(null, { status: 204 });
      },
    },
  ];
};

/** Drafts, live versions and segments that name it. */
const usersOf = async (
  kind: LibraryKind,
  id: string,
  { tours, library, environments }: Services,
): Promise<readonly string[]> => {
  const drafts = await tours.drafts();
  const live = await Promise.all(environments.all().map(({ name }) => tours.live(name)));
  const documents = [...drafts.map((draft) => ({ tourId: draft.id, tour: jsonIn(draft.text) })), ...live.flat()];
  const using = documents
    .filter(({ tour }) => referencesInDraft(tour)[kind].has(id))
    .map(({ tourId }) => `tour "${tourId}"`);
  const segments = (await library.all('segments'))
    .filter((segment) => segment.id !== id || kind !== 'segments')
    .filter(({ condition }) => referencesOf([condition], [])[kind].has(id))
    .map((segment) => `segment "${segment.id}"`);
  return [...new Set([...using, ...segments])];
};

export const libraryRoutes: readonly Route<'member'>[] = [
  ...routesOf({ kind: 'segments', one: 'segment', parse: parseSegment }),
  ...routesOf({ kind: 'skills', one: 'skill', parse: parseSkill }),
  ...routesOf({ kind: 'themes', one: 'theme', parse: parseTheme }),
];
