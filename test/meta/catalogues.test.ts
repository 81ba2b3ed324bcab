import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_CATALOGUE } from '@shirube/schema/events';
import { REPORT_DEFINITIONS, TARGET_DEFINITIONS } from '@shirube/schema/report';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (pattern: string): string =>
  globSync(pattern, { cwd: root, exclude: (name) => /\.test\.ts$|node_modules|dist/.test(name) })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
const runtime = read('packages/runtime/src/**/*.ts');
const server = read('packages/server/src/**/*.ts');
const reports = read('packages/reports/src/**/*.ts');
const walk = readFileSync(join(root, 'docs/walk-of-a-tour.md'), 'utf8');

describe('every event of the catalogue', () => {
  test.each(EVENT_CATALOGUE.map(({ type }) => type))(
    '%s is emitted by the runtime, read by the server, and documented',
    (type) => {
      expect(runtime).toContain(`'${type}'`);
      expect(server).toContain(`'${type}'`);
      expect(walk).toContain(type);
    },
  );
});

test('every number of the reports that has a definition stands on a screen of the dashboard', () => {
  for (const { id } of [...REPORT_DEFINITIONS, ...TARGET_DEFINITIONS])
    expect(reports, id).toMatch(new RegExp(`['".]${id}\\b`));
});
