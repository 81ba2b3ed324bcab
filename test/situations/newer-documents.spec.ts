import { begin, button, card, expect, seen, stepAt, test, told, tourOf } from './harness/situation.ts';

const good = tourOf('good', [stepAt('a', '#one')]);
const step = stepAt('x', '#one');
/** What a server may send that knows more than this runtime: each is one tour. */
const NEWER = {
  advance: { steps: [{ ...step, advance: [{ on: 'gaze', ms: 300 }] }] },
  'a later advance': { steps: [step, stepAt('y', '#one', {}), { ...step, id: 'z', advance: [{ on: 'click' }, null] }] },
  'advance that is no list': { steps: [{ ...step, advance: 'click' }] },
  kind: { steps: [step, { ...step, id: 'y', kind: 'hologram' }] },
  condition: { audience: { all: [{ user: 'plan', op: 'exists' }, { mood: 'curious' }] } },
  'operator in a condition': { audience: { user: 'plan', op: 'soundsLike', value: 'x' } },
  'condition of a step': { steps: [{ ...step, showIf: { mood: 'curious' } }] },
  'condition of an advance': { steps: [{ ...step, advance: [{ on: 'condition', when: { mood: 'curious' } }] }] },
  'condition of a branch': { steps: [{ ...step, next: [{ when: { mood: 'curious' }, goto: 'x' }] }] },
  trigger: { trigger: { on: 'thought' } },
};

for (const [name, more] of Object.entries(NEWER))
  test(`a newer server sends a tour with an unknown ${name}: that tour alone is left out, with one line`, async ({
    page,
    host,
  }) => {
    const lines: string[] = [];
    const errors: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await host('<main><button id="one">One</button></main>');
    const newer = { ...tourOf('newer', [step], { priority: 99 }), ...more };
    await begin(page, [newer, good], { user: { id: 'u1', traits: { plan: 'x' } } });
    await seen(page, 'a');
    expect(await page.evaluate(() => window.guide.start('newer'))).not.toBe('started');
    await button(page, 'Next').click();
    await expect.poll(() => told(page)).toContain('tour_completed');
    await expect(card(page)).toHaveCount(0);
    expect(lines.filter((line) => line.includes('"newer"'))).toHaveLength(1);
    expect(errors).toEqual([]);
  });

test('a newer server sends fields that are not known, where they change nothing of what is: the tour runs', async ({
  page,
  host,
}) => {
  await host('<main><button id="one">One</button></main>');
  const buttons = [{ id: 'next', action: 'next', label: { en: 'Next' }, icon: 'arrow' }];
  await begin(page, [{ ...good, mood: 'blue', steps: [{ ...stepAt('a', '#one'), buttons, sound: { url: 'x' } }] }]);
  await seen(page, 'a');
  await button(page, 'Next').click();
  await expect.poll(() => told(page)).toContain('tour_completed');
});
