import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const walk = readFileSync(join(root, 'docs/walk-of-a-tour.md'), 'utf8');

test('every file and folder that the walk names is there', () => {
  const named = [...walk.matchAll(/`((?:packages|demo|test|docs|bench)\/[\w./-]+)`/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every function that the walk names is in the file that it names', () => {
  const named = [...walk.matchAll(/`(\w+)`\s+in\s+`((?:packages)\/[\w./-]+\.ts)`/g)];
  expect(named.length).toBeGreaterThan(20);
  const missing = named.filter(([, name, path]) => !readFileSync(join(root, path ?? ''), 'utf8').includes(name ?? ''));
  expect(missing.map(([text]) => text)).toEqual([]);
});

test('every decision record has context, decision, alternatives and consequences, and the links to it lead somewhere', () => {
  const records = globSync('docs/decisions/*.md', { cwd: root });
  expect(records.length).toBeGreaterThanOrEqual(5);
  for (const record of records) {
    const text = readFileSync(join(root, record), 'utf8');
    for (const part of ['Context', 'Decision', 'Alternatives', 'Consequences'])
      expect(text, record).toContain(`## ${part}`);
  }
  for (const [, link] of walk.matchAll(/\]\((decisions\/[\w.-]+)\)/g))
    expect(existsSync(join(root, 'docs', link ?? '')), link).toBe(true);
});
