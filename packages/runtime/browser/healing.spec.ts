import type { Page } from '@playwright/test';
import { parseTour } from '@shirube/schema';
import type { Target } from '@shirube/schema/tour';
import { expect, test } from './harness/viewTest.ts';

/** A small application as one release shows it. */
const APP = `
  <header class="top"><a href="/" class="brand">Hinode</a><button class="btn" id="login">Log in</button></header>
  <nav class="side"><ul>
    <li><a href="/invoices">Invoices</a></li><li><a href="/clients">Clients</a></li>
    <li><a href="/reports">Reports</a></li><li><a href="/settings">Settings</a></li></ul></nav>
  <main class="content"><h1>Invoices</h1>
    <section class="card"><h2>Drafts</h2><button class="btn primary" id="new-invoice"><i class="icon-plus"></i> New invoice</button>
      <label>Search drafts <input type="search" name="q" placeholder="Number or client"></label></section>
    <section class="card"><h2>Payments</h2><button class="btn">Export</button><a href="/payments/all" class="more">See all payments</a></section>
    <table><tbody>
      <tr><td>INV-1</td><td><button class="row">Delete</button></td></tr>
      <tr><td>INV-2</td><td><button class="row">Delete</button></td></tr>
      <tr><td>INV-3</td><td><button class="row">Delete</button></td></tr></tbody></table></main>
  <footer><a href="/privacy">Privacy policy</a></footer>`;

const describe = (page: Page, selector: string): Promise<Target> =>
  page.evaluate((it) => parts.describeElement(document.querySelector(it) as Element), selector);
/** What `resolveTarget` says, with the element's `data-is` or its text. */
const resolve = (
  page: Page,
  target: Target,
): Promise<{ readonly status: string; readonly what: string | null; readonly confidence: number }> =>
  page.evaluate((it) => {
    const { status, element, confidence, because } = parts.resolveTarget(it, document);
    const what = element && (element.getAttribute('data-is') ?? element.textContent);
    return { status, what, confidence, because: because.join('; ') };
  }, target);
const release = (page: Page, html: string, lang = 'en'): Promise<void> =>
  page.evaluate(
    ([body, language]) => {
      document.documentElement.lang = language;
      document.body.replaceChildren(...new DOMParser().parseFromString(body, 'text/html').body.childNodes);
    },
    [html, lang] as const,
  );

test('a button that lost its id, its classes and its place is healed, with its confidence', async ({ page, open }) => {
  await open({ body: APP });
  const target = await describe(page, '#new-invoice');
  expect(await resolve(page, target)).toMatchObject({ status: 'found', confidence: 1 });
  await release(
    page,
    APP.replace(
      '<section class="card"><h2>Drafts</h2><button class="btn primary" id="new-invoice"><i class="icon-plus"></i> New invoice</button>',
      '<div class="toolbar"><a role="button" class="Button_root" data-is="it">New invoice</a><a role="button" class="Button_root">Import invoices</a></div><section class="panel"><h2>Drafts</h2>',
    ),
  );
  const healed = await resolve(page, target);
  expect(healed).toMatchObject({ status: 'healed', what: 'it' });
  expect(healed.confidence).toBeGreaterThanOrEqual(0.6);
  expect(healed.confidence).toBeLessThanOrEqual(1);
});

test('a name that moved from the text into a label is the same name', async ({ page, open }) => {
  await open({ body: APP });
  const target = await describe(page, 'main .card:nth-of-type(2) button');
  await release(
    page,
    APP.replace(
      '<button class="btn">Export</button>',
      '<button class="btn" aria-label="Export" data-is="it"><svg viewBox="0 0 1 1"></svg></button>',
    ),
  );
  expect(await resolve(page, target)).toMatchObject({ what: 'it' });
});

test('a selector that has come to mean something else does not win over what the element was', async ({
  page,
  open,
}) => {
  await open({ body: APP });
  const target = await describe(page, '#new-invoice');
  await release(
    page,
    APP.replace(
      'id="new-invoice"><i class="icon-plus"></i> New invoice',
      'data-is="it"><i class="icon-plus"></i> New invoice',
    ).replace('<button class="btn">Export', '<button class="btn" id="new-invoice">Export'),
  );
  expect(await resolve(page, target)).toMatchObject({ status: 'healed', what: 'it' });
});

test('what was in a dialog is missing when the dialog is closed, though the header says the same', async ({
  page,
  open,
}) => {
  const dialog =
    '<div role="dialog" aria-label="Account"><h2>Welcome back</h2><button class="btn">Log in</button></div>';
  await open({ body: APP + dialog });
  const target = await describe(page, '[role=dialog] button');
  expect(await resolve(page, target)).toMatchObject({ what: 'Log in' });
  await release(page, APP);
  expect(await resolve(page, target)).toMatchObject({ status: 'missing', what: null });
});

test('on another page of the product, what belongs to the first is missing and what they share is found', async ({
  page,
  open,
}) => {
  await open({ body: APP });
  const own = await Promise.all(
    ['#new-invoice', 'input[name=q]', 'main .more', 'main h1'].map((it) => describe(page, it)),
  );
  const shared = await describe(page, 'nav a[href="/reports"]');
  await release(
    page,
    APP.replace(
      /<main[\s\S]*<\/main>/,
      '<main class="content"><h1>Settings</h1><section class="card"><h2>Profile</h2><button class="btn primary">Save profile</button><label>Display name <input name="name"></label></section></main>',
    ),
  );
  for (const target of own) expect(await resolve(page, target)).toMatchObject({ status: 'missing', what: null });
  expect(await resolve(page, shared)).toMatchObject({ status: 'found', what: 'Reports' });
});

test('the same page in Japanese and in German resolves, by what is not words', async ({ page, open }) => {
  const words: Readonly<Record<string, readonly [string, string]>> = {
    'New invoice': ['請求書を作成', 'Neue Rechnung'],
    'Search drafts': ['下書きを検索', 'Entwürfe suchen'],
    'Number or client': ['番号または取引先', 'Nummer oder Kunde'],
    'See all payments': ['入金をすべて見る', 'Alle Zahlungen ansehen'],
    'Privacy policy': ['個人情報保護方針', 'Datenschutz'],
    Invoices: ['請求書', 'Rechnungen'],
    Clients: ['取引先', 'Kunden'],
    Reports: ['レポート', 'Berichte'],
    Settings: ['設定', 'Einstellungen'],
    Drafts: ['下書き', 'Entwürfe'],
    Payments: ['入金', 'Zahlungen'],
    Export: ['書き出す', 'Ausgeben'],
    Delete: ['削除', 'Löschen'],
    'Log in': ['ログイン', 'Anmelden'],
  };
  const targets = [
    '#new-invoice',
    'input[name=q]',
    'main .more',
    'nav a[href="/reports"]',
    'tr:nth-of-type(2) button',
    'main h1',
    '.card:nth-of-type(2) button',
  ];
  await open({ body: APP });
  // Without ids and names to go by.
  const described = await Promise.all(targets.map((it) => describe(page, it)));
  for (const [column, lang] of [
    [0, 'ja'],
    [1, 'de'],
  ] as const) {
    const translated = Object.entries(words).reduce((html, [word, to]) => html.replaceAll(word, to[column]), APP);
    await release(page, translated, lang);
    for (const [at, target] of described.entries()) {
      const is = await page.evaluate((it) => document.querySelector(it)?.textContent, targets[at] ?? '');
      const { fingerprint } = target;
      expect.soft(await resolve(page, target), `${lang} ${targets[at]}`).toMatchObject({ what: is });
      expect
        .soft(await resolve(page, { fingerprint }), `${lang} ${targets[at]}, without selectors`)
        .toMatchObject({ what: is });
    }
  }
});

test('of two that are as likely, none is guessed', async ({ page, open }) => {
  await open({ body: '<main><p><button>Copy</button><button>Send</button><button>Print</button></p></main>' });
  const { fingerprint } = await describe(page, 'button:nth-of-type(2)');
  await release(
    page,
    '<main><p><button>Send</button><button>Keep</button><button>Turn</button><button>Send</button></p></main>',
  );
  const answer = await resolve(page, { ...(fingerprint && { fingerprint }) });
  expect(answer).toMatchObject({
    status: 'ambiguous',
    what: null,
  });
});

test('of two alike, the one that is displayed is meant', async ({ page, open }) => {
  await open({ body: APP });
  const { fingerprint } = await describe(page, 'nav a[href="/reports"]');
  await release(
    page,
    `<nav class="side small" style="display:none">${APP.match(/<ul>[\s\S]*<\/ul>/)?.[0]}</nav>${APP.replace('>Reports<', ' data-is="it">Reports<')}`,
  );
  expect(await resolve(page, { ...(fingerprint && { fingerprint }) })).toMatchObject({ what: 'it' });
});

test('every description is a target that the schema accepts, small, and resolves to its element', async ({
  page,
  open,
}) => {
  const long = 'Much more text than anyone reads. '.repeat(3000);
  await open({
    body: `${APP}<div id="__proto__" class="constructor ${'c'.repeat(3000)}" title='"]},\\ "'><p>${long}</p><svg viewBox="0 0 1 1"><path d="M0 0"/></svg></div><x-app></x-app>`,
  });
  const all = await page.evaluate(() =>
    [...document.body.querySelectorAll('*')].map((element) => {
      const target = parts.describeElement(element);
      return { target, back: parts.resolveTarget(target, document).element === element || !element.checkVisibility() };
    }),
  );
  for (const { target } of all) {
    const { ok } = parseTour({
      schemaVersion: 1,
      id: 'a',
      name: 'a',
      defaultLocale: 'en',
      locales: ['en'],
      steps: [{ id: 'a', kind: 'tooltip', target, content: { en: { title: 'a' } } }],
    });
    expect(ok).toBe(true);
    expect(JSON.stringify(target).length).toBeLessThan(6000);
  }
});
