/** The demo's member of staff: uses the same HTTP API as anyone, signed in by cookie. */
export interface AdminClient {
  get(path: string): Promise<{ readonly status: number; readonly etag: string | null; readonly body: unknown }>;
  /** Rejects, with the server's own words, when the answer is not 2xx. */
  send(
    method: 'PUT' | 'POST',
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<unknown>;
}
export const ADMIN_EMAIL = 'admin@localhost';

export const signInAdmin = async (url: string, password: string): Promise<AdminClient> => {
  const origin = new URL(url).origin;
  const call = async (method: string, path: string, body: unknown, headers: Readonly<Record<string, string>>) => {
    // Unsafe methods with a cookie need the server's own origin.
    const response = await fetch(new URL(path, url), {
      method,
      headers: { origin, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok && response.status !== 404)
      throw new Error(`${method} ${path} was answered with ${response.status}: ${await response.text()}`);
    return response;
  };
  const answer = await call('POST', '/v1/session', { email: ADMIN_EMAIL, password }, {});
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return {
    async get(path) {
      const response = await call('GET', path, undefined, { cookie });
      return { status: response.status, etag: response.headers.get('etag'), body: await response.json() };
    },
    async send(method, path, body, headers = {}) {
      const response = await call(method, path, body, { cookie, ...headers });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`);
      return text === '' ? undefined : JSON.parse(text);
    },
  };
};
