import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TourDraft, TourListItem } from '@shirube/schema/api';
import type { Bundle } from '@shirube/schema/bundle';

/** What the mock server answers, and what it heard. Change it in the middle of a spec. */
export interface MockServer {
  readonly origin: string;
  tours: readonly TourListItem[];
  bundle: Bundle;
  drafts: Readonly<Record<string, TourDraft>>;
  /** Tokens that are good now. */
  tokens: Set<string>;
  /** Set to answer every tours request with this. */
  refusal: { readonly status: number; readonly detail: string } | undefined;
  /** Paths with query, as they arrived. */
  readonly requests: string[];
  close(): Promise<void>;
}

export const KEY = 'pk_spec';
export const TOKEN = 'et_spec';

const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' };

/** Speaks the part of the server's HTTP that the editor uses. */
export const startMockServer = async (
  editorCode: string,
  data: Pick<MockServer, 'tours' | 'bundle' | 'drafts'>,
): Promise<MockServer> => {
  const http = createServer((request, response) => {
    const { status, type, body } = answer(mock, editorCode, request);
    response.writeHead(status, { ...cors, 'content-type': type }).end(body);
  });
  const origin = await listen(http);
  const mock: MockServer = {
    origin,
    ...data,
    tokens: new Set([TOKEN]),
    refusal: undefined,
    requests: [],
    close: () => close(http),
  };
  return mock;
};

export const listen = (http: Server): Promise<string> =>
  new Promise((resolve) =>
    http.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)),
  );
export const close = (http: Server): Promise<void> =>
  new Promise((resolve) => {
    http.close(() => resolve());
    http.closeAllConnections();
  });

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}
const json = (status: number, body: unknown): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});

const answer = (mock: MockServer, editorCode: string, request: IncomingMessage): Reply => {
  const url = new URL(request.url ?? '/', mock.origin);
  if (request.method === 'OPTIONS') return { status: 204, type: 'text/plain', body: '' };
  mock.requests.push(`${url.pathname}${url.search}`);
  switch (url.pathname) {
    case '/editor.js':
      return { status: 200, type: 'text/javascript', body: editorCode };
    case '/shirube.js':
      return { status: 200, type: 'text/javascript', body: '' };
    case '/editor/sign-in':
      return { status: 200, type: 'text/html', body: signInPage(url) };
    case '/v1/bundle':
      return url.searchParams.get('key') === KEY ? json(200, mock.bundle) : json(401, { title: 'Unknown key' });
    default:
      return answerMember(mock, url.pathname, request.headers.authorization);
  }
};

const answerMember = (mock: MockServer, path: string, authorization: string | undefined): Reply => {
  if (!mock.tokens.has(authorization?.replace('Bearer ', '') ?? ''))
    return json(401, { title: 'Sign in', status: 401 });
  if (mock.refusal !== undefined) return json(mock.refusal.status, { title: 'Refused', ...mock.refusal });
  if (path === '/v1/tours') return json(200, { tours: mock.tours });
  const draft = mock.drafts[decodeURIComponent(path.replace('/v1/tours/', ''))];
  return draft === undefined ? json(404, { title: 'No such tour', status: 404 }) : json(200, draft);
};

const signInPage = (url: URL): string => `<!doctype html><title>Sign in</title><button>Allow</button><script>
  document.querySelector('button').onclick = () =>
    window.opener.postMessage({ type: 'shirube-editor-token', token: '${TOKEN}' }, ${JSON.stringify(url.searchParams.get('origin'))});
</script>`;
