import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startServer } from '../../server/src/index.ts';
import { startApp } from './harness/app.ts';
import { test } from './harness/fixtures.ts';
import { standardData } from './harness/tours.ts';

const PASSWORD = 'a password for one spec';

test('works with the real server: sign in, the list, a target, the draft of a tour that is not live', async ({
  page,
  editorCode,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'shirube-editor-'));
  const editor = join(folder, 'editor');
  await mkdir(editor);
  await writeFile(join(editor, 'editor.js'), editorCode);
  const server = await startServer({
    dataDir: join(folder, 'data'),
    port: 0,
    adminPassword: PASSWORD,
    folders: { editor },
  });
  const app = await startApp({ endpoint: server.url, key: server.publicKey });
  try {
    await publish(server.url);
    await page.goto(`${app.origin}/invoices?shirube=edit`);
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const popup = await opened;
    await popup.getByLabel('Password').fill(PASSWORD);
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await popup.getByRole('button', { name: 'Allow' }).click();

    const rows = page.locator('shirube-editor .row');
    await expect(rows.first()).toContainText('Version 1 live in production · 5 steps');
    await expect(rows.first()).toContainText('Changed by admin@localhost');
    await rows.first().click();
    await page.getByRole('button', { name: 'Show target' }).first().click();
    await expect(page.locator('shirube-editor .found')).toBeVisible();
    await page.getByRole('button', { name: 'All tours' }).click();
    await page.getByRole('button', { name: /Invite your team/ }).click();
    await expect(page.locator('shirube-editor .steps li')).toHaveCount(1);
    expect(await page.evaluate('violations')).toEqual([]);
  } finally {
    await app.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** Two tours as a member would send them: one live, one a draft. */
const publish = async (url: string): Promise<void> => {
  const json = { origin: url, 'content-type': 'application/json' };
  const credentials = JSON.stringify({ email: 'admin@localhost', password: PASSWORD });
  const session = await fetch(`${url}/v1/session`, { method: 'POST', headers: json, body: credentials });
  const cookie = session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const send = async (method: string, path: string, body: unknown): Promise<void> => {
    const headers = { ...json, cookie, ...(method === 'PUT' ? { 'if-none-match': '*' } : {}) };
    const answer = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
    expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true);
  };
  const live = standardData.bundle.tours[0]?.tour;
  const draft = standardData.drafts.invite?.tour;
  await send('PUT', `/v1/tours/${live?.id}`, live);
  await send('PUT', `/v1/tours/${draft?.id}`, draft);
  await send('POST', `/v1/tours/${live?.id}/publish`, { environment: 'production', note: 'for a spec' });
};
