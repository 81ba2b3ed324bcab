import { expect, test } from 'vitest';
import { appAddress, editorLink } from './editorLink.ts';

const step = { page: '/invoices', tourId: 'first-invoice', stepId: 'new' };

test('the editor opens over the app, on the page and the step', () => {
  expect(editorLink(' https://app.example.com/start?x=1 ', step)).toBe(
    'https://app.example.com/invoices?shirube=edit&shirube-step=first-invoice%2Fnew',
  );
  expect(editorLink('https://app.example.com/start', { ...step, page: null })).toContain('com/start?shirube=edit');
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '@evil.example'])(
  'the page %s leads to no other host',
  (page) => {
    expect(new URL(editorLink('https://app.example.com', { ...step, page }) ?? '').host).toBe('app.example.com');
  },
);

test.each(['', 'app.example.com', 'javascript:alert(1)', 'ftp://app.example.com'])(
  '%s is no address of an app',
  (text) => {
    expect(appAddress(text)).toBeUndefined();
  },
);
