import type { ProblemDocument, TourDraft, TourListItem } from '@shirube/schema/api';
import type { Bundle } from '@shirube/schema/bundle';
import type { Answer, Failure } from './failure.ts';

/** The one place of the editor that sends requests. Every call ends in an answer; none throws or rejects. */
export interface Api {
  /** Every tour of the workspace. */
  listTours(token: string, signal: AbortSignal): Promise<Answer<readonly TourListItem[]>>;
  /** What is live in the environment of the page's key. */
  readBundle(signal: AbortSignal): Promise<Answer<Bundle>>;
  readDraft(token: string, tourId: string, signal: AbortSignal): Promise<Answer<TourDraft>>;
}

export const createApi = (origin: string, key: string): Api => ({
  async listTours(token, signal) {
    const answer = await get<{ readonly tours: readonly TourListItem[] }>(`${origin}/v1/tours`, signal, token);
    return answer.ok ? { ok: true, value: answer.value.tours } : answer;
  },
  readBundle: (signal) => get<Bundle>(`${origin}/v1/bundle?key=${encodeURIComponent(key)}`, signal),
  readDraft: (token, tourId, signal) =>
    get<TourDraft>(`${origin}/v1/tours/${encodeURIComponent(tourId)}`, signal, token),
});

const get = async <T>(url: string, signal: AbortSignal, token?: string): Promise<Answer<T>> => {
  try {
    const response = await fetch(url, {
      signal,
      // The token is the whole proof: the server's own cookies stay out of the app's page.
      credentials: 'omit',
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
    if (!response.ok) return { ok: false, failure: await failureOf(response) };
    return { ok: true, value: (await response.json()) as T };
  } catch {
    return { ok: false, failure: { kind: 'unreachable' } };
  }
};

const failureOf = async (response: Response): Promise<Failure> => {
  if (response.status === 401) return { kind: 'signed_out' };
  if (response.status === 404) return { kind: 'gone' };
  return { kind: response.status === 403 ? 'refused' : 'unexpected', detail: await detailOf(response) };
};

const detailOf = async (response: Response): Promise<string> => {
  try {
    const problem = (await response.json()) as Partial<ProblemDocument>;
    return problem.detail ?? problem.title ?? String(response.status);
  } catch {
    return String(response.status);
  }
};
