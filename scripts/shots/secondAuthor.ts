import { signInAdmin } from '../../demo/host/adminClient.ts';
import type { Demo } from '../../demo/host/startDemo.ts';

const EMAIL = 'kenji@hinode.example';
const PASSWORD = 'for the pictures alone';

/** Another member changes the newest draft's name, as their own editor would. */
export const renameAlongside = async (demo: Demo, name: string): Promise<void> => {
  const { origin } = new URL(demo.reports);
  const admin = await signInAdmin(origin, demo.adminPassword);
  await admin.send('POST', '/v1/members', { email: EMAIL, password: PASSWORD });
  const ask = (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(new URL(path, origin), {
      method,
      headers: { origin, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const session = await ask('POST', '/v1/session', { email: EMAIL, password: PASSWORD });
  const cookie = session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const list = await ask('GET', '/v1/tours', undefined, { cookie });
  const { tours } = (await list.json()) as {
    readonly tours: readonly { readonly id: string; readonly updatedAt: number }[];
  };
  const newest = tours.toSorted((a, b) => b.updatedAt - a.updatedAt)[0]?.id ?? '';
  const draft = await ask('GET', `/v1/tours/${newest}`, undefined, { cookie });
  const { tour } = (await draft.json()) as { readonly tour: object };
  const written = await ask(
    'PUT',
    `/v1/tours/${newest}`,
    { ...tour, name },
    { cookie, 'if-match': draft.headers.get('etag') ?? '' },
  );
  if (!written.ok) throw new Error(await written.text());
};
