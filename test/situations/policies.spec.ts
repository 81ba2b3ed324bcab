import { begin, button, card, expect, type Page, seen, stepAt, test, told, tourOf } from './harness/situation.ts';

const EVIL = `"><img src=x onerror="window.hit=1"><svg onload="window.hit=1"><script>window.hit=1</script>{{constructor.constructor('hit=1')()}}\${hit=1}</style></textarea>`;
const text = (it: string, marks: readonly object[] = []) => ({ type: 'text', text: it, marks });
const doc = (...content: readonly object[]) => ({ type: 'doc', content }) as never;
const rich = doc(
  { type: 'heading', attrs: { level: 2 }, content: [text(EVIL)] },
  {
    type: 'paragraph',
    content: [
      text(EVIL, [{ type: 'bold' }]),
      { type: 'variable', attrs: { attribute: 'name', fallback: EVIL } },
      text('link', [{ type: 'link', attrs: { href: 'javascript:window.hit=1' } }]),
    ],
  },
  {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text(EVIL, [{ type: 'code' }])] }] }],
  },
);
const content = { en: { title: EVIL, body: rich }, ja: { title: EVIL, body: rich } };
const buttons = [{ id: 'next', action: 'next' as const, label: { en: `Next ${EVIL}`, ja: EVIL } }];
const STEPS = {
  tooltip: stepAt('tooltip', '#one'),
  spotlight: stepAt('spotlight', '#one', { spotlight: { interactive: true } }),
  modal: stepAt('modal', undefined),
  slideout: stepAt('slideout', undefined, { kind: 'slideout' }),
  banner: stepAt('banner', undefined, { kind: 'banner' }),
  hotspot: stepAt('hotspot', '#one', { kind: 'hotspot' }),
};

/** A page whose policy forbids all that is inline: its script and its style are files. */
const strict = async (page: Page, url: string, policy: string): Promise<() => Promise<readonly string[]>> => {
  const seenLines: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?(HTML|Type|Script)|violat/i.test(message.text()))
      seenLines.push(message.text());
  });
  page.on('pageerror', (error) => seenLines.push(String(error)));
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/app': [
      'text/html',
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Strict</title><link rel="stylesheet" href="/app.css"><script src="/violations.js"></script><script type="module" src="/app.js"></script></head><body><main><button id="one">One</button></main></body></html>',
    ],
    '/app.css': ['text/css', 'main { margin: 200px }'],
    '/violations.js': [
      'text/javascript',
      "window.violations = []; document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));",
    ],
    '/app.js': [
      'text/javascript',
      'import { createShirube } from "/shirube.js"; window.createShirube = createShirube;',
    ],
  };
  for (const [path, [contentType, body]] of Object.entries(files))
    await page.route(url + path, (route) =>
      route.fulfill({ contentType, body, headers: path === '/app' ? { 'content-security-policy': policy } : {} }),
    );
  await page.goto(`${url}/app`);
  return async () => [
    ...seenLines,
    ...(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)),
  ];
};

for (const [name, policy] of Object.entries({
  'allows its own origin and enforces Trusted Types': "default-src 'self'; require-trusted-types-for 'script'",
  'allows scripts, styles and connections of its own, and nothing else':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
  'allows just those, names our one Trusted Types policy, and forbids being framed':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}))
  for (const [kind, step] of Object.entries(STEPS))
    test(`the policy of the page ${name}: a ${kind} with hostile text in every field breaks no rule, and runs nothing`, async ({
      page,
      server,
    }) => {
      const broken = await strict(page, server.url, policy);
      await begin(
        page,
        [tourOf('guide', [{ ...step, content, buttons }, stepAt('end', undefined)], { name: EVIL, progress: 'bar' })],
        {
          user: { id: EVIL, traits: { name: EVIL } },
        },
      );
      if (kind === 'hotspot') await page.locator('shirube-hotspot').getByRole('button').first().click();
      await expect(page.locator('[part=card]').getByRole('heading', { name: EVIL }).first()).toBeVisible();
      await page.locator('[part=card]').getByRole('button', { name: 'Next' }).click();
      await seen(page, 'end');
      await button(page, 'Next').click();
      await expect(card(page)).toHaveCount(0);
      expect((await told(page)).at(-1)).toBe('tour_completed');
      expect(await page.evaluate(() => (window as unknown as { hit?: number }).hit)).toBeUndefined();
      expect(await broken()).toEqual([]);
    });
