import { expect, test } from 'vitest';
import { createShirube } from './index.ts';

test('without a document, as in server rendering, every call is safe and nothing happens', async () => {
  const shirube = createShirube({ endpoint: 'https://guide.example.com', key: 'pk_x', user: { id: 'u1' } });
  await shirube.identify('u1', { plan: 'trial' });
  shirube.track('x');
  expect(await shirube.start('x')).toBe('failed');
  expect(await shirube.explain('x')).toMatchObject({ matches: 'unknown' });
  const off = shirube.on('track', () => {});
  off();
  shirube.stop();
  shirube.reset();
  shirube.destroy();
  shirube.destroy();
});
