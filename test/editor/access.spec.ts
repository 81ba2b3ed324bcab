import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { type Guest, test } from './guestTest.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in the editor and in the step that is written, as "rule: element". The app is not looked at. */
const findings = async (page: Page): Promise<readonly string[]> => {
  // axe measures contrast inside <body> alone, and the editor hangs on <html>: an app that fills the screen with its body takes it there.
  await page.evaluate(() => {
    Object.defineProperty(document, 'fullscreenElement', { configurable: true, value: document.body });
    document.dispatchEvent(new Event('fullscreenchange'));
  });
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as {
      readonly axe: {
        run(
          context: unknown,
          options: unknown,
        ): Promise<{
          readonly violations: readonly {
            readonly id: string;
            readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
          }[];
        }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await runner.run('shirube-editor', { runOnly: tags, rules: { region: { enabled: false } } });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  });
};
/** Opens each panel that the dock offers, in turn. */
const eachPanel = async ({ editor }: Guest, look: (name: string) => Promise<void>): Promise<void> => {
  const names = await editor
    .locator('[data-open]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-open') ?? ''));
  for (const name of names) {
    const panel = editor.locator(`[data-panel=${name}]`);
    if (!(await panel.isVisible())) await editor.locator(`[data-open=${name}]`).first().click();
    await expect(panel.getByRole('heading').first()).toBeVisible();
    await look(name);
  }
};
const named = (en: string, ja: string): RegExp => new RegExp(`^(${en}|${ja})$`);

for (const [look, use] of Object.entries({
  light: { locale: 'en-GB' },
  'dark, in Japanese': { locale: 'ja-JP', colorScheme: 'dark' },
} as const)) {
  test.describe(look, () => {
    test.use(use);

    test(`axe finds nothing, from signing in to every panel, the sheet and a toast: ${look}`, async ({
      guest,
      page,
    }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await guest.open();
      expect(await findings(page)).toEqual([]);
      await guest.openSignedIn();
      await guest.record();
      await guest.saved();
      await eachPanel(guest, async (name) => {
        expect(await findings(page), name).toEqual([]);
      });
      await guest.editor.getByRole('button', { name: named('More for this step', 'このステップのメニュー') }).click();
      expect(await findings(page), 'menu').toEqual([]);
      await guest.editor.getByRole('menuitem', { name: /^(Delete|削除)/ }).click();
      await expect(guest.editor.locator('.toast')).toBeVisible();
      expect(await findings(page), 'toast').toEqual([]);
      await guest.editor.getByRole('button', { name: named('Keyboard shortcuts', 'キーボードショートカット') }).click();
      await expect(guest.editor.getByRole('dialog')).toBeVisible();
      expect(await findings(page), 'sheet').toEqual([]);
      await page.keyboard.press('Escape');
      await guest.editor.getByRole('button', { name: named('All tours', 'すべてのツアー') }).click();
      await expect(guest.editor.getByRole('heading', { name: named('Tours', 'ツアー') })).toBeVisible();
      expect(await findings(page), 'list').toEqual([]);
    });
  });
}
