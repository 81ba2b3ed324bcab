import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startServer } from '../src/index.ts';

const PASSWORD = 'a password for one spec';

test('a page of another origin with an editor token writes a draft, reads its tag, and is told who was faster', async ({
  page,
}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'shirube-origin-'));
  const server = await startServer({ dataDir, port: 0, adminPassword: PASSWORD });
  const app = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end('<title>App</title>'));
  await new Promise<void>((listening) => app.listen(0, '127.0.0.1', listening));
  try {
    const origin = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
    await page.goto(`${server.url}/members`);
    const token = await page.evaluate(
      async ([password, forOrigin]) => {
        const post = (path: string, body: unknown) =>
          fetch(path, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
          });
        await post('/v1/session', { email: 'admin@localhost', password });
        return ((await (await post('/v1/editor-tokens', { origin: forOrigin })).json()) as { token: string }).token;
      },
      [PASSWORD, origin] as const,
    );
    await page.goto(`${origin}/invoices`);
    const seen = await page.evaluate(
      async ([url, bearer]) => {
        const ask = async (method: string, path: string, headers: Record<string, string> = {}, body?: string) => {
          const answer = await fetch(`${url}${path}`, {
            method,
            headers: { Authorization: `Bearer ${bearer}`, ...headers },
            ...(body === undefined ? {} : { body }),
          });
          const { headers: of } = answer;
          const text = await answer.text();
          return { status: answer.status, etag: of.get('ETag'), applied: of.get('Preference-Applied'), text };
        };
        const lenient = { 'Content-Type': 'application/json', Prefer: 'handling=lenient' };
        const draft = '{ "id": "invite",\n  "steps": [] }';
        const from = { 'Shirube-Origin': 'file invite.json' };
        const created = await ask('PUT', '/v1/tours/invite', { ...lenient, ...from, 'If-None-Match': '*' }, draft);
        const changed = await ask('PUT', '/v1/tours/invite', { ...lenient, 'If-Match': created.etag ?? '' }, draft);
        const late = await ask('PUT', '/v1/tours/invite', { ...lenient, 'If-Match': created.etag ?? '' }, draft);
        const file = await ask('GET', '/v1/tours/invite/file');
        const session = await ask('GET', '/v1/session');
        const ended = await ask('DELETE', '/v1/editor-tokens/current');
        const after = await ask('GET', '/v1/session');
        return { created, changed, late, file, session, ended, after, draft };
      },
      [server.url, token] as const,
    );
    const { created, changed, late, file, session, ended, after, draft } = seen;
    expect([created, changed, late, file, session, ended, after].map(({ status }) => status)).toEqual([
      201, 200, 409, 200, 200, 204, 401,
    ]);
    expect(created.applied).toBe('handling=lenient');
    expect(JSON.parse(created.text)).toMatchObject({ origin: { kind: 'file', detail: 'invite.json' } });
    expect(JSON.parse(changed.text)).toMatchObject({ origin: { kind: 'editor' } });
    expect(JSON.parse(late.text)).toMatchObject({
      updatedBy: 'admin@localhost',
      etag: changed.etag?.replaceAll('"', ''),
    });
    expect(file).toMatchObject({ text: draft, etag: changed.etag });
    expect(JSON.parse(session.text)).toMatchObject({ member: { email: 'admin@localhost' } });
  } finally {
    app.close();
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
