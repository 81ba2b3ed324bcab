import {
  button,
  card,
  expect,
  expectBeside,
  expectOnScreen,
  frames,
  rectOf,
  seen,
  stepAt,
  test,
  told,
} from './harness/situation.ts';

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
  'in a shadow root that is filled late': async () => {
    const part = document.createElement('app-part');
    const root = part.attachShadow({ mode: 'open' });
    document.querySelector('main')?.append(part);
    await fetch('/app/data');
    root.innerHTML = '<button id="late">Late</button>';
  },
  'in a menu that opens': async () => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML('beforeend', '<div id="menu" hidden><button id="late">Late</button></div>');
    await fetch('/app/data');
    document.querySelector('#menu')?.removeAttribute('hidden');
  },
  'in pieces, as an empty placeholder first': async () => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML('beforeend', '<div id="late" style="inline-size:fit-content"></div>');
    await fetch('/app/data');
    for (const text of ['L', 'Late']) {
      const late = document.querySelector('#late');
      if (late) late.textContent = text;
      await new Promise(requestAnimationFrame);
    }
  },
}))
  test(`the target comes late, ${name}: the step before stays until it is there`, async ({ page, host, guide }) => {
    await host('<main><button id="first">First</button></main>');
    await guide([stepAt('a', '#first'), stepAt('b', '#late')]);
    await button(page, 'Next').click();
    await frames(page, 5);
    await expect(card(page).getByText('Title of a')).toBeVisible();
    await page.evaluate(arrive);
    await seen(page, 'b');
    await expectBeside(page, page.locator('#late'));
    expect(await told(page)).toEqual(['step_viewed a', 'step_completed a button', 'step_viewed b']);
  });

test('the target comes late in a frame that loads late', async ({ page, host, guide }) => {
  await host('<main><button id="first">First</button></main>');
  await guide([
    stepAt('a', '#first'),
    { ...stepAt('b', '#late'), target: { frame: { selectors: ['#frame'] }, selectors: ['#late'] } },
  ]);
  await button(page, 'Next').click();
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement('iframe'), { id: 'frame', srcdoc: '<main></main>' });
    frame.addEventListener('load', () => {
      setTimeout(() => frame.contentDocument?.body.insertAdjacentHTML('beforeend', '<button id="late">Pay</button>'));
    });
    document.body.append(frame);
  });
  await seen(page, 'b');
  await expectBeside(page, page.frameLocator('#frame').locator('#late'));
});

for (const [onMissing, outcome] of Object.entries({
  wait: ['target_missing b not_found'],
  skip: ['target_missing b not_found', 'step_skipped b target_missing', 'step_viewed c'],
  center: ['target_missing b not_found', 'step_viewed b'],
  end: ['target_missing b not_found', 'tour_ended b target_missing'],
}))
  test(`the target never comes: what the author chose happens, once (${onMissing})`, async ({ page, host, guide }) => {
    await host('<main><button id="first">First</button><button id="third">Third</button></main>');
    await guide([
      stepAt('a', '#first'),
      stepAt('b', '#never', { onMissing: onMissing as 'wait', timeoutMs: 100, spotlight: { interactive: true } }),
      stepAt('c', '#third'),
    ]);
    await button(page, 'Next').click();
    await expect.poll(() => told(page)).toEqual(['step_viewed a', 'step_completed a button', ...outcome]);
    await expect(card(page)).toHaveCount(onMissing === 'skip' || onMissing === 'center' ? 1 : 0);
    if (onMissing === 'center') await expectOnScreen(page);
    // Whatever happens, nothing of the page is held for something that is not there.
    await page.locator('#first').click();
    await expect(page.locator('shirube-tooltip [part=overlay]')).toHaveCount(0);
  });

test('a target that was given up comes after all: the step appears then', async ({ page, host, guide }) => {
  await host('<main><button id="first">First</button></main>');
  await guide([stepAt('a', '#first'), stepAt('b', '#late', { timeoutMs: 50 })]);
  await button(page, 'Next').click();
  await expect.poll(() => told(page)).toContain('target_missing b not_found');
  await expect(card(page)).toHaveCount(0);
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<button id="late">Late</button>'));
  await seen(page, 'b');
  await expectBeside(page, page.locator('#late'));
});

const fresh = `Object.assign(document.createElement('button'), { id: 'target', textContent: 'New', style: 'margin: 120px' })`;
for (const [name, render] of Object.entries({
  'by replaceWith': `document.querySelector('#target').replaceWith(${fresh})`,
  "by its parent's innerHTML": `document.querySelector('#app').innerHTML = '<p>Loaded</p><button id="target" style="margin: 120px">New</button>'`,
  'by another key: the new one is put in before the old one goes': `
    document.querySelector('#app').prepend(${fresh}); document.querySelector('#app').lastElementChild.remove()`,
  'with a gap of two frames in between': `
    document.querySelector('#target').remove();
    requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector('#app').append(${fresh})))`,
  'into another part of the page, the same element': `document.querySelector('#other').append(document.querySelector('#target'))`,
  'into a shadow root': `
    document.querySelector('#target').remove();
    document.querySelector('#other').attachShadow({ mode: 'open' }).append(${fresh})`,
  'with all of the body': `
    document.body.innerHTML = '<section style="padding: 90px"><button id="target">New</button></section>'`,
}))
  test(`the target is rendered again, ${name}: the step goes to the new one`, async ({ page, host, guide }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await host(
      '<main><div id="app"><button id="target">New</button></div><div id="other" style="padding: 60px"></div></main>',
    );
    await guide([stepAt('a', '#target', { spotlight: { interactive: true } }), stepAt('b', '#target')]);
    await page.evaluate(render);
    await expect(page.locator('#target')).toBeVisible();
    await expectBeside(page, page.locator('#target'), 8);
    await button(page, 'Next').click();
    await seen(page, 'b');
    await expectBeside(page, page.locator('#target'));
    expect(await told(page)).toEqual(['step_viewed a', 'step_completed a button', 'step_viewed b']);
    expect(errors).toEqual([]);
  });

test('the target is rendered again in every frame for a while: the step neither flies away nor throws', async ({
  page,
  host,
  guide,
}) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await host('<main id="app"><button id="target" style="margin:100px">New</button></main>');
  await guide([stepAt('a', '#target')]);
  const highest = await page.evaluate(async () => {
    let top = 1000;
    for (let time = 0; time < 40; time++) {
      const app = document.querySelector('#app');
      if (app) app.innerHTML = `<button id="target" style="margin:${100 + time}px">New</button>`;
      await new Promise(requestAnimationFrame);
      const tip = document.querySelector('shirube-tooltip')?.shadowRoot?.querySelector('[part=card]');
      if (tip) top = Math.min(top, tip.getBoundingClientRect().top);
    }
    return top;
  });
  expect(highest).toBeGreaterThan(90);
  await expectBeside(page, page.locator('#target'));
  expect(await told(page)).toEqual(['step_viewed a']);
  expect(errors).toEqual([]);
});

for (const [name, hide, show] of [
  ['is taken out of the page', 'spot.remove()', 'document.querySelector("main").append(spot)'],
  ['is not displayed', 'spot.style.display = "none"', 'spot.style.display = ""'],
  ['is made invisible', 'spot.style.visibility = "hidden"', 'spot.style.visibility = ""'],
  ['has a parent that is hidden', 'spot.parentElement.hidden = true', 'spot.parentElement.hidden = false'],
  [
    'shrinks to nothing',
    'spot.style.cssText += "width:0;height:0;padding:0;border:0;overflow:hidden"',
    'spot.style.cssText = ""',
  ],
  [
    'is in a tab panel that is closed',
    'spot.closest("section").style.contentVisibility = "hidden"',
    'spot.closest("section").style.contentVisibility = ""',
  ],
] as const)
  test(`the target ${name} during its step: the step goes with it, and comes back with it`, async ({
    page,
    host,
    guide,
  }) => {
    await host(
      '<main><section><div><button id="target">New</button></div></section><button id="other">Other</button></main>',
    );
    await page.evaluate(() => Object.assign(window, { spot: document.querySelector('#target') }));
    await guide([stepAt('a', '#target', { spotlight: { interactive: true } })]);
    await page.evaluate(hide);
    await expect(card(page)).toHaveCount(0);
    await page.locator('#other').click();
    await page.evaluate(show);
    await expect(card(page)).toBeVisible();
    await expectBeside(page, page.locator('#target'), 8);
    expect(await told(page)).toEqual(['step_viewed a']);
  });

for (const [name, css, open] of [
  ['a <details>', '', 'document.querySelector("details").open = true'],
  [
    'an accordion that is closed by its height',
    '#panel{height:0;overflow:hidden} #panel.open{height:auto}',
    'document.querySelector("#panel").className = "open"',
  ],
  [
    'an accordion that slides by max-height',
    '#panel{max-height:0;overflow:hidden;transition:max-height .2s} #panel.open{max-height:300px}',
    'document.querySelector("#panel").className = "open"',
  ],
  [
    'an accordion that slides by grid rows',
    '#panel{display:grid;grid-template-rows:0fr;transition:grid-template-rows .2s} #panel.open{grid-template-rows:1fr} #panel>div{overflow:hidden;min-height:0}',
    'document.querySelector("#panel").className = "open"',
  ],
] as const)
  test(`the target is in ${name}: the step waits until it is opened, and says hidden when that takes too long`, async ({
    page,
    host,
    guide,
  }) => {
    const inner = '<button id="target" style="margin:40px">Save</button>';
    await host({
      css,
      body: `<main><button id="first">First</button>${css ? `<div id="panel"><div>${inner}</div></div>` : `<details><summary>More</summary>${inner}</details>`}<p>After</p></main>`,
    });
    await guide([stepAt('a', '#first'), stepAt('b', '#target', { timeoutMs: 1500 })]);
    await button(page, 'Next').click();
    await expect.poll(() => told(page)).toContain('target_missing b hidden');
    await expect(card(page)).toHaveCount(0);
    await page.evaluate(open);
    await seen(page, 'b');
    await expectBeside(page, page.locator('#target'));
    expect(await told(page)).toEqual([
      'step_viewed a',
      'step_completed a button',
      'target_missing b hidden',
      'step_viewed b',
    ]);
  });

test('an accordion around the target is closed during its step: the step goes with it', async ({
  page,
  host,
  guide,
}) => {
  await host({
    css: '#panel{max-height:300px;overflow:hidden;transition:max-height .2s} #panel.closed{max-height:0}',
    body: '<main><div id="panel"><button id="target" style="margin:40px">Save</button></div></main>',
  });
  await guide([stepAt('a', '#target')]);
  await page.evaluate(() => document.querySelector('#panel')?.classList.add('closed'));
  await expect(card(page)).toHaveCount(0);
  await page.evaluate(() => document.querySelector('#panel')?.classList.remove('closed'));
  await expectBeside(page, page.locator('#target'));
});

const recycle: Readonly<Record<string, string>> = {
  'an attribute names the row': `[data-row="3"]`,
  'the row is the parent of the target': `[data-row="3"] button`,
};
for (const [name, selector] of Object.entries(recycle))
  test(`a virtual list gives the target's element to another row (${name}): the step does not stay on the wrong one`, async ({
    page,
    host,
    guide,
  }) => {
    await host({
      css: '.row{height:40px} #list{margin-top:80px}',
      body: '<main><div id="list"></div></main>',
      before: `window.fill = (from) => { const list = document.querySelector('#list');
        for (let i = 0; i < 6; i++) { const row = list.children[i] ?? list.appendChild(Object.assign(document.createElement('div'), { className: 'row', innerHTML: '<span></span> <button>Open</button>' }));
          row.dataset.row = from + i; row.firstChild.textContent = 'Row ' + (from + i); } }`,
    });
    await page.evaluate('fill(0)');
    await guide([stepAt('a', selector)]);
    await expectBeside(page, page.locator(selector));
    await page.evaluate('fill(2)');
    await expectBeside(page, page.locator(selector));
    await page.evaluate('fill(40)');
    await expect(card(page)).toHaveCount(0);
    await page.evaluate('fill(1)');
    await expectBeside(page, page.locator(selector));
    expect(await told(page)).toEqual(['step_viewed a']);
  });

test('a virtual list gives the row with the wanted text to another text: the step does not stay on it', async ({
  page,
  host,
  guide,
}) => {
  await host('<main><button>Row 1</button><br><button>Row 2</button><br><button>Row 3</button></main>');
  await guide([{ ...stepAt('a', 'x'), target: { text: 'Row 2' } }]);
  await page.evaluate(() => {
    for (const it of document.querySelectorAll('main button'))
      it.textContent = `Row ${Number(it.textContent?.slice(4)) + 1}`;
  });
  await expectBeside(page, page.getByRole('button', { name: 'Row 2' }));
});

test('another element that matches comes before the target: the step stays where it was', async ({
  page,
  host,
  guide,
}) => {
  await host('<main><p>Text</p><button class="save">Save</button></main>');
  await guide([stepAt('a', '.save')]);
  await page.evaluate(() =>
    document.querySelector('main')?.insertAdjacentHTML('afterbegin', '<button class="save" id="second">Save</button>'),
  );
  await frames(page, 10);
  await expectBeside(page, page.locator('.save').last());
});

test('a hidden duplicate stands first: the step shows on the visible one, and on the other when they change places', async ({
  page,
  host,
  guide,
}) => {
  await host(
    '<nav><button class="menu" style="display:none">Phone menu</button></nav><main style="padding:100px"><button class="menu">Menu</button></main>',
  );
  await guide([stepAt('a', '.menu')]);
  await expectBeside(page, page.locator('main .menu'));
  await page.addStyleTag({ content: 'nav .menu{display:block !important} main .menu{display:none}' });
  await expectBeside(page, page.locator('nav .menu'));
});

for (const [name, css, arrive] of [
  [
    'a transition',
    'aside{transform:translateX(-100%);transition:transform .4s} aside.open{transform:none}',
    'document.querySelector("aside").className = "open"',
  ],
  [
    'an animation',
    'aside{display:none} aside.open{display:block;animation:in .4s} @keyframes in{from{left:-220px}}',
    'document.querySelector("aside").className = "open"',
  ],
] as const)
  test(`the target slides in with its panel by ${name}: it is not measured too early`, async ({
    page,
    host,
    guide,
  }) => {
    await host({
      css: `aside{position:fixed;left:0;top:0;width:200px;height:300px;background:#eee} ${css}`,
      body: '<main style="margin-left:220px"><button id="first">First</button></main><aside><button id="target" style="margin:60px">New</button></aside>',
    });
    await guide([stepAt('a', '#first'), stepAt('b', '#target')]);
    await button(page, 'Next').click();
    await frames(page, 10);
    await expect(card(page).getByText('Title of a')).toBeVisible();
    await page.evaluate(arrive);
    await seen(page, 'b');
    expect(await page.locator('#target').evaluate((it) => it.getBoundingClientRect().left)).toBe(60);
    await expectBeside(page, page.locator('#target'));
  });

test('the target is off the screen, where no scrolling brings it: the step waits, and says off_screen', async ({
  page,
  host,
  guide,
}) => {
  await host({
    css: 'aside{position:fixed;left:-300px;top:0;width:200px}',
    body: '<main><button id="first">First</button></main><aside><button id="target">New</button></aside>',
  });
  await guide([stepAt('a', '#first'), stepAt('b', '#target', { timeoutMs: 1500, spotlight: { interactive: true } })]);
  await button(page, 'Next').click();
  await expect.poll(() => told(page)).toContain('target_missing b off_screen');
  await expect(card(page)).toHaveCount(0);
  await page.locator('aside').evaluate((it) => it.style.setProperty('left', '0'));
  await seen(page, 'b');
  await expectBeside(page, page.locator('#target'), 8);
});

for (const [name, body] of Object.entries({
  'a loading veil over the page':
    '<main><button id="first">First</button><br><br><button id="target">New</button></main><div id="cover" style="position:fixed;inset:0;background:#fff9"></div>',
  'a loading veil over its panel':
    '<main><button id="first">First</button><section style="position:relative;height:200px"><button id="target">New</button><div id="cover" style="position:absolute;inset:0;background:#fff"></div></section></main>',
  'a fixed cover over the page, below the fold':
    '<main><button id="first">First</button><div style="height:3000px"></div><button id="target">New</button></main><div id="cover" style="position:fixed;inset:0;background:#fff"></div>',
}))
  test(`the target stays covered by ${name}: the step waits, and says covered`, async ({ page, host, guide }) => {
    await host({ body, css: '#first{position:relative;z-index:9}' });
    await guide([stepAt('a', '#first'), stepAt('b', '#target', { timeoutMs: 1500, spotlight: { interactive: true } })]);
    await button(page, 'Next').click();
    await expect.poll(() => told(page)).toContain('target_missing b covered');
    await expect(card(page)).toHaveCount(0);
    await page.locator('#cover').evaluate((it) => it.remove());
    await seen(page, 'b');
    await expectBeside(page, page.locator('#target'), 8);
  });

test('the covered target is replaced by one that is still moving in: nothing is thrown, and the step finds it', async ({
  page,
  host,
  guide,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await host({
    css: '#first{position:relative;z-index:9}',
    body: '<main><button id="first">First</button><br><br><button id="target">New</button></main><div id="cover" style="position:fixed;inset:0;background:#fff9"></div>',
  });
  await guide([stepAt('a', '#first'), stepAt('b', '#target', { timeoutMs: 1500 })]);
  await button(page, 'Next').click();
  await expect.poll(() => told(page)).toContain('target_missing b covered');
  await page.locator('#target').evaluate(async (old) => {
    const next = old.cloneNode(true) as HTMLElement;
    old.replaceWith(next);
    await next.animate({ translate: ['-100px', '0'] }, 500).finished;
    document.querySelector('#cover')?.remove();
  });
  await seen(page, 'b');
  await expectBeside(page, page.locator('#target'));
  expect(errors).toEqual([]);
});

test('the target slides in by a script, off the screen at first: the step waits until it rests', async ({
  page,
  host,
  guide,
}) => {
  await host({
    css: '#target{position:fixed;left:-300px;top:200px;width:100px}',
    body: '<main><button id="first">First</button></main><button id="target">New</button>',
  });
  await guide([stepAt('a', '#first'), stepAt('b', '#target', { timeoutMs: 1500 })]);
  await button(page, 'Next').click();
  await expect.poll(() => told(page)).toContain('target_missing b off_screen');
  const early = await page.locator('#target').evaluate(async (target: HTMLElement) => {
    const start = performance.now();
    // Well under the second after which a target that never rests is taken as it is.
    for (let elapsed = 0; elapsed < 500; elapsed = performance.now() - start) {
      target.style.left = `${elapsed / 5 - 50}px`;
      await new Promise(requestAnimationFrame);
    }
    return document.querySelector('shirube-tooltip') !== null;
  });
  expect(early).toBe(false);
  await seen(page, 'b');
  await expectBeside(page, page.locator('#target'));
});

for (const [name, body] of Object.entries({
  'a link that is stretched over its box':
    '<div style="position:relative;padding:30px"><button id="target">New</button><a href="#x" style="position:absolute;inset:0"></a></div>',
  'a drawn box over its own checkbox':
    '<label style="position:relative;display:block;padding:40px"><input type="checkbox" id="target" style="position:absolute;width:20px;height:20px;opacity:0"><i style="position:absolute;width:20px;height:20px;background:#333"></i> Yes</label>',
  'a target that takes no pointer': '<button id="target" style="pointer-events:none;margin:40px">New</button>',
  'an icon inside':
    '<button id="target" style="margin:40px"><svg width="20" height="20"><rect width="20" height="20"/></svg></button>',
}))
  test(`what only seems to cover the target does not keep the step away: ${name}`, async ({ page, host, guide }) => {
    await host(`<main>${body}</main>`);
    await guide([stepAt('a', '#target')]);
    await expectBeside(page, page.locator('#target'));
  });

for (const [name, body] of Object.entries({
  'a shape in a drawing':
    '<svg width="300" height="200"><g transform="translate(40 30) scale(1.5)"><rect id="target" width="40" height="30" fill="teal"/></g></svg>',
  'a group in a drawing':
    '<svg width="300" height="200" viewBox="0 0 150 100"><g id="target"><circle cx="40" cy="40" r="10"/><circle cx="80" cy="40" r="10"/></g></svg>',
  'a whole drawing': '<svg id="target" width="100" height="60"><rect width="100" height="60"/></svg>',
  'a filled path': '<svg width="300" height="200"><path id="target" d="M30 30L120 90L30 90Z"/></svg>',
}))
  test(`the target is ${name}`, async ({ page, host, guide }) => {
    await host(`<main>${body}</main>`);
    await guide([
      stepAt('a', '#target', { spotlight: { interactive: true }, advance: [{ on: 'click' }] }),
      stepAt('b', undefined),
    ]);
    await expectBeside(page, page.locator('#target'), 8);
    const { x, y, width, height } = await rectOf(page.locator('#target'));
    await page.mouse.click(x + (name.includes('group') ? 10 : width / 2), y + height / 2);
    await seen(page, 'b');
    expect(await told(page)).toContain('step_completed a click');
  });
