import { parseTour } from '@shirube/schema';
import type { Step, Tour } from '@shirube/schema/tour';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CheckInput, checkForPublishing } from './checks.ts';
import type { Look } from './looks.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  kind: 'tooltip',
  page: '/invoices',
  target: { selectors: ['#new'] },
  content: { en: { title: 'Start' }, ja: { title: '開始' } },
  ...more,
});
const tourOf = (steps: readonly unknown[], more: object = {}): Tour =>
  ({ schemaVersion: 1, id: 't', name: 'T', defaultLocale: 'en', locales: ['en', 'ja'], steps, ...more }) as Tour;
const seen = (more: Partial<Look> = {}): Look => ({
  status: 'found',
  here: true,
  page: '/invoices',
  at: NOW,
  foundAt: NOW,
  ...more,
});
const check = (tour: Tour, more: Partial<CheckInput> = {}) => {
  const parsed = parseTour(tour);
  return checkForPublishing({
    tour,
    problems: parsed.ok ? [] : parsed.problems,
    warnings: parsed.warnings,
    segments: [],
    skills: [],
    themes: [],
    looks: { a: seen(), b: seen() },
    now: NOW,
    ...more,
  }).map(({ severity, code, path, panel }) => `${severity} ${code} ${path} ${panel}`);
};

test('a tour with nothing to see to has no checks', () => {
  expect(check(tourOf([step('a'), step('b')]))).toEqual([]);
});

test.each<readonly [string, Tour, Partial<CheckInput>, string]>([
  [
    'a missing translation',
    tourOf([step('a', { content: { en: { title: 'x' } } })]),
    {},
    'error missing_translation /steps/0/content/ja languages',
  ],
  [
    'the missing first language',
    tourOf([step('a', { content: { ja: { title: 'x' } } })]),
    {},
    'error missing_text /steps/0/content/en languages',
  ],
  [
    'an image without a text',
    tourOf([
      step('a', {
        content: {
          en: {
            body: { type: 'doc', content: [{ type: 'image', attrs: { src: 'https://a.example/a.png' } as never }] },
          },
          ja: { title: 'x' },
        },
      }),
    ]),
    {},
    'error missing_alt /steps/0/content/en/body/content/0/attrs/alt step',
  ],
  [
    'a theme that is hard to read',
    tourOf([step('a')], { theme: 'pale' }),
    { themes: [{ id: 'pale', light: { ink: '#dddddd' } }] },
    'error low_contrast /theme theme',
  ],
  ['a theme that does not exist', tourOf([step('a')], { theme: 'none' }), {}, 'error unknown_theme /theme theme'],
  [
    'a skill that does not exist',
    tourOf([step('a')], { audience: { skill: 'x', is: 'novice' } }),
    {},
    'error unknown_skill /audience aim',
  ],
  [
    'a segment that leads to a skill that does not exist',
    tourOf([step('a')], { audience: { all: [{ segment: 's' }] } }),
    { segments: [{ id: 's', name: 'S', condition: { skill: 'x', is: 'novice' } }] },
    'error unknown_skill /audience aim',
  ],
  [
    'segments that contain each other',
    tourOf([step('a')], { audience: { segment: 's' } }),
    {
      segments: [
        { id: 's', name: 'S', condition: { segment: 'z' } },
        { id: 'z', name: 'Z', condition: { not: { segment: 's' } } },
      ],
    },
    'error circular_segment /audience aim',
  ],
  [
    'a branch to nowhere',
    tourOf([step('a', { next: [{ goto: 'gone' }] }), step('b')]),
    {},
    'error unknown_step /steps/0/next/0/goto step',
  ],
  [
    'a circle',
    tourOf([step('a'), step('b', { next: [{ goto: 'a' }] })]),
    {},
    'error endless /steps/1/next/0/goto step',
  ],
  [
    'a step that nobody can reach',
    tourOf([step('a', { next: [{ goto: 'c' }] }), step('b'), step('c', { target: undefined, kind: 'modal' })]),
    {},
    'error unreachable_step /steps/1 step',
  ],
  [
    'a missing target',
    tourOf([step('a')]),
    { looks: { a: seen({ status: 'missing', foundAt: undefined }) } },
    'error target_missing /steps/0/target step',
  ],
  [
    'an ambiguous target',
    tourOf([step('a')]),
    { looks: { a: seen({ status: 'ambiguous', foundAt: undefined }) } },
    'error target_ambiguous /steps/0/target step',
  ],
])('publishing refuses %s', (_, tour, more, expected) => {
  expect(check(tour, more)).toContain(expected);
});

test.each<readonly [string, Tour, Partial<CheckInput>, string]>([
  [
    'a fragile target',
    tourOf([step('a', { target: { selectors: ['main > div:nth-child(3)'] } })]),
    {},
    'warning fragile_target /steps/0/target step',
  ],
  [
    'a long text',
    tourOf([
      step('a', {
        content: {
          en: {
            body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(201) }] }] },
          },
          ja: { title: 'x' },
        },
      }),
    ]),
    {},
    'warning long_text /steps/0/content/en/body step',
  ],
  [
    'a sixth step',
    tourOf(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => step(id, { kind: 'modal', target: undefined }))),
    {},
    'warning many_steps /steps/5 step',
  ],
  [
    'a target that nobody looked at',
    tourOf([step('a')]),
    { looks: {} },
    'warning target_not_checked /steps/0/target step',
  ],
  [
    'a target that was looked at long ago, on another page',
    tourOf([step('a')]),
    { looks: { a: seen({ here: false, at: NOW - 61 * MINUTE }) } },
    'warning target_not_checked /steps/0/target step',
  ],
  [
    'a target that was there a moment ago',
    tourOf([step('a')]),
    { looks: { a: seen({ status: 'missing', foundAt: NOW - 3 * MINUTE }) } },
    'warning target_not_now /steps/0/target step',
  ],
  [
    'a target found by its likeness',
    tourOf([step('a')]),
    { looks: { a: seen({ status: 'healed' }) } },
    'warning target_healed /steps/0/target step',
  ],
])('publishing only warns of %s', (_, tour, more, expected) => {
  const found = check(tour, more);
  expect(found).toContain(expected);
  expect(found.filter((one) => one.startsWith('error'))).toEqual([]);
});

test('what was seen on another page a while ago is believed, and errors come first', () => {
  expect(check(tourOf([step('a')]), { looks: { a: seen({ here: false, at: NOW - MINUTE }) } })).toEqual([]);
  const [first] = check(tourOf([step('a'), step('b')]), {
    looks: { a: seen({ status: 'healed' }), b: seen({ status: 'missing', foundAt: undefined }) },
  });
  expect(first).toMatch(/^error/);
});

test('a draft of any shape is checked without failing', () => {
  const junk = fc.oneof(fc.constantFrom(null, 1, 'x', [], {}, [null], [1], [{}]), fc.anything());
  fc.assert(
    fc.property(junk, fc.constantFrom('steps', 'audience', 'trigger', 'theme', 'locales'), (value, key) => {
      check({ ...tourOf([step('a')]), [key]: value } as Tour);
    }),
  );
  fc.assert(
    fc.property(junk, fc.constantFrom('id', 'next', 'advance', 'showIf', 'target', 'page', 'content'), (value, key) => {
      check(tourOf([step('a'), { ...step('b'), [key]: value }]));
    }),
  );
});
