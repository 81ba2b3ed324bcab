import { expect, type Page } from '@playwright/test';
import { recording } from './author.ts';
import { test } from './guestTest.ts';

/** Everything of the editor by keyboard, and told to who does not see it. */

/** What has the focus, through shadow roots: its tag and name, and whether one sees that it has it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (at === null || at === document.body) return { name: '', ring: 'none', inEditor: false };
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
    const ring = outlineStyle !== 'none' && outlineWidth !== '0px' ? 'outline' : boxShadow;
    const labels = (at as HTMLInputElement).labels?.[0]?.textContent;
    const by = at.getAttribute('aria-labelledby');
    const byText = by && (at.getRootNode() as ShadowRoot).getElementById(by)?.textContent;
    const name = at.getAttribute('aria-label') ?? byText ?? labels ?? at.textContent ?? '';
    return {
      name: name.trim().replace(/\s+/g, ' '),
      ring,
      inEditor: document.activeElement?.localName === 'shirube-editor',
    };
  });

test('Tab reaches every control of the bar and of each panel, each with a name and a ring', async ({ guest, page }) => {
  test.slow();
  await guest.openSignedIn();
  await guest.record();
  await guest.saved();
  const { editor } = guest;
  await editor.getByRole('button', { name: 'Navigate', exact: true }).click();
  await editor.getByRole('button', { name: 'Record', exact: true }).click();
  const names = await editor
    .locator('[data-open]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-open') ?? ''));
  for (const name of names) {
    const panel = editor.locator(`[data-panel=${name}]`);
    if (!(await panel.isVisible())) await editor.locator(`[data-open=${name}]`).first().click();
    const wanted = await panel.evaluate((section) => {
      const found: string[] = [];
      const walk = (root: ParentNode): void => {
        for (const one of root.querySelectorAll('*')) {
          if (one.shadowRoot) walk(one.shadowRoot);
          const control = one.matches('button, input, select, textarea, a[href], summary');
          const off =
            one.matches(':disabled, [type=file], [type=radio]:not(:checked)') || (one as HTMLElement).tabIndex < 0;
          if (control && !off && one.checkVisibility({ visibilityProperty: true })) found.push(one.localName);
        }
      };
      walk(section);
      return found;
    });
    await panel.locator('.head h2').focus();
    const seen: string[] = [];
    for (let count = 0; count < wanted.length; count += 1) {
      await page.keyboard.press('Tab');
      const now = await focused(page);
      expect(now.inEditor, `${name}: ${seen.join(' > ')} > ?`).toBe(true);
      expect(now.name, `${name}: after ${seen.join(' > ')}`).not.toBe('');
      expect(now.ring, `${name}: ${now.name}`).not.toBe('none');
      seen.push(now.name);
    }
  }
});

test('F6 goes round the step, the panel and the bar, and back with Shift', async ({ guest, page }) => {
  await guest.openSignedIn();
  await guest.record();
  const { editor } = guest;
  await page.keyboard.press('Alt+1');
  await expect(editor.locator('[data-panel=step]')).toBeVisible();
  const places: string[] = [];
  for (let count = 0; count < 6; count += 1) {
    await page.keyboard.press('F6');
    places.push(
      await page.evaluate(() => {
        const active = document.activeElement;
        const region = active?.shadowRoot?.activeElement?.closest<HTMLElement>('[data-region]');
        return region?.dataset.region ?? active?.localName ?? '';
      }),
    );
  }
  expect(new Set(places.slice(0, 3))).toEqual(new Set(['panel', 'bar', 'shirube-tooltip']));
  expect(places.slice(3)).toEqual(places.slice(0, 3));
  await page.keyboard.press('Shift+F6');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe(
    places[1] === 'shirube-tooltip' ? 'shirube-tooltip' : 'shirube-editor',
  );
});

test('Escape closes what is on top and gives the focus back: the menu, the sheet, the panel', async ({
  guest,
  page,
}) => {
  await guest.openSignedIn();
  await guest.record();
  const { editor } = guest;
  const more = editor.getByRole('button', { name: 'More for this step' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(editor.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(editor.getByRole('menuitem').nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(editor.getByRole('menu')).toHaveCount(0);
  await expect(more).toBeFocused();

  const keys = editor.getByRole('button', { name: 'Keyboard shortcuts' });
  await keys.focus();
  await page.keyboard.press('Enter');
  await expect(editor.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(editor.getByRole('dialog')).toHaveCount(0);
  await expect(keys).toBeFocused();

  const theme = editor.locator('.panels [data-open=theme]');
  await theme.focus();
  await page.keyboard.press('Enter');
  const panel = editor.locator('[data-panel=theme]');
  await expect(panel.getByRole('heading', { name: 'Theme' })).toBeVisible();
  await panel.getByRole('button', { name: 'Close the panel' }).focus();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(theme).toBeFocused();
});

test('a whole tour by keyboard alone, and each thing that happens is told', async ({ guest, page }) => {
  await guest.openSignedIn();
  const { editor } = guest;
  const told = (text: string) => expect(editor.locator('[role=status].heard', { hasText: text })).toHaveCount(1);
  await page.keyboard.press('Alt+T');
  await recording(page);
  await told('press Tab and Enter');
  await page.keyboard.press('Tab');
  await expect(editor.locator('.label, .rating').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(guest.title).toBeFocused();
  await page.keyboard.type('By hand');
  await guest.saved();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+N');
  await told('The app is yours');
  await page.keyboard.press('Alt+R');
  await told('Click what you want to explain');
  await editor.getByRole('textbox', { name: 'Name of the tour' }).focus();
  await page.keyboard.press('Control+Z');
  await told('Undone: write in a step');
  await page.keyboard.press('Control+Shift+Z');
  await told('Done again: write in a step');
  await page.route(`${guest.world.server.url}/v1/**`, (route) => route.abort());
  await page.keyboard.type('x');
  await told('Kept here, not sent yet');
  await page.unroute(`${guest.world.server.url}/v1/**`);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await told('Saved');
});
