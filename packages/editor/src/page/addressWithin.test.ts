import { expect, test } from 'vitest';
import { addressWithin } from './addressWithin.ts';

const here = { href: 'https://app.example.com/invoices?open=1', origin: 'https://app.example.com' };

test.each<[unknown, string | undefined]>([
  ['/invoices/new', 'https://app.example.com/invoices/new'],
  ['/請求書', 'https://app.example.com/%E8%AB%8B%E6%B1%82%E6%9B%B8'],
  ['/invoices/:id', undefined],
  ['/invoices/*', undefined],
  ['//elsewhere.example/login', undefined],
  ['/\\elsewhere.example/login', undefined],
  ['javascript:alert`1`', undefined],
  [{ pathname: '/invoices' }, undefined],
  [undefined, undefined],
])('the page %o leads to %o', (pattern, address) => {
  expect(addressWithin(pattern, here)).toBe(address);
});
