import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTours, explainChange, type Step, type Tour, type TourChange } from './index.ts';

const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  kind: 'tooltip',
  target: { selectors: [`#${id}`] },
  content: {
    en: { title: `Title of ${id}`, body: { type: 'doc', content: [paragraph(`Text of ${id}`)] } },
    ja: { title: `${id}の題` },
  },
  buttons: [{ id: 'next', action: 'next', label: { en: 'Next', ja: '次へ' } }],
  ...more,
});
const paragraph = (text: string, marks?: readonly { readonly type: 'bold' }[]) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text, ...(marks && { marks }) }],
});
const tour: Tour = {
  schemaVersion: 1,
  id: 'first',
  name: 'First',
  defaultLocale: 'en',
  locales: ['en', 'ja'],
  audience: { all: [{ user: 'plan', op: 'in', value: ['trial'] }] },
  trigger: { on: 'page', page: '/invoices' },
  steps: ['a', 'b', 'c', 'd'].map((id) => step(id)),
};
/** The tour with something else at a place; undefined takes away. */
const put = (document: unknown, keys: readonly (string | number)[], value: unknown): unknown => {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const copy = (Array.isArray(document) ? [...document] : { ...(document as object) }) as Record<string, unknown>;
  const next = put(copy[key], rest, value);
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy;
};
const changed = (keys: readonly (string | number)[], value: unknown): Tour => put(tour, keys, value) as Tour;
const places = (changes: readonly TourChange[]) => changes.map(({ code, path }) => `${code} ${path}`);

/** One edit each, with the one thing that has to be said about it. */
const EDITS: readonly (readonly [keys: readonly (string | number)[], value: unknown, said: string])[] = [
  [['name'], 'Second', 'Name: “First” → “Second”'],
  [['description'], 'What for', 'Description: none → “What for”'],
  [['locales'], ['en', 'ja', 'fr'], 'Languages: “en, ja” → “en, ja, fr”'],
  [['audience', 'all', 0, 'value'], ['trial', 'team'], 'Audience: “plan in trial” → “plan in trial, team”'],
  [['audience'], undefined, 'Audience: “plan in trial” → none'],
  [['trigger', 'page'], '/home', 'Trigger: “/invoices” → “/home”'],
  [['frequency'], { show: 'always' }, 'Frequency: none → “show always”'],
  [['schedule'], { from: '2026-12-01' }, 'Schedule: none → “from 2026-12-01”'],
  [['priority'], 3, 'Priority: none → “3”'],
  [['theme'], 'dark', 'Theme: none → “dark”'],
  [['progress'], 'bar', 'Progress display: none → “bar”'],
  [['dismissible'], false, 'Can be closed: none → “false”'],
  [['$schema'], './x.json', 'Setting “$schema”: none → “./x.json”'],
  [['steps', 1, 'kind'], 'modal', 'Step 2, kind: “tooltip” → “modal”'],
  [['steps', 1, 'page'], '/b', 'Step 2, page: none → “/b”'],
  [['steps', 1, 'target', 'selectors', 0], '#z', 'Step 2, target: “#b” → “#z”'],
  [['steps', 1, 'placement'], 'top', 'Step 2, placement: none → “top”'],
  [['steps', 1, 'spotlight'], { interactive: true }, 'Step 2, spotlight: none → “interactive”'],
  [['steps', 1, 'advance'], [{ on: 'click' }], 'Step 2, how it goes on: none → “click”'],
  [['steps', 1, 'buttons', 0, 'label', 'ja'], '進む', 'Step 2, buttons: “次へ” → “進む”'],
  [['steps', 1, 'buttons', 0, 'style'], 'secondary', 'Step 2, buttons changed'],
  [['steps', 1, 'next'], [{ goto: 'd' }], 'Step 2, branch: none → “d”'],
  [['steps', 1, 'showIf'], { skill: 'x', is: 'novice' }, 'Step 2, when it is shown: none → “skill x is novice”'],
  [['steps', 1, 'onMissing'], 'skip', 'Step 2, when its target is missing: none → “skip”'],
  [['steps', 1, 'wrong'], 1, 'Step 2, setting “wrong”: none → “1”'],
  [['steps', 1, 'content', 'en', 'title'], 'New', 'Step 2, title (en): “Title of b” → “New”'],
  [['steps', 1, 'content', 'ja'], undefined, 'Step 2, text removed (ja): “bの題”'],
  [['steps', 1, 'content', 'fr'], { title: 'Le b' }, 'Step 2, text added (fr): “Le b”'],
  [['steps', 1, 'content', 'en', 'body', 'content', 0], paragraph('Other'), 'Step 2, text (en): “Text of b” → “Other”'],
  [
    ['steps', 1, 'content', 'en', 'body', 'content', 0],
    paragraph('Text of b', [{ type: 'bold' }]),
    'Step 2, formatting of the text (en) changed',
  ],
  [['steps', 4], step('e'), 'Step 5 “Title of e” added'],
  [['steps'], tour.steps.slice(1), 'Step 1 “Title of a” removed'],
  [['steps'], [1, 2, 3, 0].map((i) => tour.steps[i]), 'Step 1 moved to 4'],
  [['steps'], 'no list', 'Setting “steps”: “id a, kind tooltip'],
];

describe('one edit is one change', () => {
  test.each(EDITS.map(([keys, value, said]) => [said, keys, value] as const))('%s', (said, keys, value) => {
    const changes = compareTours(tour, changed(keys, value));
    expect(changes).toHaveLength(1);
    expect(explainChange(changes[0] as TourChange, 'en')).toContain(said);
    const ja = explainChange(changes[0] as TourChange, 'ja');
    expect(ja).not.toMatch(/undefined|Step|none|moved|changed/);
  });
});

test('a step keeps its story when it moves and changes: both are told, of that step alone', () => {
  const order = [3, 0, 1, 2].map((i) => tour.steps[i]);
  const later = put({ ...tour, steps: order }, ['steps', 0, 'content', 'en', 'title'], 'New') as Tour;
  expect(places(compareTours(tour, later))).toEqual(['step_moved /steps/0', 'title_changed /steps/0/content/en/title']);
  expect(explainChange(compareTours(tour, later)[1] as TourChange, 'ja')).toBe(
    'ステップ 1 のタイトル(en):「Title of d」 → 「New」',
  );
});

const anything = fc.oneof(
  fc.json().map((text) => JSON.parse(text) as unknown),
  fc.anything(),
);
const edits = fc.subarray(
  EDITS.filter(([keys]) => keys.length > 1 || keys[0] !== 'steps'),
  { minLength: 1 },
);

describe('whatever is compared', () => {
  test('nothing differs from itself, whatever order its keys are in', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, turned(inner)]),
            )
          : value;
    expect(compareTours(tour, turned(tour) as Tour)).toEqual([]);
    fc.assert(
      fc.property(anything, (any) => {
        expect(compareTours(any as Tour, any as Tour)).toEqual([]);
      }),
    );
  });

  test('every edit shows up, and nothing is told twice', () => {
    fc.assert(
      fc.property(edits, (some) => {
        const byPlace = new Map(some.map((edit) => [edit[0].slice(0, 5).join('/'), edit]));
        const separate = [...byPlace.values()].filter(
          ([keys]) => !some.some(([other]) => other !== keys && other.every((key, i) => keys[i] === key)),
        );
        const later = separate.reduce<unknown>((document, [keys, value]) => put(document, keys, value), tour) as Tour;
        const changes = compareTours(tour, later);
        for (const [keys] of separate)
          expect(changes.some(({ path }) => `/${keys.join('/')}/`.startsWith(`${path}/`))).toBe(true);
        expect(new Set(changes.map(({ path }) => path)).size).toBe(changes.length);
      }),
    );
  });

  test('drafts of any shape are compared without failing', () => {
    fc.assert(
      fc.property(anything, anything, fc.nat(3), (a, b, i) => {
        for (const [was, is] of [
          [a, b],
          [tour, b],
          [a, tour],
          [tour, put(tour, ['steps', i], b)],
          [tour, put(tour, ['steps', i, 'content'], b)],
          [put(tour, ['steps', i, 'content', 'en'], a), put(tour, ['steps', i, 'content', 'en'], b)],
          [put(tour, ['audience'], a), put(tour, ['audience'], b)],
        ] as readonly (readonly [Tour, Tour])[])
          for (const change of compareTours(was, is))
            for (const locale of ['en', 'ja'] as const) expect(explainChange(change, locale)).not.toBe('');
      }),
    );
  });
});
