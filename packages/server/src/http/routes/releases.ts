import type { ReleaseInfo, VersionDocument, VersionInfo } from '@shirube/schema/api';
import type { Problem } from '@shirube/schema/problem';
import type { Tour } from '@shirube/schema/tour';
import { readDraft } from '../../documents/readDraft.ts';
import { referencesIn } from '../../documents/references.ts';
import { DOCUMENT_MAX_BYTES, readJson } from '../body.ts';
import { matchesTag } from '../expected.ts';
import { fieldsOf } from '../fields.ts';
import { problem } from '../problem.ts';
import type { Services } from '../Services.ts';
import type { MemberCall, Route } from './Route.ts';
import { newerDraft, noSuchTour } from './tours.ts';

export const listVersions: Route<'member'> = {
  method: 'GET',
  path: '/v1/tours/:id/versions',
  access: 'member',
  summary: 'Published versions, newest first, and where they are live.',
  answers: { 200: '{ versions: VersionInfo[] }, empty for a draft that was never published.' },
  handle: async ({ c, services }) => {
    const id = c.req.param('id') ?? '';
    const versions: readonly VersionInfo[] = await services.tours.versionInfos(id);
    if (versions.length === 0 && (await services.tours.draft(id)) === undefined) return noSuchTour(id);
    return Response.json({ versions });
  },
};

export const readVersion: Route<'member'> = {
  method: 'GET',
  path: '/v1/tours/:id/versions/:version',
  access: 'member',
  summary: 'One published version, with its text byte for byte as it was published. It never changes.',
  answers: { 200: 'VersionDocument.' },
  handle: async ({ c, services }) => {
    const [id, version] = [c.req.param('id') ?? '', c.req.param('version') ?? ''];
    const found = /^[1-9]\d{0,8}$/.test(version) ? await services.tours.version(id, Number(version)) : undefined;
    return found === undefined ? noSuchVersion(id, version) : Response.json(found satisfies VersionDocument);
  },
};

export const listReleases: Route<'member'> = {
  method: 'GET',
  path: '/v1/tours/:id/releases',
  access: 'member',
  summary: 'Who published, rolled back or killed what, where and when, newest first.',
  answers: { 200: '{ releases: ReleaseInfo[] }, empty for a draft that was never published.' },
  handle: async ({ c, services }) => {
    const id = c.req.param('id') ?? '';
    const releases: readonly ReleaseInfo[] = await services.tours.releases(id);
    if (releases.length === 0 && (await services.tours.draft(id)) === undefined) return noSuchTour(id);
    return Response.json({ releases });
  },
};

export const publishTour: Route<'member'> = {
  method: 'POST',
  path: '/v1/tours/:id/publish',
  access: 'member',
  summary:
    'Checks the draft, keeps it as the next version, and makes that live in one environment. With If-Match only the draft that was read.',
  headers: ['If-Match'],
  body: 'Publish',
  answers: { 201: '{ version, environment }.' },
  handle: async (call) => {
    const { services } = call;
    const id = call.c.req.param('id') ?? '';
    const release = await readRelease(call, { environment: 'string', note: 'string?' });
    if (!release.ok) return release.response;
    const draft = await services.tours.draft(id);
    if (draft === undefined) return noSuchTour(id);
    if (!matchesTag(call.c, draft.etag)) return newerDraft(draft);
    const { parsed } = readDraft(draft.text);
    const problems = parsed.ok ? await brokenReferences(parsed.value, services) : parsed.problems;
    if (!parsed.ok || problems.length > 0) {
      return problem(422, {
        code: 'not_publishable',
        detail: 'The draft has problems that would fail live.',
        problems,
      });
    }
    const version = await services.tours.publish({ tour: parsed.value, text: draft.text }, release.value);
    services.bundles.forget();
    return Response.json({ version, environment: release.value.environment }, { status: 201 });
  },
};

export const rollbackTour: Route<'member'> = {
  method: 'POST',
  path: '/v1/tours/:id/rollback',
  access: 'member',
  summary: 'Makes an older version live again, as it was.',
  body: 'Rollback',
  answers: { 200: '{ version, environment }.' },
  handle: async (call) => {
    const { services } = call;
    const id = call.c.req.param('id') ?? '';
    const release = await readRelease(call, { environment: 'string', version: 'number', note: 'string?' });
    if (!release.ok) return release.response;
    const { environment, version } = release.value;
    const older = await services.tours.version(id, version);
    if (older === undefined) return noSuchVersion(id, String(version));
    const problems = await brokenReferences(older.tour, services);
    if (problems.length > 0) {
      const detail = `Version ${version} names what has been deleted since.`;
      return problem(422, { code: 'not_publishable', detail, problems });
    }
    const outcome = await services.tours.rollback(id, version, release.value);
    if (outcome === 'no such version') return noSuchVersion(id, String(version));
    services.bundles.forget();
    return Response.json({ version, environment });
  },
};

export const killTour: Route<'member'> = {
  method: 'POST',
  path: '/v1/tours/:id/kill',
  access: 'member',
  summary: 'Takes the tour out of one environment and ends its running runs.',
  body: 'Kill',
  answers: { 200: '{ environment }.' },
  handle: async (call) => {
    const { services } = call;
    const id = call.c.req.param('id') ?? '';
    const release = await readRelease(call, { environment: 'string', note: 'string?' });
    if (!release.ok) return release.response;
    const { environment } = release.value;
    if ((await services.tours.kill(id, release.value)) === 'not live') {
      return problem(404, { code: 'not_live', detail: `The tour "${id}" is not live in ${environment}.` });
    }
    services.bundles.forget();
    return Response.json({ environment });
  },
};

const noSuchVersion = (id: string, version: string): Response =>
  problem(404, { code: 'no_such_version', detail: `The tour "${id}" has no version ${version}.` });

/** The body of all three, with who and when; an unknown environment is refused here. */
const readRelease = async ({ c, services, caller }: MemberCall, shape: Parameters<typeof fieldsOf>[1]) => {
  const body = await readJson(c, DOCUMENT_MAX_BYTES);
  if (!body.ok) return body;
  const fields = fieldsOf(body.value, shape);
  if (!fields.ok) return fields;
  const environment = fields.text('environment');
  if (services.environments.named(environment) === undefined) {
    return {
      ok: false as const,
      response: problem(422, {
        code: 'bad_request',
        detail: 'The request has problems.',
        problems: [
          { code: 'unknown_environment', path: '/environment', message: `There is no environment "${environment}".` },
        ],
      }),
    };
  }
  const value = {
    environment,
    note: fields.text('note'),
    version: fields.number('version'),
    by: caller.member.email,
    at: services.now(),
  };
  return { ok: true as const, value };
};

/** What parsing one document cannot know: whether the others that it names exist. */
const brokenReferences = async (tour: Tour, { library }: Services): Promise<readonly Problem[]> => {
  const [segments, skills, themes] = await Promise.all([
    library.all('segments'),
    library.all('skills'),
    library.all('themes'),
  ]);
  const named = referencesIn([tour], segments);
  const missing = (kind: string, path: string, ids: ReadonlySet<string>, known: readonly { readonly id: string }[]) =>
    [...ids]
      .filter((id) => !known.some((one) => one.id === id))
      .map((id) => ({ code: `unknown_${kind}`, path, message: `There is no ${kind} "${id}".` }));
  return [
    ...missing('segment', '/audience', named.segments, segments),
    ...missing('skill', '/audience', named.skills, skills),
    // The default theme is built in; a workspace may replace it.
    ...missing('theme', '/theme', named.themes, [...themes, { id: 'default' }]),
  ];
};
