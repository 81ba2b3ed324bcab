import { expect, test } from '@playwright/test';
import type { ProblemDocument } from '@shirube/schema';
import { startWorld, type World } from '../harness/world.ts';
import { firstInvoice } from './tours.ts';

let world: World;
test.beforeAll(async () => {
  world = await startWorld();
  await world.publish(firstInvoice);
});
test.afterAll(() => world.close());

/** Offers a document to the server as text (JSON.stringify would lose `__proto__`) and gives the problems that it answers. */
const offer = async (text: string): Promise<{ status: number; problems: string[] }> => {
  const token = await world.api<{ token: string }>('POST', '/v1/tokens', { name: 'hostile' });
  const answer = await fetch(`${world.server.url}/v1/tours/hostile`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token.token}`, 'content-type': 'application/json', 'if-none-match': '*' },
    body: text,
  });
  const body = (await answer.json()) as ProblemDocument;
  return { status: answer.status, problems: (body.problems ?? []).map((problem) => problem.path) };
};
const withStep = (change: (step: Record<string, unknown>) => void): string => {
  const tour = structuredClone({ ...firstInvoice, id: 'hostile' }) as unknown as { steps: Record<string, unknown>[] };
  change(tour.steps[0] ?? {});
  return JSON.stringify(tour);
};

test('a javascript: link is refused with its path', async () => {
  const link = (href: string) =>
    withStep((step) => {
      step.content = {
        en: {
          body: {
            type: 'doc',
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }] },
            ],
          },
        },
      };
    });
  expect((await offer(link('https://example.com'))).status).toBe(201);
  for (const href of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
  ]) {
    const { status, problems } = await offer(link(href));
    expect(status, href).toBe(422);
    expect(problems, href).toEqual(['/steps/0/content/en/body/content/0/content/0/marks/0/attrs/href']);
  }
});

test('a __proto__ key, an unknown kind, 5,000 steps and a circular goto each give problems with paths', async () => {
  const proto = withStep(() => {}).replace('"name":', '"__proto__":{"polluted":true},"name":');
  expect((await offer(proto)).problems).toContain('/__proto__');
  expect(
    (
      await offer(
        withStep((step) => {
          step.kind = 'hologram';
        }),
      )
    ).problems,
  ).toEqual(['/steps/0/kind']);
  const many = JSON.stringify({
    ...firstInvoice,
    id: 'hostile',
    steps: Array.from({ length: 5000 }, (_, index) => ({ ...firstInvoice.steps[0], id: `s${index}` })),
  });
  expect((await offer(many)).problems).toEqual(['/steps']);
  const circular = JSON.stringify({
    ...firstInvoice,
    id: 'hostile',
    steps: firstInvoice.steps.map((step, index) => ({ ...step, next: [{ goto: index === 0 ? 'amount' : 'new' }] })),
  });
  const { status, problems } = await offer(circular);
  expect(status).toBe(422);
  expect(problems.length).toBeGreaterThan(0);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('script in text is shown as text; a hostile tour that reached a bundle never runs, and the others live on', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const words = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
  await page.route('**/v1/bundle*', async (route) => {
    const answer = await route.fetch();
    const bundle = (await answer.json()) as { tours: { version: number; tour: Record<string, unknown> }[] };
    const good = bundle.tours[0]?.tour as { steps: { content: { en: { title: string } } }[] };
    if (good.steps[0]) good.steps[0].content.en.title = words;
    const hostile = (id: string, tour: unknown) => ({
      version: 1,
      tour: { ...firstInvoice, id, priority: 99, audience: { all: [] }, ...(tour as object) },
    });
    await route.fulfill({
      response: answer,
      json: {
        ...bundle,
        tours: [
          null,
          { version: 1 },
          hostile('no-steps', { steps: null }),
          hostile('kind', { steps: [{ ...firstInvoice.steps[0], kind: 'hologram' }] }),
          hostile('rule', { audience: { all: 'everyone' } }),
          hostile('operator', { audience: { user: 'plan', op: 'resembles', value: 1 } }),
          ...bundle.tours,
        ],
      },
    });
  });
  await page.goto(`${world.host.url}/?person=mallory`);
  await expect(page.getByRole('dialog', { name: words })).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { hit?: number }).hit)).toBeUndefined();
  expect(errors).toEqual([]);
  await page.context().close();
});
