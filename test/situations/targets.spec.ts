import { card, expect, expectBeside, frames, seen, stepAt, test, told } from './harness/situation.ts';

for (const [name, arrive] of Object.entries({
  'after a fetch': async () => {
    await fetch('/app/data');
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p><button id="late">Late</button></p>');
  },
  'with a lazy route': async () => {
    history.pushState(null, '', '/app/lazy');
    await fetch('/app/data');
    document
      .querySelector('main')
      ?.replaceChildren(Object.assign(document.createElement('button'), { id: 'late', textContent: 'Late' }));
  },
  'in a shadow root that is attached late': async () => {
    const part = document.createElement('app-part');
    document.querySelector('main')?.append(part);
    await fetch('/app/data');
    part.attachShadow({ mode: 'open' }).innerHTML = '<button id="late">Late</button>';
  },
  'in a menu that opens': async () => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML('beforeend', '<div id="menu" hidden><button id="late">Late</button></div>');
    await fetch('/app/data');
    document.querySelector('#menu')?.removeAttribute('hidden');
  },
}))
  test(`the target comes late, ${name}: the step before stays until it is there`, async ({ page, host, guide }) => {
    await host('<main><button id="first">First</button></main>');
    await guide([stepAt('a', '#first'), stepAt('b', '#late')]);
    await card(page).getByRole('button', { name: 'Next' }).click();
    await frames(page, 5);
    await expect(card(page).getByText('Title of a')).toBeVisible();
    await page.evaluate(arrive);
    await seen(page, 'b');
    await expectBeside(page, page.locator('#late'));
    expect(await told(page)).toEqual(['step_viewed a', 'step_completed a button', 'step_viewed b']);
  });
