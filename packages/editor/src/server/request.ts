import type { NewerDraft } from '@shirube/schema/api';
import type { Answer, Failure } from './failure.ts';

export interface RequestOptions {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE' | undefined;
  readonly token?: string | undefined;
  /** Sent as it is when it is a text, else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A connection that a sleeping laptop or a train has left hanging would otherwise hold back everything behind it. */
const ANSWER_WITHIN_MS = 30_000;

/** One request of the editor. It ends in an answer, whatever happens: it never rejects. */
export const request = async <T>(url: string, options: RequestOptions = {}): Promise<Answer<T>> => {
  const { method = 'GET', token, body, headers = {}, signal } = options;
  try {
    const tooLate = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const response = await fetch(url, {
      method,
      signal: signal ? AbortSignal.any([signal, tooLate]) : tooLate,
      // The token is the whole proof: the server's own cookies stay out of the app's page.
      credentials: 'omit',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) return { ok: false, failure: failureOf(response.status, text) };
    return { ok: true, value: (text === '' ? undefined : JSON.parse(text)) as T };
  } catch {
    return { ok: false, failure: { kind: 'unreachable' } };
  }
};

const KINDS: Readonly<Record<number, Failure['kind']>> = {
  401: 'signed_out',
  403: 'refused',
  404: 'gone',
  409: 'conflict',
  412: 'conflict',
  422: 'invalid',
};

const failureOf = (status: number, text: string): Failure => {
  const kind = KINDS[status] ?? 'unexpected';
  const said = parsed(text);
  return {
    kind,
    detail: said.detail ?? said.title ?? String(status),
    ...(kind === 'invalid' && { problems: said.problems ?? [] }),
    ...(kind === 'conflict' && { by: said.updatedBy, at: said.updatedAt, etag: said.etag }),
  };
};

const parsed = (text: string): Partial<NewerDraft> => {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null ? (said as Partial<NewerDraft>) : {};
  } catch {
    return {};
  }
};
