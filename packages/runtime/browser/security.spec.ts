import type { Page } from '@playwright/test';
import { card, expect, inputs, test } from './harness/viewTest.ts';

const STRICT = "default-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

/** What the policy of the page refused. */
const violations = async (page: Page): Promise<readonly string[]> => {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|Trusted Type/i.test(message.text())) seen.push(message.text());
  });
  page.on('pageerror', (error) => seen.push(String(error)));
  return seen;
};

for (const [name, policy] of Object.entries({
  'a strict policy with Trusted Types': STRICT,
  'a policy that names the one Trusted Types policy': `${STRICT}; trusted-types lit-html`,
  'a policy that allows nothing but our script':
    "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'",
})) {
  test(`nothing is refused under ${name}`, async ({ page, open, show }) => {
    const seen = await violations(page);
    await open({ policy });
    const text = { type: 'text' as const, text: 'Hello', marks: [{ type: 'bold' as const }] };
    for (const step of [{}, { spotlight: {} }, { spotlight: { interactive: true } }, { kind: 'modal' as const }]) {
      for (const kind of ['dots', 'bar', 'count'] as const) {
        await show({
          step,
          progress: { kind, current: 1, total: 3 },
          theme: { id: 't', light: { accent: '#3451d1' }, radiusPx: 4, fontFamily: 'serif', widthPx: 300 },
          content: { title: 'A', body: { type: 'doc', content: [{ type: 'paragraph', content: [text] }] } },
        });
      }
    }
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await inputs(page)).toEqual([{ type: 'next' }]);
    expect(seen).toEqual([]);
  });
}

test('text that looks like markup or script stays text, in every place', async ({ page, open, show }) => {
  await open();
  const evil = '<img src=x onerror="document.title=\'hacked\'"><script>document.title="hacked"</script>';
  const node = { type: 'text' as const, text: evil };
  await show({
    traits: { name: evil },
    content: {
      title: evil,
      body: {
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [node] },
          { type: 'paragraph', content: [node, { type: 'variable', attrs: { attribute: 'name', fallback: '' } }] },
          { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [node] }] }] },
        ],
      },
    },
    buttons: [{ id: 'a', label: evil, style: 'primary' }],
  });
  expect(await card(page).locator('img, script').count()).toBe(0);
  expect(((await card(page).textContent()) ?? '').split('onerror').length - 1).toBe(6);
  expect(await page.title()).toBe('App');
});

test('every node and mark of rich text is drawn as what it is', async ({ page, open, show }) => {
  await page.route('https://img.example/**', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  await open();
  const text = (it: string, ...marks: { readonly type: 'bold' | 'italic' | 'code' }[]) => ({
    type: 'text' as const,
    text: it,
    marks,
  });
  await show({
    traits: { first: 'Aiko', company: { size: 12 }, empty: '' },
    content: {
      body: {
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 3 }, content: [text('Head')] },
          {
            type: 'paragraph',
            content: [
              text('b', { type: 'bold' }),
              text('i', { type: 'italic' }),
              text('c', { type: 'code' }),
              { type: 'hardBreak' },
              { type: 'variable', attrs: { attribute: 'first', fallback: 'there' } },
              { type: 'variable', attrs: { attribute: 'company.size', fallback: '-' }, marks: [{ type: 'bold' }] },
              { type: 'variable', attrs: { attribute: 'constructor', fallback: 'own only' } },
              { type: 'variable', attrs: { attribute: 'empty', fallback: 'no one' } },
            ],
          },
          {
            type: 'orderedList',
            attrs: { start: 3 },
            content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('three')] }] }],
          },
          { type: 'image', attrs: { src: 'https://img.example/a.png', alt: 'A picture', width: 200, height: 100 } },
          { type: 'image', attrs: { src: 'http://img.example/a.png', alt: 'Not safe' } },
          { type: 'video', attrs: { src: 'https://video.example/1', title: 'Two minutes' } },
        ],
      },
    },
  });
  const body = card(page).locator('[part=body]');
  await expect(body.getByRole('heading', { level: 2 })).toHaveText('Head');
  await expect(body.locator('p').first()).toHaveText(/bic\s*Aiko12own onlyno one/);
  await expect(body.locator('strong')).toHaveText(['b', '12']);
  await expect(body.locator('em')).toHaveText('i');
  await expect(body.locator('code')).toHaveText('c');
  await expect(body.locator('ol')).toHaveAttribute('start', '3');
  await expect(body.locator('img')).toHaveCount(1);
  await expect(body.getByRole('img', { name: 'A picture' })).toHaveAttribute('height', '100');
  await expect(body.locator('figure')).toContainText('Two minutes');
  await expect(body.getByRole('link', { name: 'Open on video.example' })).toHaveAttribute('rel', 'noopener noreferrer');
});

test('only links that are safe are links, and those that lead away open beside the app', async ({
  page,
  open,
  show,
}) => {
  await open();
  const hrefs = [
    'https://away.example/',
    '/invoices?x=1',
    'mailto:a@b.example',
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://x/y',
  ];
  await show({
    content: {
      body: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: hrefs.map((href) => ({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })),
          },
        ],
      },
    },
    buttons: [
      { id: 'bad', label: 'Bad', style: 'primary', href: 'javascript:alert(1)' },
      { id: 'good', label: 'Good', style: 'secondary', href: 'https://away.example/' },
    ],
  });
  const links = await card(page)
    .getByRole('link')
    .evaluateAll((found) =>
      found.map((it) => [it.getAttribute('href'), it.getAttribute('target'), it.getAttribute('rel')].join(' ').trim()),
    );
  expect(links).toEqual([
    'https://away.example/ _blank noopener noreferrer',
    '/invoices?x=1',
    'mailto:a@b.example',
    'https://away.example/ _blank noopener noreferrer',
  ]);
  await page.getByRole('button', { name: 'Bad' }).click();
  expect(await inputs(page)).toEqual([{ type: 'button', id: 'bad' }]);
});

test('a document that is not as it should be shows what it can, and throws nothing into the page', async ({
  page,
  open,
  show,
}) => {
  const seen = await violations(page);
  await open();
  const broken = JSON.parse(
    '{"type":"doc","content":[{"type":"mystery"},{"type":"paragraph","content":[{"type":"odd"},{"type":"text","text":"Still here"}]}]}',
  );
  await show({ content: { title: 'T', body: broken } });
  await expect(card(page)).toContainText('Still here');
  expect(seen).toEqual([]);
});

test('when a part that a step needs cannot be fetched, one line says so, nothing is left on the page, and a plain step still shows', async ({
  page,
  open,
  show,
}) => {
  const seen = await violations(page);
  await open();
  await page.route('**/*.js', (route) => route.abort());
  await page.clock.install();
  await page.evaluate(() => parts.show({ step: { spotlight: {} } }));
  // It is asked for a few times more, after longer and longer waits.
  const diagnoses = async (): Promise<readonly (string | undefined)[]> => {
    await page.clock.runFor(1000);
    return page.evaluate(() => parts.diagnoses.map((line) => line.split(':')[0]));
  };
  await expect.poll(diagnoses).toEqual(['step_not_drawn']);
  await expect(page.locator('shirube-tooltip')).toHaveCount(0);
  await show();
  await expect(card(page)).toBeVisible();
  expect(seen).toEqual([]);
});
