import { expect } from '@playwright/test';
import { findings } from './harness/panelFindings.ts';
import { heard, test } from './harness/releaseTest.ts';
import { step, tourOf } from './harness/releaseTours.ts';

const skill = { id: 'invoicing', name: 'Invoicing', signals: ['invoice_sent'], levels: { learning: 1, proficient: 3 } };
const trialOnly = { all: [{ user: 'plan', op: 'in' as const, value: ['trial'] }] };
const aiko = {
  userId: 'aiko',
  traits: { name: 'Aiko', plan: 'free' },
  lastSeenAt: Date.UTC(2026, 10, 20),
  history: [],
  tours: {},
};
const tour = tourOf([
  step('start', 'Start here'),
  step('admins', 'For admins', {
    kind: 'modal',
    target: undefined,
    showIf: { user: 'role', op: 'eq', value: 'admin' },
  }),
  step('lost', 'Lost', { target: { selectors: ['#lost'] }, onMissing: 'skip', timeoutMs: 300 }),
  step('settings', 'Your settings', { page: '/settings' }),
]);
const card = (title: string) => `shirube-tooltip:has-text("${title}")`;
const rows = 'shirube-editor-rehearse .steps > li';

test('plays the real steps, says why each did or did not show, and records nothing', async ({ page, open }) => {
  const sent: string[] = [];
  await open({ panel: 'rehearse', tour });
  page.on('request', (request) => sent.push(request.url()));
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, document.cookie]));
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.locator(card('Start here'))).toBeVisible();
  const list = page.locator(rows);
  await expect(list.nth(0)).toContainText('Shown: Target found');
  await expect(page.getByText('Step 1 of 4: Start here')).toBeVisible();
  await expect(page.getByRole('toolbar').getByRole('button', { name: 'Next' })).toBeFocused();

  await page.locator(card('Start here')).getByRole('button', { name: 'Next' }).click();
  await expect(list.nth(0)).toContainText('Left by its button');
  await expect(list.nth(1)).toContainText('Skipped by its rule');
  await list.nth(1).getByText('Why').click();
  await expect(list.nth(1)).toContainText('No: people whose role is admin (here: nothing)');
  await expect(list.nth(2)).toContainText('Target missing after 300 ms: not in the page (skipped)');
  await expect(list.nth(2)).toContainText('Skipped, because its target is missing');
  await expect(list.nth(3)).toContainText('It goes on at /settings.');
  await expect(page.locator('shirube-tooltip')).toHaveCount(0);

  await page.evaluate(() => history.pushState(null, '', '/settings'));
  await expect(page.locator(card('Your settings'))).toBeVisible();
  await page.locator(card('Your settings')).getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Played to the end.')).toBeVisible();
  expect(sent).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, document.cookie]))).toBe(kept);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('goes on on the next page of the app, where it was and as whom, through a full load', async ({ page, open }) => {
  await open({ panel: 'rehearse', tour });
  await page.getByRole('radio', { name: 'Made up' }).click();
  await page.getByRole('button', { name: 'Add a trait' }).click();
  await page.getByLabel('Trait', { exact: true }).fill('role');
  await page.getByLabel('Value role').fill('admin');
  await page.getByRole('button', { name: 'Play from here: step 4' }).click();
  await expect(page.getByText('It goes on at /settings.')).toBeVisible();
  await open({ panel: 'rehearse', tour }, '/settings');
  await expect(page.locator(card('Your settings'))).toBeVisible();
  await expect(page.getByText('Step 4 of 4: Your settings')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.locator('shirube-tooltip')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeFocused();
  await expect(page.getByLabel('Value role')).toHaveValue('admin');
  // What was stopped does not begin again.
  await open({ panel: 'rehearse', tour }, '/settings');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(page.locator('shirube-tooltip')).toHaveCount(0);
});

test('says whether a real person would see it and why not, and what would have to be so', async ({ page, open }) => {
  await open({ panel: 'rehearse', tour: { ...tour, audience: trialOnly }, people: [aiko] });
  await page.getByRole('radio', { name: 'Real person' }).click();
  await page.getByRole('button', { name: /^Aiko/ }).click();
  await expect(page.locator('h2')).toHaveText('Aiko would not see this tour: plan is “free”, wanted “trial”.');
  await expect(page.locator('.leaves')).toContainText('No: people whose plan is trial (here: free)');
  await expect(page.getByRole('button', { name: 'Play anyway' })).toBeVisible();
  // Made up, with a row for what the audience asks.
  await page.getByRole('radio', { name: 'Made up' }).click();
  await expect(page.locator('h2')).toContainText('plan is nothing, wanted “trial”');
  await page.getByLabel('Value plan').fill('trial');
  await expect(page.locator('h2')).toHaveText('This person would see this tour.');
});

test('frequency, schedule and skills decide as they will for users', async ({ page, open }) => {
  const other = {
    id: 'first-invoice',
    name: 'This',
    etag: '',
    updatedAt: 0,
    updatedBy: '',
    live: [],
    origin: { kind: 'editor' as const },
  };
  await open({
    panel: 'rehearse',
    tour: { ...tour, audience: { skill: 'invoicing', is: 'novice' } },
    workspace: { skills: [skill], tours: [other] },
  });
  await page.getByRole('radio', { name: 'Made up' }).click();
  await expect(page.locator('h2')).toHaveText('This person would see this tour.');
  await page.getByLabel('Invoicing').selectOption({ label: 'Proficient' });
  await expect(page.locator('h2')).toHaveText('This person would not see this tour: not in its audience.');
  await page.getByLabel('Invoicing').selectOption({ label: 'Novice' });
  await page.getByText('Tours so far').click();
  await page.getByLabel('This').selectOption({ label: 'Seen' });
  await expect(page.locator('h2')).toContainText('seen as often as its frequency allows');
});

test('Escape stops what a step does not close, and keys lead on where a step holds the page', async ({
  page,
  open,
}) => {
  const held = tourOf(
    [
      step('one', 'One', { kind: 'modal', target: undefined, buttons: [] }),
      step('two', 'Two', { advance: [{ on: 'event', event: 'invoice_sent' }] }),
      step('three', 'Three'),
    ],
    { dismissible: false },
  );
  await open({ panel: 'rehearse', tour: held });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.locator('shirube-modal')).toContainText('One');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.locator(card('Two'))).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.locator('shirube-modal')).toContainText('One');
  await page.keyboard.press('Alt+ArrowRight');
  await page.getByRole('button', { name: 'Pretend “invoice_sent” happened' }).click();
  await expect(page.locator(card('Three'))).toBeVisible();
  await expect(page.locator(rows).nth(1)).toContainText('Left by an event of the app');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Stopped. Nothing was recorded.')).toBeVisible();
  await expect(page.locator('shirube-tooltip, shirube-modal')).toHaveCount(0);
});

test('a draft that the runtime would leave out ends at once, and says so', async ({ page, open }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const broken = tourOf([step('start', 'Start here', { showIf: { all: 'x' } as never })]);
  await open({ panel: 'rehearse', tour: broken });
  await page.getByRole('radio', { name: 'Made up' }).click();
  await expect(page.locator('h2')).toContainText('it is not complete yet');
  await page.getByRole('button', { name: 'Play anyway' }).click();
  await expect(page.getByText(/^It ended, because something failed/)).toBeVisible();
  expect(errors).toEqual([]);
});

test('a panel that is closed takes its rehearsal off the page, and gives the preview back', async ({ page, open }) => {
  await open({ panel: 'rehearse', tour });
  await page.evaluate(() => {
    const { session } = globalThis as unknown as import('./harness/releaseEntry.ts').ReleaseWindow;
    session.clearStage = () => {
      document.title = 'cleared';
      return () => {
        document.title = 'given back';
      };
    };
  });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.locator(card('Start here'))).toBeVisible();
  await expect(page).toHaveTitle('cleared');
  // Moved within the page, as when the app opens a dialog, it goes on.
  await page.evaluate(() => document.body.append(document.querySelector('shirube-editor') as Element));
  await expect(page).toHaveTitle('cleared');
  await expect(page.locator(card('Start here'))).toBeVisible();
  await page.evaluate(() => document.querySelector('shirube-editor')?.remove());
  await expect(page.locator('shirube-tooltip')).toHaveCount(0);
  await expect(page).toHaveTitle('given back');
});

test('all targets are tested at once: found, found by likeness, hidden, ambiguous, missing, elsewhere', async ({
  page,
  open,
}) => {
  const aim = (id: string, selector: string, more = {}) =>
    step(id, `Step ${id}`, { target: { selectors: [selector], ...more } });
  const all = tourOf([
    aim('a', '#new-invoice'),
    aim('b', '#renamed', { fingerprint: { tag: 'button', role: 'button', name: 'New invoice', text: 'New invoice' } }),
    aim('c', '#hidden'),
    aim('d', '.many'),
    aim('e', '#gone'),
    step('f', 'Step f', { page: '/settings' }),
  ]);
  await open({ panel: 'rehearse', tour: all });
  await page.evaluate(() => {
    const add = (set: (button: HTMLButtonElement) => void): void => {
      const button = document.createElement('button');
      button.textContent = 'Other';
      set(button);
      document.querySelector('main')?.append(button);
    };
    add((button) => {
      button.id = 'hidden';
      button.hidden = true;
    });
    for (const _ of [1, 2]) add((button) => button.classList.add('many'));
  });
  await page.getByRole('button', { name: 'Test all targets' }).click();
  await expect(page.getByText('2 of 6 targets are on this page.')).toBeVisible();
  const list = page.locator(rows);
  await expect(list.nth(0)).toContainText('Target found');
  await expect(list.nth(1)).toContainText('Found by its likeness');
  await expect(list.nth(2)).toContainText('Target hidden at this moment');
  await expect(list.nth(3)).toContainText('Several elements match');
  await expect(list.nth(4)).toContainText('Target missing');
  await expect(list.nth(5)).toContainText('Lives on /settings');
  await list.nth(4).getByRole('button', { name: 'Open step 5' }).click();
  expect((await heard(page)).opened).toEqual([{ panel: 'step', path: '/steps/4/target' }]);
  await list.nth(5).getByRole('button', { name: 'Go to /settings' }).click();
  await page.waitForURL('**/settings');
});

for (const ui of ['en', 'ja'] as const)
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the panel, and nothing is cut off: ${ui}, ${colorScheme}`, async ({ page, open }) => {
      await page.emulateMedia({ colorScheme });
      await open({
        panel: 'rehearse',
        ui,
        tour: { ...tour, audience: trialOnly },
        people: [aiko],
        workspace: { skills: [skill] },
      });
      await page.getByRole('radio').nth(1).click();
      await page.getByRole('button', { name: /^Aiko/ }).click();
      await expect(page.locator('h2')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('radio').nth(2).click();
      expect(await findings(page)).toEqual([]);
      await page.locator('button.play').click();
      await expect(page.locator('shirube-tooltip')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  }
