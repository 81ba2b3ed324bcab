import type { Tour } from '@shirube/schema/tour';
import { LATER, STOPS, type Stop } from '../steps.ts';
import { offer } from './guide.ts';

/** As it is built for real, in its own files. */
const { createShirube } = (await import(/* @vite-ignore */ `${location.origin}/shirube/shirube.js`)) as Pick<
  typeof import('@shirube/runtime'),
  'createShirube'
>;

const tour = (id: string, stops: readonly Stop[]): Tour => ({
  schemaVersion: 1,
  id,
  name: id,
  defaultLocale: 'en',
  locales: ['en'],
  frequency: { show: 'always' },
  steps: stops.map(({ target, title, text, spotlight }, index) => ({
    id: `step-${index}`,
    kind: 'tooltip',
    target: { selectors: [target] },
    content: {
      en: { title, body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } },
    },
    timeoutMs: 60_000,
    ...(spotlight ? { spotlight: {} } : {}),
  })),
});

const shirube = createShirube({ tours: [tour('tour', STOPS), tour('later', [LATER])] });
const element = (): Element | null => document.querySelector('shirube-tooltip');

offer({
  start: () => shirube.start('tour'),
  wait: () => shirube.start('later'),
  next: () => element()?.shadowRoot?.querySelector<HTMLElement>('[data-go=next]')?.click(),
  stop: () => shirube.stop(),
  card: () => element()?.shadowRoot?.querySelector('[part=card]') ?? null,
});
