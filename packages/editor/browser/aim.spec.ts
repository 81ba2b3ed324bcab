import { expect } from '@playwright/test';
import type { EstimateAnswer } from '@shirube/schema/api';
import type { Condition } from '@shirube/schema/rules';
import { estimate, everyForm, tourWith } from './fixtures/aimData.ts';
import { audience, chip, type Hooks, rule, said, test, tourNow } from './harness/aimTest.ts';
import { findings } from './harness/panelFindings.ts';

declare const window: Window & Hooks;

const TRIAL_NOVICES: Condition = {
  all: [
    { user: 'plan', op: 'eq', value: 'trial' },
    { skill: 'invoicing', is: 'novice' },
  ],
};

test('people on the trial plan who are new to Invoicing are described with the mouse', async ({ page, open }) => {
  await open();
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('option', { name: 'plan' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('combobox', { name: 'Search' }).fill('invoicing');
  await page.getByRole('option', { name: 'new to Invoicing' }).click();
  await page.keyboard.press('Escape');
  expect(await audience(page)).toEqual(TRIAL_NOVICES);
  await expect(chip(page, 'new to Invoicing')).toBeFocused();
  await page.evaluate(() => window.session.undo());
  expect(await audience(page)).toEqual(TRIAL_NOVICES.all[0]);
  await page.evaluate(() => window.session.undo());
  expect(await tourNow(page)).toEqual(tourWith());
  await expect(rule(page)).toContainText('everyone');
});

test('and with the keyboard alone', async ({ page, open }) => {
  await open();
  await page.getByRole('button', { name: 'Add a condition' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('plan');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Comparison' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(chip(page, 'plan is trial')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('new to');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Skill' })).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await audience(page)).toEqual(TRIAL_NOVICES);
  await expect(chip(page, 'new to Invoicing')).toBeFocused();
  // Moved, and taken out again, without opening anything.
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => audience(page)).toEqual({ all: TRIAL_NOVICES.all.toReversed() });
  await expect(chip(page, 'new to Invoicing')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(chip(page, 'plan is trial')).toBeFocused();
  expect(await audience(page)).toEqual({ all: [TRIAL_NOVICES.all[0]] });
});

test('a value keeps its type: what was seen as a number stays one, and the type is shown', async ({ page, open }) => {
  await open({ tour: { audience: { user: 'seats', op: 'eq', value: 5 } } });
  await chip(page, 'seats is 5').click();
  await expect(page.getByRole('radio', { name: 'Number' })).toBeChecked();
  await page.getByRole('spinbutton', { name: 'Value' }).fill('12');
  expect(await audience(page)).toEqual({ user: 'seats', op: 'eq', value: 12 });
  await page.getByRole('radio', { name: 'Text' }).click();
  expect(await audience(page)).toEqual({ user: 'seats', op: 'eq', value: '12' });
  await expect(chip(page, 'seats is “12”')).toBeVisible();
  await page.evaluate(() => window.session.undo());
  // The popover was one visit: one step of undo.
  expect(await audience(page)).toEqual({ user: 'seats', op: 'eq', value: 5 });
});

test('groups: wrap, join otherwise, negate, open again', async ({ page, open }) => {
  await open({ tour: { audience: TRIAL_NOVICES } });
  await chip(page, 'new to Invoicing').click();
  await page.getByRole('button', { name: 'Put into a group' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a condition to this group' }).click();
  await page.getByRole('combobox', { name: 'Search' }).fill('have not done “invoice_sent”');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const never = { event: 'invoice_sent', count: { op: 'eq', value: 0 } };
  const [plan, novice] = TRIAL_NOVICES.all;
  expect(await audience(page)).toEqual({ all: [plan, { any: [novice, never] }] });
  const group = page.getByRole('group', { name: 'one of these holds' });
  await group.getByRole('button', { name: 'Joined by “or”' }).click();
  expect(await audience(page)).toEqual({ all: [plan, { all: [novice, never] }] });
  await page.getByRole('button', { name: 'all of these hold' }).click();
  await page.getByRole('button', { name: 'Turn into the opposite' }).click();
  expect(await audience(page)).toEqual({ all: [plan, { not: { all: [novice, never] } }] });
  await page.getByRole('button', { name: 'Turn into the opposite' }).click();
  await page.getByRole('button', { name: 'Open the group' }).click();
  expect(await audience(page)).toEqual({ all: [plan, novice, never] });
});

test('every form is shown and can be opened; what nobody touches stays the very same', async ({ page, open }) => {
  const strange = { weather: 'rainy' } as unknown as Condition;
  const all = [...(everyForm as { readonly all: readonly Condition[] }).all, strange];
  await open({ tour: { audience: { all } } });
  const before = JSON.stringify(await audience(page));
  const chips = rule(page).locator('.chip[data-at]');
  await expect(chips).toHaveCount(19);
  for (let at = 0; at < 19; at += 1) {
    await chips.nth(at).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(chips.nth(at)).toBeFocused();
  }
  expect(JSON.stringify(await audience(page))).toBe(before);
  expect(await page.evaluate(() => window.session.heard.edits)).toEqual([]);
});

test('a Japanese sentence puts the particle behind the chip, and the people at the end', async ({ page, open }) => {
  await open({ ui: 'ja', tour: { audience: TRIAL_NOVICES } });
  expect(await said(page)).toBe('plan が「trial」で、かつ「Invoicing」の初心者の 人に表示します');
  await expect(page.getByText('約 128 人が該当します')).toBeVisible();
});

test('only the answer to the last question is shown', async ({ page, open }) => {
  await open({ tour: { audience: { segment: 'admins' } } });
  await expect(page.getByText('About 128 of 1,204 people')).toBeVisible();
  await page.evaluate(() => {
    window.answers = undefined;
  });
  const change = (value: string): Promise<void> =>
    page.evaluate((plan) => {
      window.session.editTour({ name: 'x' }, (tour) => ({
        ...tour,
        audience: { user: 'plan', op: 'eq', value: plan },
      }));
    }, value);
  const askedTimes = () => page.evaluate(() => window.asked.length);
  await change('first');
  await expect.poll(askedTimes).toBe(2);
  await change('second');
  await expect.poll(askedTimes).toBe(3);
  const answer = (at: number, matched: number): Promise<void> =>
    page.evaluate(([index, value]) => window.asked[index]?.answer({ ok: true, value }), [
      at,
      { ...estimate, matched } satisfies EstimateAnswer,
    ] as const);
  await answer(2, 22);
  await expect(page.getByText('About 22 of 1,204 people')).toBeVisible();
  await answer(1, 11);
  await expect(page.getByText('About 22 of 1,204 people')).toBeVisible();
  await expect(page.getByText('About 11 of')).toHaveCount(0);
  await change('third');
  await expect.poll(askedTimes).toBe(4);
  await page.evaluate(() => window.asked[3]?.answer({ ok: false, failure: { kind: 'unreachable' } }));
  await expect(page.getByText('Your work is safe')).toBeVisible();
});

test('names that look like markup, or like part of a prototype, are only words', async ({ page, open }) => {
  const evil = '<img src=x onerror="document.title=1">';
  await open({
    known: {
      traits: [{ of: 'user', path: '__proto__', types: ['string'], people: 1, values: [{ value: evil, people: 1 }] }],
      segments: [{ id: 'evil', name: evil, condition: { user: 'plan', op: 'eq', value: evil } }],
    },
  });
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('option', { name: '__proto__' }).click();
  await expect(page.getByText('A path is keys joined by dots')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chip(page, '__proto__')).toHaveClass(/wrong/);
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('option', { name: evil }).click();
  await page.keyboard.press('Escape');
  expect(await audience(page)).toEqual({ all: [{ user: '__proto__', op: 'eq', value: evil }, { segment: 'evil' }] });
  await expect(page.locator('shirube-editor img')).toHaveCount(0);
  await expect(page.getByText('Complete the conditions')).toBeVisible();
});

test('when, how often and in which days are parts of a second sentence', async ({ page, open }) => {
  await open({ tour: { trigger: { on: 'page', page: '/invoices', delayMs: 500 } } });
  await chip(page, 'when they open /invoices').click();
  await page.getByRole('combobox', { name: 'Trigger' }).selectOption('element');
  await page.getByRole('button', { name: 'Point at an element' }).click();
  await expect(chip(page, 'when “New invoice” becomes visible')).toBeVisible();
  await page.keyboard.press('Escape');
  await chip(page, 'once').click();
  await page.getByRole('combobox', { name: 'How often' }).selectOption('every');
  await page.getByRole('spinbutton', { name: 'At most' }).fill('3');
  await page.keyboard.press('Escape');
  await expect(chip(page, 'every 7 days, at most 3 times')).toBeFocused();
  const { trigger, frequency } = await tourNow(page);
  expect(trigger).toMatchObject({
    on: 'element',
    delayMs: 500,
    element: { selectors: ['[data-tour="new-invoice"]', '#new-invoice'] },
  });
  expect(frequency).toEqual({ show: 'every', days: 7, atMost: 3 });
});

test('a new tour may begin with a template, and undo takes all of it back', async ({ page, open }) => {
  await open();
  await page.getByRole('button', { name: 'Start from' }).click();
  await page.getByRole('menuitem', { name: 'New users, once, on this page' }).click();
  expect(await tourNow(page)).toMatchObject({
    audience: { user: 'createdAt', op: 'withinLast', value: '14d' },
    trigger: { on: 'page', page: '/invoices', delayMs: 500 },
    frequency: { show: 'once' },
  });
  await page.evaluate(() => window.session.undo());
  expect(await tourNow(page)).toEqual(tourWith());
});

test('an audience becomes a segment, is changed there, and is taken apart again', async ({ page, open }) => {
  await open({ tour: { audience: TRIAL_NOVICES } });
  await page.locator('summary', { hasText: 'Segments' }).click();
  await page.getByRole('button', { name: 'Save this audience as a segment' }).click();
  await page.keyboard.type('Trial novices');
  await page.keyboard.press('Enter');
  expect(await audience(page)).toEqual({ segment: 'trial-novices' });
  expect(await page.evaluate(() => window.session.draft?.work.library.segments)).toEqual({
    'trial-novices': { id: 'trial-novices', name: 'Trial novices', condition: TRIAL_NOVICES },
  });
  await page.getByRole('button', { name: 'Edit Trial novices' }).click();
  await expect(page.getByText('Live tours follow at once when it is saved.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete Trial novices' })).toBeDisabled();
  await chip(page, 'the segment Trial novices').click();
  await page.getByRole('button', { name: 'Put its conditions here' }).click();
  expect(await audience(page)).toEqual(TRIAL_NOVICES);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save now' }).click();
  await expect(page.getByText('Saved. Live tours follow.')).toBeVisible();
});

test('a skill is made of seen events, with how many people are at which level', async ({ page, open }) => {
  await open();
  await page.locator('summary', { hasText: 'Skills' }).click();
  await expect(
    page.getByRole('img', { name: '702 novice, 318 learning, 184 proficient, of 1204 people' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'New skill' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Sending');
  await page.getByRole('combobox', { name: 'Add an event' }).click();
  await page.getByRole('option', { name: 'invoice_sent' }).click();
  await page.getByRole('spinbutton', { name: 'Proficient from' }).fill('9');
  expect(await page.evaluate(() => window.session.draft?.work.library.skills)).toEqual({
    skill: {
      id: 'skill',
      name: 'Sending',
      signals: ['invoice_created', 'invoice_sent'],
      windowDays: 60,
      levels: { learning: 1, proficient: 9 },
    },
  });
});

for (const [look, ui, use] of [
  ['light', 'en', {}],
  ['dark, in Japanese', 'ja', { colorScheme: 'dark' }],
] as const)
  test.describe(look, () => {
    test.use(use);
    test(`axe finds nothing: ${look}`, async ({ page, open }) => {
      await open({ ui, tour: { audience: everyForm } });
      await page.locator('summary').nth(1).click();
      await page.locator('summary').nth(2).click();
      await page.locator('shirube-editor-skills .entry button').first().click();
      await page.locator('shirube-editor-segments .entry button').nth(1).click();
      await page.locator('.bar .novice').waitFor();
      expect(await findings(page)).toEqual([]);
      for (const at of [0, 2, 7, 12]) {
        await rule(page).locator('.chip[data-at]').nth(at).click();
        await page.getByRole('dialog').waitFor();
        expect(await findings(page)).toEqual([]);
        await page.keyboard.press('Escape');
      }
      await rule(page).locator('.add').last().click();
      expect(await findings(page)).toEqual([]);
    });
  });
