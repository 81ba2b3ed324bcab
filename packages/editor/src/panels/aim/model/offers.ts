import type { SeenTrait } from '@shirube/schema/api';
import type { Condition, PageMatch } from '@shirube/schema/rules';
import type { Workspace } from '../../../session/Session.ts';
import { pageText } from '../../publish/looks.ts';
import type { AimTexts } from '../locale/index.ts';
import { percentWords } from '../words/values.ts';

/** A condition that can be added, as it stands in the menu. */
export interface Offer {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly condition: Condition;
}

/** Everything that can be added: first what the server has seen, then what is always there. `page` is the author's. */
export const offers = (
  workspace: Workspace,
  texts: AimTexts,
  { page, salt }: { readonly page: PageMatch; readonly salt: string },
): readonly Offer[] => {
  const { groups, menu } = texts;
  const of = (group: keyof typeof groups, label: string, condition: Condition, note?: string): Offer => ({
    id: `${group}:${label}:${JSON.stringify(condition)}`,
    group: groups[group],
    label,
    note,
    condition,
  });
  return [
    ...workspace.traits.map((seen) =>
      of(
        'traits',
        seen.of === 'user' ? seen.path : menu.accountTrait(seen.path),
        traitCondition(seen),
        texts.people_(seen.people),
      ),
    ),
    ...workspace.events.flatMap(({ name, people }) => [
      of('events', menu.done(name), { event: name }, texts.people_(people)),
      of('events', menu.notDone(name), { event: name, count: { op: 'eq', value: 0 } }),
    ]),
    ...workspace.skills.flatMap(({ id, name = id }) =>
      (['novice', 'learning', 'proficient'] as const).map((level) =>
        of('skills', skillLabel(menu.levels[level], name), { skill: id, is: level }),
      ),
    ),
    ...workspace.tours.flatMap(({ id, name }) =>
      (['completed', 'never_seen'] as const).map((is) => of('tours', `${menu.tours[is]}: ${name}`, { tour: id, is })),
    ),
    of('where', menu.thisPage(pageText(page)), { page }),
    of('where', menu.element, { element: { selectors: ['body'] }, is: 'visible' }),
    of('moment', menu.device, { device: 'desktop' }),
    of('moment', menu.viewport, { viewport: { minWidth: 800 } }),
    of('moment', menu.locale, { locale: ['en'] }),
    of('moment', menu.browser, { browser: ['chrome'] }),
    of('moment', menu.time, { time: { weekdays: [1, 2, 3, 4, 5], hours: [9, 18] } }),
    of('moment', menu.sessions, { sessions: { op: 'lte', value: 3 } }),
    of('moment', menu.secondsOnPage, { secondsOnPage: 20 }),
    ...workspace.segments.map(({ id, name }) => of('segments', name, { segment: id })),
    of('share', menu.sample, { sample: 0.5, salt }, percentWords(0.5)),
  ];
};

/** 「請求書」の初心者, but "new to Invoicing": a label that ends in kanji is a noun. */
const skillLabel = (level: string, name: string): string =>
  /[a-z]$/.test(level) ? `${level} ${name}` : `${name}: ${level}`;

/** Offers for what is in no list: whatever was written is a trait or an event. */
export const freeOffers = (written: string, texts: AimTexts): readonly Offer[] => {
  const name = written.trim();
  if (name === '') return [];
  return [
    {
      id: 'free:trait',
      group: texts.notSeen,
      label: texts.useTrait(name),
      condition: { user: name, op: 'eq', value: '' },
    },
    { id: 'free:event', group: texts.notSeen, label: texts.useEvent(name), condition: { event: name } },
  ];
};

/** What one would ask of a trait first: the most frequent value in the type that was seen. */
const traitCondition = ({ of, path, types, values }: SeenTrait): Condition => {
  const value = values[0]?.value;
  const subject = of === 'user' ? { user: path } : { company: path };
  if (types.includes('list')) return { ...subject, op: 'contains', value: value ?? '' };
  if (isDate(value)) return { ...subject, op: 'withinLast', value: '30d' };
  if (typeof value === 'number') return { ...subject, op: 'gte', value };
  if (value === undefined) return { ...subject, op: 'exists' };
  return { ...subject, op: 'eq', value };
};
const isDate = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d(T|$)/.test(value);
