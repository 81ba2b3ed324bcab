import type { Skill } from '../skill.ts';
import { wallClock } from './clock.ts';
import type { Condition, Level } from './condition.ts';
import { elementKey, type Facts } from './facts.ts';
import { pageTest } from './matchesPage.ts';
import { comparison, type Test } from './operators.ts';
import { sampleShare } from './sampleShare.ts';
import { skillLevel } from './skillLevel.ts';
import { durationMs, own, readPath } from './values.ts';

/** One question about the facts. */
export interface Leaf {
  /** The facts that it reads; `now` when its answer changes with time alone. */
  readonly needs: readonly (keyof Facts)[];
  /** What is found: undefined while the fact has not arrived, null when it is missing. */
  readonly read: (facts: Facts) => unknown;
  readonly test: Test;
}
type With<Key extends string> = Extract<Condition, Readonly<Record<Key, unknown>>>;
type Make<Key extends string> = (condition: With<Key>, skills: readonly Skill[]) => Leaf;

/** A leaf that reads one fact as it is. */
const fact = (key: keyof Facts, test: Test): Leaf => ({ needs: [key], read: (facts) => facts[key], test });

const trait = (key: 'user' | 'company', path: string, test: Test): Leaf => {
  const keys = path.split('.');
  return { needs: [key], read: (facts) => facts[key] && readPath(facts[key], keys), test };
};

const isWithin = (at: number, now: number, duration: string | undefined): boolean =>
  duration === undefined || (at <= now && at >= now - durationMs(duration));

const LEVELS: readonly Level[] = ['novice', 'learning', 'proficient'];

const event: Make<'event'> = ({ event, count, within, where = [] }) => {
  const length = within === undefined ? Number.POSITIVE_INFINITY : durationMs(within);
  const tests = where.map((part) => [part.prop.split('.'), comparison(part)] as const);
  return {
    needs: within ? ['history', 'now'] : ['history'],
    read: ({ history, now }) =>
      history?.filter(
        ({ name, at, props }) =>
          name === event &&
          (!within || (at <= now && at >= now - length)) &&
          tests.every(([path, test]) => test(readPath(props, path), now)),
      ).length,
    test: comparison(count ?? { op: 'gte', value: 1 }),
  };
};

const skill: Make<'skill'> = (condition, skills) => {
  const found = skills.find(({ id }) => id === condition.skill);
  const [least, most] =
    'is' in condition
      ? [condition.is, condition.is]
      : 'atLeast' in condition
        ? [condition.atLeast, 'proficient']
        : ['novice', condition.atMost];
  const [from, to] = [LEVELS.indexOf(least as Level), LEVELS.indexOf(most as Level)];
  return {
    needs: ['history', 'now'],
    read: ({ history, now }) => found && history && skillLevel(found, history, now),
    test: (level) => LEVELS.indexOf(level as Level) >= from && LEVELS.indexOf(level as Level) <= to,
  };
};

const tour: Make<'tour'> = ({ tour, is, within }) => {
  if (within) durationMs(within);
  return {
    needs: within ? ['tours', 'now'] : ['tours'],
    // When it happened, or null. What was dismissed or completed was also started.
    read: ({ tours }) => {
      if (!tours) return undefined;
      const { startedAt, completedAt, dismissedAt } = own(tours, tour) ?? {};
      return (
        (is === 'completed'
          ? completedAt
          : is === 'dismissed'
            ? dismissedAt
            : (startedAt ?? completedAt ?? dismissedAt)) ?? null
      );
    },
    test: (at, now) => (at !== null && isWithin(at as number, now, within)) !== (is === 'never_seen'),
  };
};

const element: Make<'element'> = (condition) => {
  const key = elementKey(condition.element);
  const text = 'text' in condition && comparison(condition.text);
  const value = 'value' in condition && comparison(condition.value);
  return {
    needs: ['elements'],
    read: ({ elements }) => elements && own(elements, key),
    test: (found, now) => {
      const look = found as NonNullable<Facts['elements']>[string];
      if (text) return text(look.text ?? null, now);
      if (value) return value(look.value ?? null, now);
      const is = 'is' in condition && condition.is;
      if (is === 'absent' || !look.present) return is === 'absent' && !look.present;
      return is === 'present' || (is === 'disabled' ? !look.enabled : is === 'visible' ? look.visible : look.enabled);
    },
  };
};

const viewport: Make<'viewport'> = ({ viewport: { minWidth = 0, maxWidth = 1e9, minHeight = 0, maxHeight = 1e9 } }) =>
  fact('viewport', (found) => {
    const { width, height } = found as NonNullable<Facts['viewport']>;
    return width >= minWidth && width <= maxWidth && height >= minHeight && height <= maxHeight;
  });

const locale: Make<'locale'> = ({ locale }) => {
  const wanted = locale.map((tag) => `${tag}-`.toLowerCase());
  return fact('locale', (found) => wanted.some((tag) => `${found}-`.toLowerCase().startsWith(tag)));
};

const browser: Make<'browser'> = ({ browser }) => fact('browser', (found) => browser.includes(found as string));

const device: Make<'device'> = ({ device }) => fact('device', (found) => [device].flat().includes(found as never));

const time: Make<'time'> = ({ time: { weekdays, hours, timezone } }) => {
  if (timezone) wallClock(0, timezone);
  return {
    needs: timezone ? ['now'] : ['now', 'timezone'],
    read: (facts) => {
      const zone = timezone ?? facts.timezone;
      return zone && wallClock(facts.now, zone);
    },
    test: (found) => {
      const { weekday, hour } = found as ReturnType<typeof wallClock>;
      if (weekdays && !weekdays.includes(weekday)) return false;
      if (!hours) return true;
      const [from, to] = hours;
      // 22 to 6 crosses midnight; the weekday is that of the moment itself.
      return from < to ? hour >= from && hour < to : hour >= from || hour < to;
    },
  };
};

const sample: Make<'sample'> = ({ sample, salt = '' }) => ({
  needs: ['sampleId'],
  read: ({ sampleId }) => sampleId && sampleShare(`${salt}:${sampleId}`),
  test: (share) => (share as number) < sample,
});

/** One entry per leaf form, by the key that tells it from the others. Each throws on what it cannot understand. */
export const forms = {
  user: ((condition) => trait('user', condition.user, comparison(condition))) as Make<'user'>,
  company: ((condition) => trait('company', condition.company, comparison(condition))) as Make<'company'>,
  event,
  skill,
  tour,
  page: (({ page }) => {
    const matches = pageTest(page);
    return fact('url', (url) => matches(url as string));
  }) as Make<'page'>,
  element,
  device,
  viewport,
  locale,
  browser,
  time,
  sessions: (({ sessions }) => fact('sessions', comparison(sessions))) as Make<'sessions'>,
  secondsOnPage: ((condition) =>
    fact('secondsOnPage', (found) => (found as number) >= condition.secondsOnPage)) as Make<'secondsOnPage'>,
  sample,
};
export type LeafForm = keyof typeof forms;

/** The form of a leaf, or undefined for one that this version does not know. */
export const formOf = (condition: Condition): LeafForm | undefined =>
  Object.keys(condition).find((key) => Object.hasOwn(forms, key)) as LeafForm | undefined;

/** The leaf, or undefined when it cannot be understood: its answer is then unknown for ever. */
export const leafOf = (condition: Condition, skills: readonly Skill[] = []): Leaf | undefined => {
  try {
    return forms[formOf(condition) as LeafForm](condition as never, skills);
  } catch {
    return undefined;
  }
};
