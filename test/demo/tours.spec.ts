import { expect, type Page, test } from '@playwright/test';
import type { Demo } from '../../demo/host/startDemo.ts';
import { findings } from './findings.ts';
import { wholeDemo } from './wholeDemo.ts';

const SOON = { timeout: 10_000 };
let demo: Demo;
test.beforeAll(async () => {
  demo = await wholeDemo();
});
test.afterAll(() => demo.close());

/** Each test is a novice of its own, as after the demo's reset: they share one server. */
test.beforeEach(async ({ page }, { testId }) => {
  const suffix = testId.slice(-8);
  await page.addInitScript((again) => {
    if (localStorage.getItem('hinode.again.novice') === null) localStorage.setItem('hinode.again.novice', again);
  }, suffix);
});

/** What the browser refuses under the page's policy, and whatever else goes wrong. */
const watchTroubles = (page: Page): string[] => {
  const troubles: string[] = [];
  page.on('pageerror', (error) => {
    // Firefox's driver runs what prepares a page also in the empty one before it, which may store nothing.
    if (page.url() !== 'about:blank') troubles.push(error.message);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  return troubles;
};
const invoices = (): string => `${demo.product}invoices`;
const become = async (page: Page, person: string): Promise<void> => {
  await page.locator('[data-demo=people]').click();
  await page.locator(`[data-person=${person}]`).click();
};

for (const { lang, locale, titles, names } of [
  {
    lang: 'English',
    locale: 'en-GB',
    titles: [
      'Send your first invoice',
      'Who is it for?',
      'What did you do, and for how much?',
      'One last look',
      'Your first invoice is on its way',
    ],
    names: {
      new: 'New invoice',
      what: 'Description',
      price: 'Unit price (yen)',
      send: 'Send invoice',
      confirm: 'Send now',
      done: 'Done',
    },
  },
  {
    lang: 'Japanese',
    locale: 'ja-JP',
    titles: [
      'はじめての請求書を送る',
      '請求先を選ぶ',
      '内容と金額を入力する',
      '最後に確認する',
      'はじめての請求書を送付しました',
    ],
    names: {
      new: '請求書を作成',
      what: '内容',
      price: '単価(円)',
      send: '請求書を送付',
      confirm: '送付する',
      done: '完了',
    },
  },
]) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale });
    test('a novice is led from the list to a sent invoice, across pages and into the host’s dialog', async ({
      page,
    }) => {
      const troubles = watchTroubles(page);
      const title = (index: number) => page.getByRole('dialog', { name: titles[index] ?? '' });
      await page.goto(invoices());
      await expect(title(0)).toBeVisible();
      await page.getByRole('link', { name: names.new }).click();
      await expect(title(1)).toBeVisible();
      await page.locator('[data-tour=customer-select]').selectOption('lumen');
      await expect(title(2)).toBeVisible();
      await page.getByRole('textbox', { name: names.what }).fill('Poster');
      await page.getByRole('spinbutton', { name: names.price }).fill('50000');
      await page.getByRole('button', { name: names.send, exact: true }).click();
      await expect(title(3)).toBeVisible();
      await page.getByRole('button', { name: names.confirm, exact: true }).click();
      await expect(title(4)).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await title(4).getByRole('button', { name: names.done }).click();
      await expect(title(4)).toBeHidden();
      expect(troubles).toEqual([]);
    });
  });
}

test('neither the veteran nor the viewer is taught what they know or may not do', async ({ page }) => {
  for (const person of ['veteran', 'viewer']) {
    await page.goto(`${demo.product}settings`);
    const known = page.waitForResponse(
      (response) => response.url().includes(`/demo-${person}/state?`) && response.ok(),
      SOON,
    );
    await become(page, person);
    await known;
    await page.getByRole('link', { name: 'Invoices', exact: true }).click();
    await expect(page.getByRole('table')).toBeVisible();
    const reason = await page.evaluate(async () => {
      const { shirube } = window as unknown as { shirube: { explain(id: string): Promise<{ matches: unknown }> } };
      return (await shirube.explain('first-invoice')).matches;
    });
    expect(reason, person).toBe(false);
    await expect(page.getByRole('dialog', { name: 'Send your first invoice' })).toHaveCount(0);
  }
});

test('a veteran who starts over is given their past again', async ({ page }) => {
  await page.goto(demo.product);
  await become(page, 'veteran');
  const state = page.waitForResponse(
    (response) => /demo-veteran-\w+\/state/.test(response.url()) && response.ok(),
    SOON,
  );
  await page.locator('[data-demo=reset]').click();
  const { history } = (await (await state).json()) as { history: { name: string }[] };
  expect(history.filter(({ name }) => name === 'invoice_sent')).toHaveLength(5);
});

test('a guide is started from the product’s own help menu', async ({ page }) => {
  await page.goto(invoices());
  await expect(page.getByRole('table')).toBeVisible();
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('button', { name: 'Find any invoice quickly' }).click();
  const first = page.getByRole('dialog', { name: 'See only what matters now' });
  await expect(first).toBeVisible();
  await first.getByRole('button', { name: 'Next' }).click();
  await page
    .getByRole('dialog', { name: 'Search by customer or number' })
    .getByRole('button', { name: 'Next' })
    .click();
  const last = page.getByRole('dialog', { name: 'Open an invoice' });
  await last.getByRole('button', { name: 'Done' }).click();
  await expect(last).toBeHidden();
});

test('starting over shows the first guide again', async ({ page }) => {
  await page.goto(invoices());
  const guide = page.getByRole('dialog', { name: 'Send your first invoice' });
  await expect(guide).toBeVisible();
  await guide.getByRole('button', { name: 'Close' }).click();
  await expect(guide).toBeHidden();
  await page.locator('[data-demo=reset]').click();
  await expect(guide).toBeVisible();
});

test('on a phone the guide fits the frame, and axe finds nothing around it', async ({ page }) => {
  await page.goto(demo.product);
  await become(page, 'mobile');
  await expect(page).toHaveURL(/\/phone$/);
  const guide = page.frameLocator('iframe').getByRole('dialog', { name: 'Send your first invoice' });
  await expect(guide).toBeVisible();
  const frame = await page.locator('iframe').boundingBox();
  const card = await guide.boundingBox();
  if (frame === null || card === null) throw new Error('The guide has no place on the screen.');
  expect(card.x).toBeGreaterThanOrEqual(frame.x);
  expect(card.x + card.width).toBeLessThanOrEqual(frame.x + frame.width);
  expect(await findings(page)).toEqual([]);
});
