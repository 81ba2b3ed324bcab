import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { signIn, test } from './harness/fixtures.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in the editor, as "rule: element". The app around it is not looked at. */
const findings = async (page: Page): Promise<readonly string[]> => {
  // axe measures contrast inside <body> alone, and the editor hangs on <html>: an app that fills the screen with its body takes it there.
  await page.evaluate(() => {
    Object.defineProperty(document, 'fullscreenElement', { configurable: true, value: document.body });
    document.dispatchEvent(new Event('fullscreenchange'));
  });
  await page.locator('shirube-editor .panel').evaluate((panel) => {
    for (const animation of panel.getAnimations({ subtree: true })) animation.finish();
  });
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as {
      readonly axe: {
        run(
          context: unknown,
          options: unknown,
        ): Promise<{
          readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
        }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await runner.run('shirube-editor', { runOnly: tags });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  });
};

for (const [look, use] of Object.entries({
  light: {},
  dark: { colorScheme: 'dark' },
  Japanese: { locale: 'ja-JP' },
  'a 320 px screen': { viewport: { width: 320, height: 640 } },
} as const)) {
  test.describe(look, () => {
    test.use(use);

    test(`axe finds nothing on any view: ${look}`, async ({ page, hostApp, server }) => {
      const app = await hostApp();
      await page.goto(`${app.origin}/invoices?shirube=edit`);
      await expect(page.locator('shirube-editor h2')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await signIn(page, app);
      await page.locator('shirube-editor .row').first().waitFor();
      expect(await findings(page)).toEqual([]);
      await page.locator('shirube-editor .row').first().click();
      await page.locator('shirube-editor .steps button').last().click();
      await page.locator('shirube-editor .missing').waitFor();
      expect(await findings(page)).toEqual([]);
      server.tokens.clear();
      await page.reload();
      await page.locator('shirube-editor .warning').waitFor();
      expect(await findings(page)).toEqual([]);
    });
  });
}

test.describe('on a 320 px screen', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the panel fits, leaves room for the app, and nothing in it is cut off', async ({ page, hostApp }) => {
    await signIn(page, await hostApp());
    await page.locator('shirube-editor .row').first().click();
    const panel = page.locator('shirube-editor .panel');
    const box = await panel.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(box?.y).toBeGreaterThan(200);
    expect(await panel.locator('.body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0);
  });
});

test('speaks Japanese to someone who reads Japanese, in the tour’s own titles too', async ({ browser, hostApp }) => {
  const context = await browser.newContext({ locale: 'ja-JP' });
  const page = await context.newPage();
  await signIn(page, await hostApp());
  await page.locator('shirube-editor .row').first().click();
  await expect(page.locator('shirube-editor .steps li').nth(1)).toContainText('ここから始めます');
  await expect(page.locator('shirube-editor')).toContainText('閲覧専用');
  await context.close();
});
