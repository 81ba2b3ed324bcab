import { execFileSync } from 'node:child_process';
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

test('imported by plain Node it leaves no global, opens nothing, writes nothing, asks nothing, and lets the process end', () => {
  const program = `
    const wrong = [];
    globalThis.fetch = () => { wrong.push('fetch'); };
    for (const name of ['log', 'warn', 'error']) console[name] = () => wrong.push('console');
    process.on('uncaughtException', (error) => wrong.push(String(error)));
    process.on('unhandledRejection', (error) => wrong.push(String(error)));
    const before = Reflect.ownKeys(globalThis);
    const { createShirube } = await import('@shirube/runtime');
    for (const key of Reflect.ownKeys(globalThis)) if (!before.includes(key)) wrong.push(String(key));
    for (const user of ['u1', 'u2']) {
      const shirube = createShirube({ endpoint: 'https://guide.example.com', key: 'pk_x', user: { id: user } });
      shirube.track('x');
      void shirube.identify(user);
      void shirube.start('x');
    }
    process.on('exit', () => process.stdout.write(JSON.stringify(wrong)));
  `;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(JSON.parse(out)).toEqual([]);
});
