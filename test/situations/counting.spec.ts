import { begin, button, card, expect, type Page, seen, stepAt, test, told, tourOf } from './harness/situation.ts';

const page3 =
  '<main><button id="one">One</button> <button id="two">Two</button> <button id="three">Three</button></main>';
const never = { showIf: { element: { selectors: ['#none'] }, is: 'visible' } } as const;
const missing = { target: { selectors: ['#none'] }, onMissing: 'skip', timeoutMs: 50 } as const;
const words = (page: Page) => card(page).locator('#progress');

for (const progress of ['count', 'dots', 'bar'] as const)
  test(`steps whose condition says no are not counted, in both directions (${progress})`, async ({
    page,
    host,
    guide,
  }) => {
    await host(page3);
    await guide(
      [
        stepAt('x', '#one', never),
        stepAt('a', '#one'),
        stepAt('y', '#one', never),
        stepAt('z', undefined, never),
        stepAt('b', '#two'),
        stepAt('c', '#three'),
        stepAt('w', '#three', never),
      ].slice(1),
      { progress },
    );
    const dots = card(page).locator('[part~=dot]');
    const expectAt = async (id: string, current: number): Promise<void> => {
      await expect(card(page).getByText(`Title of ${id}`)).toBeVisible();
      await expect(words(page)).toHaveText(`Step ${current} of 3`);
      if (progress === 'dots') {
        await expect(dots).toHaveCount(3);
        await expect(dots.nth(current - 1)).toHaveAttribute('part', 'dot current');
      }
    };
    await expectAt('a', 1);
    await button(page, 'Next').click();
    await expectAt('b', 2);
    await button(page, 'Next').click();
    await expectAt('c', 3);
    await button(page, 'Back').click();
    await expectAt('b', 2);
    await button(page, 'Back').click();
    await expectAt('a', 1);
    await page.keyboard.press('ArrowLeft');
    await expectAt('a', 1);
    await button(page, 'Next').click();
    await expectAt('b', 2);
  });

test('a step that was passed over because its target is missing leaves no gap in the numbers, forward and back', async ({
  page,
  host,
  guide,
}) => {
  await host(page3);
  await guide([stepAt('a', '#one'), stepAt('gone', '#none', missing), stepAt('b', '#two'), stepAt('c', '#three')], {
    progress: 'count',
  });
  await expect(words(page)).toHaveText('Step 1 of 4');
  await button(page, 'Next').click();
  await seen(page, 'b');
  // It is known now that the other one is not there.
  await expect(words(page)).toHaveText('Step 2 of 3');
  await button(page, 'Next').click();
  await seen(page, 'c');
  await expect(words(page)).toHaveText('Step 3 of 3');
  await button(page, 'Back').click();
  await expect(words(page)).toHaveText('Step 2 of 3');
  await button(page, 'Back').click();
  await expect(card(page).getByText('Title of a')).toBeVisible();
  expect((await told(page)).filter((line) => line.startsWith('step_skipped'))).toEqual([
    'step_skipped gone target_missing',
  ]);
});

test('the first steps are passed over: what is seen first is step 1, has no way back, and ArrowLeft does nothing', async ({
  page,
  host,
}) => {
  await host(page3);
  await begin(page, [
    tourOf(
      'guide',
      [
        { ...stepAt('x', '#one', never), buttons: undefined },
        { ...stepAt('gone', '#none', missing) },
        { ...stepAt('a', '#one'), buttons: undefined },
        { ...stepAt('b', '#two'), buttons: undefined },
      ],
      { progress: 'count' },
    ),
  ]);
  await seen(page, 'a');
  await expect(words(page)).toHaveText('Step 1 of 2');
  await expect(button(page, 'Back')).toHaveCount(0);
  const before = await told(page);
  await page.keyboard.press('ArrowLeft');
  await expect(card(page).getByText('Title of a')).toBeVisible();
  expect(await told(page)).toEqual(before);
  await page.keyboard.press('ArrowRight');
  await seen(page, 'b');
  await expect(words(page)).toHaveText('Step 2 of 2');
  await expect(button(page, 'Done')).toBeVisible();
});

test('the last steps are all passed over: the button says that it is the last before they are', async ({
  page,
  host,
}) => {
  await host(page3);
  await begin(page, [
    tourOf('guide', [
      { ...stepAt('a', '#one'), buttons: undefined },
      { ...stepAt('x', '#two', never), buttons: undefined },
    ]),
  ]);
  await seen(page, 'a');
  await button(page, 'Done').click();
  await expect.poll(() => told(page)).toContain('tour_completed');
  await expect(card(page)).toHaveCount(0);
});

for (const [name, step] of Object.entries({
  'a plain step': stepAt('a', '#one'),
  'a spotlight': stepAt('a', '#one', { spotlight: {} }),
  'a spotlight over an interactive target': stepAt('a', '#one', { spotlight: { interactive: true } }),
  'a modal': stepAt('a', undefined),
  'a slideout': stepAt('a', undefined, { kind: 'slideout' }),
  'a banner': stepAt('a', undefined, { kind: 'banner' }),
}))
  test(`the tour may not be dismissed: ${name} stays whatever is pressed, and ArrowLeft on step 1 does nothing`, async ({
    page,
    host,
    guide,
  }) => {
    await host(page3);
    await guide([step, stepAt('b', '#two')], { dismissible: false });
    await expect(card(page).getByRole('button', { name: 'Close' })).toHaveCount(0);
    const before = await told(page);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
    await page.mouse.click(700, 500);
    await page.mouse.click(5, 600);
    await page.mouse.dblclick(700, 10);
    await card(page).focus();
    for (const key of ['Escape', 'Escape', 'Backspace', 'Delete', 'ArrowLeft']) await page.keyboard.press(key);
    await expect(card(page).getByText('Title of a')).toBeVisible();
    expect(await told(page)).toEqual(before);
    await button(page, 'Next').click();
    await seen(page, 'b');
  });

for (const step of [stepAt('a', '#one', { spotlight: {} }), stepAt('a', undefined)])
  test(`the tour may be dismissed: a press outside a ${step.kind} still does not, Escape does`, async ({
    page,
    host,
    guide,
  }) => {
    await host(page3);
    await guide([step]);
    await page.mouse.click(5, 600);
    await page.mouse.click(700, 500);
    await expect(card(page).getByText('Title of a')).toBeVisible();
    expect((await told(page)).filter((line) => line.startsWith('tour_'))).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => told(page)).toContain('tour_dismissed a escape');
  });
