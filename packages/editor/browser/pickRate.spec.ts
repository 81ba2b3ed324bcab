import type { PickHarness } from './fixtures/pickPage.ts';
import { expect, test } from './harness/pickTest.ts';

declare const harness: PickHarness;

const rows = ['Aiko', 'Ben', 'Chie', 'Dan'].map(
  (name, index) =>
    `<tr><td id="who-${index}">${name}</td><td><b>${name} Ltd.</b></td><td><button class="css-1x2y3z">Edit</button></td></tr>`,
);
const app = {
  body: `<nav><a id="home" href="/home">Home</a> <a class="help" href="#">Help</a></nav>
  <main><h1>Invoices</h1>
    <button data-tour="new">New invoice</button> <button id="export">Export</button> <button class="save">Save draft</button>
    <label>Email <input name="email"></label> <button id="radix-:r3:">More options</button>
    <p>Due <b class="due">1,200</b></p><table>${rows.join('')}</table>
    <ol><li><i></i></li><li><i></i></li></ol></main>`,
  css: 'i { display: block; width: 20px; height: 20px }',
};
/** What it is told by, the weightiest first. */
const table = [
  ['[data-tour]', 'stable', ['attribute', 'recognised']],
  ['#home', 'stable', ['href', 'recognised']],
  ['#export', 'stable', ['id', 'recognised']],
  ['[name=email]', 'stable', ['attribute', 'recognised']],
  ['.save', 'stable', ['name', 'survives']],
  ['.help', 'stable', ['name', 'survives']],
  ['[id^=radix]', 'stable', ['name', 'survives', 'generated']],
  ['table', 'fair', ['only_kind']],
  ['tr:nth-child(2) td', 'stable', ['id', 'recognised']],
  ['tr:nth-child(2) button', 'fragile', ['surroundings']],
  ['tr:nth-child(3) b', 'fair', ['repeated', 'name']],
  ['.due', 'fragile', ['surroundings']],
  ['li:nth-child(2) i', 'fragile', ['position', 'not_found']],
] as const;

for (const [selector, stability, codes] of table)
  test(`rates ${selector} as ${stability}, because of: ${codes.join(', ')}`, async ({ openPage }) => {
    const page = await openPage(app);
    const rating = await page.evaluate((wanted) => {
      const element = document.querySelector(wanted);
      if (!element) throw new Error(`nothing is ${wanted}`);
      const rated = harness.pickableOf(element, harness.pickTexts.en);
      return { stability: rated.stability, codes: rated.because.map(({ code }) => code) };
    }, selector);
    expect(rating).toEqual({ stability, codes });
  });

test('says of what repeats how many others there are, in both languages', async ({ openPage }) => {
  const page = await openPage(app);
  const said = await page.evaluate(() => {
    const element = document.querySelector('tr:nth-child(2) button');
    const { en, ja } = harness.pickTexts;
    return [en, ja].map((texts) => {
      const { name, because } = harness.pickableOf(element ?? document.body, texts);
      return [name, because[0] && harness.sayReason(because[0], texts)];
    });
  });
  expect(said).toEqual([
    ['Button “Edit”', 'Only what stands around it tells it from 3 others'],
    ['ボタン「Edit」', 'ほかの3個とは周りの内容でしか見分けられません'],
  ]);
});

test('says how a step at an element is most likely left, and of which kind it is', async ({ openPage }) => {
  const page = await openPage({
    body: `<button>a</button><a href="/x">b</a><div role="menuitem">c</div><input type="checkbox"><input><select><option>1</option></select><textarea></textarea>
    <div role="combobox" tabindex="0">d</div><div role="textbox" contenteditable="true">e</div><h2>f</h2><p>g</p><section>h</section>`,
    css: 'section { width: 100vw; height: 100vh }',
  });
  const suggested = await page.evaluate(() =>
    [...document.querySelectorAll('body > :not(script)')].map((it) => [
      it.localName,
      harness.suggestAdvance(it)?.on,
      harness.suggestKind(it, window),
    ]),
  );
  expect(suggested).toEqual([
    ['button', 'click', 'tooltip'],
    ['a', 'click', 'tooltip'],
    ['div', 'click', 'tooltip'],
    ['input', 'click', 'tooltip'],
    ['input', 'input', 'tooltip'],
    ['select', 'input', 'tooltip'],
    ['textarea', 'input', 'tooltip'],
    ['div', 'click', 'tooltip'],
    ['div', 'input', 'tooltip'],
    ['h2', undefined, 'tooltip'],
    ['p', undefined, 'tooltip'],
    ['section', undefined, 'slideout'],
  ]);
});
