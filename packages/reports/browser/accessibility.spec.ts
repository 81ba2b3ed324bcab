import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Ids and places of what axe finds. The driver evaluates it, so that the page's own policy stays as it is. */
const findings = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
    }
    const { axe: checker } = globalThis as unknown as { axe: { run(): Promise<{ violations: readonly Violation[] }> } };
    const { violations } = await checker.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    );
  });
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['en', 'ja'] as const) {
    test.describe(`${colorScheme}, ${locale}`, () => {
      test.use({ colorScheme, locale });

      test('axe finds nothing on any screen', async ({ page, dashboard }) => {
        for (const path of [
          '/',
          '/tours/first-invoice',
          '/tours/invite-team',
          '/tours/month-end',
          '/tours/none',
          '/targets',
          '/nowhere',
        ]) {
          await page.goto(`${dashboard.url}${path}`);
          await expect(page.locator('h1')).toBeVisible();
          await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
          if (path === '/tours/first-invoice') {
            await expect(page.locator('svg[role=img]')).toHaveCount(2);
            expect(await findings(page), 'as charts').toEqual([]);
            for (const button of await page.locator('.segments-small .segment:last-child').all()) await button.click();
            await page.locator('.definition').first().click();
          }
          expect(await findings(page), path).toEqual([]);
        }
        dashboard.api.failWith = 500;
        await page.goto(dashboard.url);
        await expect(page.locator('.notice')).toBeVisible();
        expect(await findings(page), 'failure').toEqual([]);
        dashboard.api.failWith = undefined;
        dashboard.api.tours = {};
        await page.goto(dashboard.url);
        await expect(page.locator('.empty')).toBeVisible();
        expect(await findings(page), 'empty').toEqual([]);
        dashboard.api.signedIn = false;
        await page.goto(dashboard.url);
        await page.locator('button[type=submit]').click();
        await expect(page.locator('.problem')).toBeVisible();
        expect(await findings(page), 'sign-in').toEqual([]);
      });
    });
  }
}

test('headings descend without a gap', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/tours/first-invoice`);
  await expect(page.locator('.finding')).toContainText('312');
  const levels = await page
    .locator('h1, h2, h3')
    .evaluateAll((all) => all.map((heading) => Number(heading.tagName[1])));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
});

test('the first Tab offers to skip to the content', async ({ page, dashboard }) => {
  await page.goto(dashboard.url);
  await expect(page.locator('.finding')).toContainText('finished');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '7 days' })).toBeFocused();
});

test('everything that can be clicked is reached by Tab and shows where the focus is', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/tours/first-invoice`);
  await expect(page.getByRole('img', { name: /Bar chart/ })).toBeVisible();
  const wanted = await page
    .locator('a[href], button, select')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  const seen = new Set<string>();
  for (let index = 0; index < wanted + 12; index += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      // After the last one, Firefox goes on in its own bar.
      if (!document.hasFocus() || !one?.matches('a[href], button, select')) return null;
      const place = [...document.querySelectorAll('a[href], button, select')].indexOf(one);
      return { place, ring: getComputedStyle(one).outlineStyle, height: one.getBoundingClientRect().height };
    });
    if (at === null) continue;
    expect(at.ring).toBe('solid');
    expect(at.height).toBeGreaterThanOrEqual(24);
    seen.add(String(at.place));
  }
  expect(seen.size).toBe(wanted);
});

for (const locale of ['en', 'ja'] as const) {
  test.describe(`320 px wide, ${locale}`, () => {
    test.use({ viewport: { width: 320, height: 640 }, locale });

    test('nothing makes the page scroll sideways', async ({ page, dashboard }) => {
      for (const path of ['/', '/tours/first-invoice', '/tours/month-end', '/targets', '/sign-in']) {
        await page.goto(`${dashboard.url}${path}`);
        await expect(page.locator('h1')).toBeVisible();
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
        if (path.includes('first')) await expect(page.locator('svg[role=img]')).toHaveCount(2);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
      }
    });
  });
}

test('reduced motion moves nothing', async ({ page, dashboard }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(dashboard.url);
  await expect(page.locator('.finding')).toContainText('finished');
  const moving = await page.locator('*').evaluateAll(
    (all) =>
      all.filter((one) =>
        getComputedStyle(one)
          .transitionDuration.split(', ')
          .some((time) => time !== '0s'),
      ).length,
  );
  expect(moving).toBe(0);
});

test('on paper the controls are gone and the numbers stay', async ({ page, dashboard }) => {
  await page.goto(`${dashboard.url}/tours/first-invoice`);
  await expect(page.getByRole('img', { name: /Bar chart/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.filters')).toBeHidden();
  await expect(page.locator('.segments-small').first()).toBeHidden();
  await expect(page.locator('.finding')).toBeVisible();
  await expect(page.getByRole('img', { name: /Bar chart/ })).toBeVisible();
});
