import type { Tour } from '@shirube/schema/tour';
import type { PanelApp } from './panelPage.ts';

/** An app with a look of its own: indigo, round, in modern colour notation. */
export const lookApp: PanelApp = {
  css: `
    body { margin: 0; background: #f3f4fa; color: #20222e; font: 15px/1.5 Inter, 'Noto Sans JP', sans-serif; }
    main { display: grid; gap: 16px; max-width: 560px; padding: 32px; }
    .card { padding: 24px; background: #fff; border-radius: 14px; box-shadow: 0 1px 4px rgb(0 0 0 / .15); }
    .card p { color: color-mix(in srgb, #20222e 65%, white); }
    button { padding: 8px 16px; border: 1px solid #c6c8d4; border-radius: 8px; background: #fff; font: inherit; }
    button.main { border: 0; color: #fff; background: oklch(0.48 0.2 275); }
    a { color: oklch(0.48 0.2 275); }`,
  body: `<h1>Invoices</h1>
    <div class="card"><h2>March</h2><p>Twelve invoices were sent, and nine have been paid so far. The rest is due next week.</p>
    <button class="main" id="new-invoice">New invoice</button> <button>Export</button></div>
    <div class="card"><h2>April</h2><p>Nothing yet. <a href="#all">See all invoices</a></p></div>`,
};

export const lookTour: Tour = {
  schemaVersion: 1,
  id: 'first-invoice',
  name: 'Send your first invoice',
  defaultLocale: 'en',
  locales: ['en', 'ja', 'pt-BR'],
  steps: [
    {
      id: 'welcome',
      kind: 'modal',
      content: {
        en: {
          title: 'Welcome to invoices',
          body: {
            type: 'doc',
            content: [
              {
                type: 'paragraph',
                content: [
                  { type: 'text', text: 'Hello ' },
                  { type: 'variable', attrs: { attribute: 'firstName', fallback: 'there' } },
                  { type: 'text', text: ', sending one takes ' },
                  { type: 'text', text: 'a minute', marks: [{ type: 'bold' }] },
                  { type: 'text', text: '.' },
                ],
              },
              {
                type: 'image',
                attrs: { src: 'https://example.com/list.png', alt: 'The list of invoices, with one unpaid' },
              },
            ],
          },
        },
        ja: {
          title: '請求書へようこそ',
          body: {
            type: 'doc',
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: '1分で送れます。' }] },
              { type: 'image', attrs: { src: 'https://example.com/list.png', alt: '' } },
            ],
          },
        },
      },
      buttons: [
        { id: 'next', action: 'next', label: { en: 'Show me', ja: '見てみる' } },
        { id: 'later', action: 'dismiss', label: { en: 'Later' } },
      ],
    },
    {
      id: 'new',
      kind: 'hotspot',
      target: { selectors: ['#new-invoice'] },
      content: {
        en: {
          title: 'Start here',
          body: {
            type: 'doc',
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'Press the button.' }] },
              { type: 'paragraph', content: [{ type: 'text', text: 'A draft is kept for you.' }] },
            ],
          },
        },
        ja: {
          title: 'ここから始めます',
          body: {
            type: 'doc',
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'ボタンを押すと、下書きが保存されます。' }] },
            ],
          },
        },
      },
      beacon: { label: { en: 'New', ja: '新機能' } },
    },
  ],
};
