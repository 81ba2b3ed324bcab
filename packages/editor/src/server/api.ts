import type { Segment, Skill } from '@shirube/schema';
import type {
  EnvironmentInfo,
  EstimateAnswer,
  EstimateRequest,
  LevelsAnswer,
  Member,
  Person,
  PersonFacts,
  SeenEvent,
  SeenTrait,
  SessionAnswer,
  TourDraft,
  TourListItem,
  VersionDocument,
  VersionInfo,
} from '@shirube/schema/api';
import type { Bundle } from '@shirube/schema/bundle';
import type { Theme } from '@shirube/schema/theme';
import type { Answer } from './failure.ts';
import { type RequestOptions, request } from './request.ts';
import type { TokenStore } from './tokenStore.ts';

export interface LibraryDocuments {
  readonly segments: Segment;
  readonly skills: Skill;
  readonly themes: Theme;
}
export type LibraryKind = keyof LibraryDocuments;
type Signal = AbortSignal | undefined;

/** Every request that the editor makes. Each ends in an answer; none throws or rejects. */
export interface Api {
  session(signal?: Signal): Promise<Answer<Member>>;
  /** Ends the editor's token at the server. */
  endToken(): Promise<Answer<void>>;
  listTours(signal?: Signal): Promise<Answer<readonly TourListItem[]>>;
  /** What is live in the environment of the page's key. */
  readBundle(signal?: Signal): Promise<Answer<Bundle>>;
  readDraft(tourId: string, signal?: Signal): Promise<Answer<TourDraft>>;
  /** `etag` undefined: there must be no such tour yet. Also keeps what is not complete. */
  writeDraft(
    tourId: string,
    text: string,
    options: { readonly etag: string | undefined; readonly origin?: string | undefined; readonly signal?: Signal },
  ): Promise<Answer<TourDraft>>;
  deleteDraft(tourId: string, etag: string): Promise<Answer<void>>;
  publish(
    tourId: string,
    /** `etag`: of the draft that is meant; when another one is there by now, nothing is published. */
    body: { readonly environment: string; readonly note: string; readonly etag?: string | undefined },
  ): Promise<Answer<{ readonly version: number; readonly environment: string }>>;
  rollback(
    tourId: string,
    body: { readonly environment: string; readonly version: number; readonly note: string },
  ): Promise<Answer<{ readonly version: number; readonly environment: string }>>;
  kill(tourId: string, body: { readonly environment: string; readonly note: string }): Promise<Answer<unknown>>;
  listVersions(tourId: string, signal?: Signal): Promise<Answer<readonly VersionInfo[]>>;
  readVersion(tourId: string, version: number, signal?: Signal): Promise<Answer<VersionDocument>>;
  listEnvironments(signal?: Signal): Promise<Answer<readonly EnvironmentInfo[]>>;
  listLibrary<K extends LibraryKind>(kind: K, signal?: Signal): Promise<Answer<readonly LibraryDocuments[K][]>>;
  writeLibrary<K extends LibraryKind>(kind: K, value: LibraryDocuments[K]): Promise<Answer<LibraryDocuments[K]>>;
  deleteLibrary(kind: LibraryKind, id: string): Promise<Answer<void>>;
  seenTraits(environment: string, signal?: Signal): Promise<Answer<readonly SeenTrait[]>>;
  seenEvents(environment: string, signal?: Signal): Promise<Answer<readonly SeenEvent[]>>;
  estimate(body: EstimateRequest, signal?: Signal): Promise<Answer<EstimateAnswer>>;
  levels(environment: string, skill: Skill, signal?: Signal): Promise<Answer<LevelsAnswer>>;
  findPeople(environment: string, search: string, signal?: Signal): Promise<Answer<readonly Person[]>>;
  personFacts(environment: string, userId: string, signal?: Signal): Promise<Answer<PersonFacts>>;
}

/** `origin` of the server, `key` of the page's environment. A 401 is told to `onSignedOut` once per answer. */
export const createApi = (origin: string, key: string, tokens: TokenStore, onSignedOut: () => void): Api => {
  const ask = async <T>(path: string, options: RequestOptions = {}): Promise<Answer<T>> => {
    const token = tokens.read();
    const answer = await request<T>(`${origin}${path}`, { token, ...options });
    // A late answer to the token of before says nothing about a new one.
    if (!answer.ok && answer.failure.kind === 'signed_out' && tokens.read() === token) onSignedOut();
    return answer;
  };
  const part = async <T>(name: string, path: string, options?: RequestOptions): Promise<Answer<T>> => {
    const answer = await ask<Readonly<Record<string, T>>>(path, options);
    return answer.ok ? { ok: true, value: answer.value[name] as T } : answer;
  };
  const post = <T>(path: string, body: unknown, signal?: Signal) => ask<T>(path, { method: 'POST', body, signal });
  const tour = (id: string): string => `/v1/tours/${encodeURIComponent(id)}`;
  const within = (environment: string): string => `environment=${encodeURIComponent(environment)}`;

  return {
    async session(signal) {
      const answer = await ask<SessionAnswer>('/v1/session', { signal });
      return answer.ok ? { ok: true, value: answer.value.member } : answer;
    },
    endToken: () => ask('/v1/editor-tokens/current', { method: 'DELETE' }),
    listTours: (signal) => part('tours', '/v1/tours', { signal }),
    async readBundle(signal) {
      const answer = await request<Bundle>(`${origin}/v1/bundle?key=${encodeURIComponent(key)}`, { signal });
      const wrongKey = !answer.ok && answer.failure.kind === 'signed_out';
      return wrongKey ? { ok: false, failure: { kind: 'wrong_key' } } : answer;
    },
    readDraft: (id, signal) => ask(tour(id), { signal }),
    writeDraft: (id, text, { etag, origin: from, signal }) =>
      ask(tour(id), {
        method: 'PUT',
        body: text,
        signal,
        headers: {
          prefer: 'handling=lenient',
          ...(etag === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${etag}"` }),
          ...(from === undefined ? {} : { 'shirube-origin': from }),
        },
      }),
    deleteDraft: (id, etag) => ask(tour(id), { method: 'DELETE', headers: { 'if-match': `"${etag}"` } }),
    publish: (id, { etag, ...body }) =>
      ask(`${tour(id)}/publish`, {
        method: 'POST',
        body,
        headers: etag === undefined ? {} : { 'if-match': `"${etag}"` },
      }),
    rollback: (id, body) => post(`${tour(id)}/rollback`, body),
    kill: (id, body) => post(`${tour(id)}/kill`, body),
    listVersions: (id, signal) => part('versions', `${tour(id)}/versions`, { signal }),
    readVersion: (id, version, signal) => ask(`${tour(id)}/versions/${version}`, { signal }),
    listEnvironments: (signal) => part('environments', '/v1/environments', { signal }),
    listLibrary: (kind, signal) => part(kind, `/v1/${kind}`, { signal }),
    writeLibrary: (kind, value) => ask(`/v1/${kind}/${encodeURIComponent(value.id)}`, { method: 'PUT', body: value }),
    deleteLibrary: (kind, id) => ask(`/v1/${kind}/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    seenTraits: (environment, signal) => part('traits', `/v1/seen/traits?${within(environment)}`, { signal }),
    seenEvents: (environment, signal) => part('events', `/v1/seen/events?${within(environment)}`, { signal }),
    estimate: (body, signal) => post('/v1/audience/estimate', body, signal),
    levels: (environment, skill, signal) => post('/v1/skills/levels', { environment, skill }, signal),
    findPeople: (environment, search, signal) =>
      part('people', `/v1/people?${within(environment)}&search=${encodeURIComponent(search)}`, { signal }),
    personFacts: (environment, id, signal) =>
      ask(`/v1/people/${encodeURIComponent(id)}?${within(environment)}`, { signal }),
  };
};
