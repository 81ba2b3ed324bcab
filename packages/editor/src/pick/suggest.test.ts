import { matchesPage } from '@shirube/schema';
import { expect, test } from 'vitest';
import { pageOf } from './suggest.ts';

const at = (address: string): URL => new URL(address, 'https://app.example');

test.each([
  ['/invoices', '/invoices'],
  ['/invoices/42', '/invoices/:id'],
  ['/invoices/42/lines/7', '/invoices/:id/lines/:id2'],
  ['/u/6f1c2a34-9d1e-4b7a-8c55-0e2f1a2b3c4d/edit', '/u/:id/edit'],
  ['/c/5f8d0d55b54764421b7156c3', '/c/:id'],
  ['/p/clh3x2k9z0000qwer1234abcd', '/p/:id'],
  ['/docs/getting-started-with-invoices', '/docs/getting-started-with-invoices'],
  ['/q4/reports', '/q4/reports'],
  ['/a:b/(c)', '/a\\:b/\\(c\\)'],
  ['/', '/'],
  ['/invoices?sort=date#top', '/invoices'],
  ['/請求書/42', '/請求書/:id'],
  ['/100%25/a%2Fb', '/100%25/a%2Fb'],
])('says of %s that its page is %s, which is that page', (address, page) => {
  expect(pageOf(at(address))).toBe(page);
  expect(matchesPage(pageOf(at(address)), at(address).href)).toBe(true);
});

test('takes another record for the same page, and another page for another', () => {
  const page = pageOf(at('/invoices/42'));
  expect(matchesPage(page, 'https://app.example/invoices/43')).toBe(true);
  expect(matchesPage(page, 'https://app.example/invoices/43/edit')).toBe(false);
});

test.each(['#/invoices', '#/invoices/42/edit', '#!/a.b/42?x=1', '#/請求書'])(
  'tells pages behind %s by the hash',
  (hash) => {
    const page = pageOf(at(`/app${hash}`));
    expect(page).toHaveProperty('hash');
    expect(matchesPage(page, at(`/app${hash}`).href)).toBe(true);
    expect(matchesPage(page, at(`/app${hash.replace('42', '43')}`).href)).toBe(true);
    for (const other of ['/app#/settings', `/app${hash.replace('?x=1', '')}/more`, '/app'])
      expect(matchesPage(page, at(other).href)).toBe(false);
  },
);
