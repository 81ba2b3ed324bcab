import { expect } from '@playwright/test';
import { findings } from './harness/panelFindings.ts';
import { draftNow, heard, requests, test } from './harness/releaseTest.ts';
import { step, tourOf } from './harness/releaseTours.ts';

const tour = tourOf([step('start', 'Start here')]);
const former = tourOf([step('start', 'Begin')], { name: 'Former' });
const environments = ['production', 'staging'].map((name) => ({
  name,
  publicKey: `pk_${name}`,
  enforceIdentity: false,
}));
const headline = 'shirube-editor-publish h2';

test('one click publishes when the checks pass, says what went live, and another click brings back what was', async ({
  page,
  open,
}) => {
  await open({ panel: 'publish', tour, published: [former] });
  await expect(page.locator(headline)).toHaveText('Version 2 goes live in production: 3 changes.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.locator('.outcome')).toContainText('Version 2 is live in production.');
  expect(await requests(page)).toEqual(['publish {"environment":"production","note":""}']);
  await expect(page.getByRole('link', { name: 'See its report' })).toHaveAttribute(
    'href',
    'https://guide.example.com/tours/first-invoice?lang=en',
  );
  await expect(page.locator(headline)).toHaveText('production already has all of this: version 2.');

  await page.getByRole('button', { name: /^Undo: Back to version 1/ }).click();
  await expect(page.locator('.outcome')).toContainText('Version 1 is live in production again.');
  expect((await requests(page)).at(-1)).toBe('rollback production 1');
  expect((await heard(page)).announced).toEqual([
    'Version 2 is live in production.',
    'Version 1 is live in production again.',
  ]);
});

test('a first version is taken out again by undo; the note goes with the keys that publish', async ({ page, open }) => {
  await open({ panel: 'publish', tour, workspace: { environments } });
  await expect(page.locator(headline)).toHaveText('The first version goes live in production.');
  await page.getByRole('radio', { name: 'production' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(headline)).toHaveText('The first version goes live in staging.');
  await page.getByRole('textbox').fill('For the new plan');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.outcome')).toContainText('Version 1 is live in staging.');
  await expect(page.getByRole('textbox')).toHaveValue('');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.locator('.outcome')).toContainText('The tour is stopped in staging.');
  expect(await requests(page)).toEqual(['publish {"environment":"staging","note":"For the new plan"}', 'kill staging']);
});

test('says whom the tour reaches, when and how often, and leads to where that is changed', async ({ page, open }) => {
  const aim = {
    audience: { user: 'plan', op: 'eq', value: 'trial' } as const,
    trigger: { on: 'page', page: '/invoices' } as const,
  };
  await open({ panel: 'publish', tour: tourOf([step('start', 'Start here')], aim) });
  const reach = page.getByRole('region', { name: 'Whom it reaches' });
  await expect(reach).toContainText('people whose plan is trial, when they open /invoices, once');
  await reach.getByRole('button', { name: 'Change' }).click();
  expect((await heard(page)).opened).toEqual([{ panel: 'aim', path: '/audience' }]);
});

test('what would fail is refused, and each reason leads to its place', async ({ page, open }) => {
  const lost = step('lost', 'Lost', { target: { selectors: ['#lost'] }, content: { en: { title: 'Lost' } } });
  await open({ panel: 'publish', tour: tourOf([step('start', 'Start'), lost], { theme: 'none' }) });
  await expect(page.locator(headline)).toHaveText('3 things keep this tour from going live.');
  const publish = page.getByRole('button', { name: 'Publish' });
  await expect(publish).toHaveAttribute('aria-disabled', 'true');
  await publish.dispatchEvent('click');
  await page.getByRole('textbox').press('Control+Enter');
  expect(await requests(page)).toEqual([]);

  await page.getByRole('button', { name: /^Show: Step 2: Its target is not on \/invoices/ }).click();
  await page.getByRole('button', { name: /^Show: Step 2: The text in “ja” is missing/ }).click();
  await page.getByRole('button', { name: /^Show: The theme does not exist/ }).click();
  expect((await heard(page)).opened).toEqual([
    { panel: 'step', path: '/steps/1/target' },
    { panel: 'languages', path: '/steps/1/content/ja' },
    { panel: 'theme', path: '/theme' },
  ]);
});

test('a target that comes to the page is no reason any more, and is remembered on other pages', async ({
  page,
  open,
}) => {
  const late = tourOf([step('late', 'Late', { target: { selectors: ['#late'] } })]);
  await open({ panel: 'publish', tour: late });
  await expect(page.locator(headline)).toHaveText('1 thing keeps this tour from going live.');
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'late';
    button.textContent = 'Late';
    document.querySelector('main')?.append(button);
  });
  await expect(page.locator(headline)).toHaveText('The first version goes live in production.');
  await open({ panel: 'publish', tour: late }, '/settings');
  await expect(page.getByText('All checks passed.')).toBeVisible();
  // Aimed at something else, it has not been seen.
  await open(
    { panel: 'publish', tour: tourOf([step('late', 'Late', { target: { selectors: ['#other'] } })]) },
    '/settings',
  );
  await expect(page.getByText('Its target was not checked on /invoices yet.')).toBeVisible();
});

test('changed segments, skills and themes are named, and saved before the tour goes live', async ({ page, open }) => {
  await open({ panel: 'publish', tour, published: [tour] });
  await expect(page.locator(headline)).toHaveText('production already has all of this: version 1.');
  await page.evaluate(() => {
    const { session } = globalThis as unknown as import('./harness/releaseEntry.ts').ReleaseWindow;
    session.edit({ name: 'theme' }, (work) => ({
      ...work,
      library: { ...work.library, themes: { default: { id: 'default', name: 'House', radiusPx: 4 } } },
    }));
  });
  await expect(page.locator(headline)).toHaveText('Version 2 goes live in production: 1 change.');
  await expect(page.getByText('Theme “House”')).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.locator('.outcome')).toContainText('Version 2 is live');
  expect((await requests(page))[0]).toBe('saveLibrary');
});

for (const [why, scene, said] of [
  [
    'somebody was faster',
    { save: { name: 'conflict', by: 'ken@example.com', at: 0 } },
    'ken@example.com has written a newer draft.',
  ],
  ['there is no network', { save: { name: 'local' } }, 'publish it when the network is back'],
  ['the server does not answer', { refusal: { kind: 'unreachable' } }, 'publish it when the network is back'],
  ['the session has ended', { refusal: { kind: 'signed_out' } }, 'sign in, then publish'],
] as const) {
  test(`nothing is said to be live when ${why}`, async ({ page, open }) => {
    await open({ panel: 'publish', tour, ...scene });
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect(page.locator('.outcome')).toContainText(said);
    await expect(page.locator(headline)).toHaveText('The first version goes live in production.');
  });
}

test('what only the server can refuse leads to its place too', async ({ page, open }) => {
  const problems = [{ code: 'unknown_segment', path: '/audience', message: 'There is no segment "x".' }];
  await open({ panel: 'publish', tour, refusal: { kind: 'invalid', problems } });
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('button', { name: /^Show: A rule asks for a segment/ }).click();
  expect((await heard(page)).opened).toEqual([{ panel: 'aim', path: '/audience' }]);
});

test('versions are compared in words, opened as draft, made live again and stopped; each can be taken back', async ({
  page,
  open,
}) => {
  await open({ panel: 'publish', tour, published: [former, tour] });
  const versions = page.locator('.version');
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText('Live in production');
  await expect(versions.last()).toContainText('The first one');
  await page.getByText('Compare', { exact: true }).click();
  await expect(page.getByText('3 differences')).toBeVisible();
  await expect(page.getByText('Name: “Former” → “Send your first invoice”')).toBeVisible();
  await page.getByLabel('From').selectOption({ label: 'Draft' });
  await expect(page.getByText('They are the same.')).toBeVisible();

  await page.getByRole('button', { name: 'Version 1: Open as draft' }).click();
  await expect.poll(async () => (await draftNow(page))?.name).toBe('Former');
  expect((await heard(page)).edits).toEqual(['open version 1 as draft']);

  await page.getByRole('button', { name: 'Version 1: Make live in production' }).click();
  await expect(versions.last()).toContainText('Live in production');
  await page.getByRole('button', { name: /^Undo: Back to version 2/ }).click();
  await expect(versions.first()).toContainText('Live in production');
  await page.getByRole('button', { name: 'Version 2: Stop in production' }).click();
  await expect(page.locator('.outcome')).toContainText('The tour is stopped in production.');
  await page.getByRole('button', { name: /^Undo: Back to version 2/ }).click();
  await expect(versions.first()).toContainText('Live in production');
  expect(await requests(page)).toEqual([
    'rollback production 1',
    'rollback production 2',
    'kill production',
    'rollback production 2',
  ]);
});

for (const ui of ['en', 'ja'] as const)
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the panel, and nothing is cut off: ${ui}, ${colorScheme}`, async ({ page, open }) => {
      await page.emulateMedia({ colorScheme });
      const bad = tourOf([step('start', 'Start here'), step('lost', 'Lost', { target: { selectors: ['#lost'] } })]);
      await open({ panel: 'publish', ui, tour: bad, published: [former, tour], workspace: { environments } });
      await expect(page.locator('.error')).toHaveCount(1);
      await page.locator('details').first().locator('summary').click();
      expect(await findings(page)).toEqual([]);
      await page
        .getByRole('button', { name: /(Make live in|に戻す)/ })
        .last()
        .click();
      await expect(page.locator('.outcome')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  }
