import type { ProblemDocument, SessionAnswer } from '@shirube/schema/api';
import type { TargetsReport, TourReport, ToursReport } from '@shirube/schema/report';

/** What came of a request. No call throws; every failure has a name that a screen can put into words. */
export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'too-many'; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'refused'; readonly status: number; readonly detail: string }
  | { readonly kind: 'unreachable' }
  /** A newer request took its place: drop it. */
  | { readonly kind: 'superseded' };
export type Failure = Exclude<Answer<never>, { kind: 'ok' } | { kind: 'superseded' }>;

/** One of `GET /v1/environments`. */
export interface Environment {
  readonly name: string;
  readonly publicKey: string;
}

export interface Client {
  session(signal?: AbortSignal): Promise<Answer<SessionAnswer>>;
  signIn(email: string, password: string): Promise<Answer<SessionAnswer>>;
  signOut(): Promise<Answer<unknown>>;
  environments(): Promise<Answer<{ readonly environments: readonly Environment[] }>>;
  tours(query: URLSearchParams, signal?: AbortSignal): Promise<Answer<ToursReport>>;
  targets(query: URLSearchParams, signal?: AbortSignal): Promise<Answer<TargetsReport>>;
  tour(tourId: string, query: URLSearchParams, signal?: AbortSignal): Promise<Answer<TourReport>>;
}

/** Longer than any report takes; a request that outlives it is treated like a server that is down. */
const timeoutMs = 30_000;

/** The HTTP API of the server that serves this dashboard: same origin, session cookie. */
export const createClient = (fetch: typeof globalThis.fetch): Client => {
  const ask = async <T>(path: string, init: RequestInit, guard: (value: unknown) => value is T): Promise<Answer<T>> => {
    const own = init.signal ?? undefined;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(path, {
        ...init,
        credentials: 'same-origin',
        headers: { accept: 'application/json', ...init.headers },
        signal: own ? AbortSignal.any([own, timeout]) : timeout,
      });
      return await read(response, guard);
    } catch {
      return own?.aborted ? { kind: 'superseded' } : { kind: 'unreachable' };
    }
  };
  const get = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {});
  return {
    session: (signal) => ask('/v1/session', get(signal), isSession),
    signIn: (email, password) =>
      ask(
        '/v1/session',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email, password }),
        },
        isSession,
      ),
    signOut: () => ask('/v1/session', { method: 'DELETE' }, isAnything),
    environments: () => ask('/v1/environments', {}, isEnvironments),
    tours: (query, signal) => ask(`/v1/reports/tours?${query}`, get(signal), isToursReport),
    targets: (query, signal) => ask(`/v1/reports/targets?${query}`, get(signal), isTargetsReport),
    tour: (tourId, query, signal) =>
      ask(`/v1/reports/tours/${encodeURIComponent(tourId)}?${query}`, get(signal), isTourReport),
  };
};

const read = async <T>(response: Response, guard: (value: unknown) => value is T): Promise<Answer<T>> => {
  if (response.status === 401) return { kind: 'signed-out' };
  if (response.status === 404) return { kind: 'not-found' };
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    return { kind: 'too-many', retryAfterSeconds: seconds > 0 ? seconds : null };
  }
  const text = await response.text();
  const value = parsed(text);
  if (response.ok && guard(value)) return { kind: 'ok', value };
  const problem = isRecord(value) ? (value as Partial<ProblemDocument>) : {};
  const said = problem.detail ?? problem.title ?? (response.ok ? 'unexpected answer' : response.statusText);
  const detail = [said, ...(problem.problems ?? []).map(({ message }) => message)].join(' ');
  return { kind: 'refused', status: response.status, detail };
};

const parsed = (text: string): unknown => {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isAnything = (_value: unknown): _value is unknown => true;
const isSession = (value: unknown): value is SessionAnswer =>
  isRecord(value) && isRecord(value.member) && typeof value.member.email === 'string';
const isEnvironments = (value: unknown): value is { environments: readonly Environment[] } =>
  isRecord(value) &&
  Array.isArray(value.environments) &&
  value.environments.every((one: unknown) => isRecord(one) && typeof one.name === 'string');
const isToursReport = (value: unknown): value is ToursReport => isRecord(value) && Array.isArray(value.tours);
const isTargetsReport = (value: unknown): value is TargetsReport => isRecord(value) && Array.isArray(value.steps);
const isTourReport = (value: unknown): value is TourReport =>
  isRecord(value) &&
  isRecord(value.summary) &&
  isRecord(value.neverShown) &&
  ['steps', 'days', 'versions', 'locales'].every((name) => Array.isArray(value[name]));
