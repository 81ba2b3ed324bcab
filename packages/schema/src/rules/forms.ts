import type { Skill } from '../skill.ts';
import { wallClock } from './clock.ts';
import type { Comparison, Condition, Level } from './condition.ts';
import { type ElementFact, elementKey, type Facts } from './facts.ts';
import { pageTest } from './matchesPage.ts';
import { comparison, type Test } from './operators.ts';
import { sampleShare } from './sampleShare.ts';
import { LEVELS, skillLevel } from './skillLevel.ts';
import { own, readPath, withinLast } from './values.ts';

/** One question about the facts. */
export interface Leaf {
  /** What is found: undefined while the fact has not arrived, null when it is missing. */
  readonly read: (facts: Facts) => unknown;
  readonly test: Test;
}
type With<Key extends string> = Extract<Condition, Readonly<Record<Key, unknown>>>;
type Make<Key extends string> = (condition: With<Key>, skills: readonly Skill[]) => Leaf;

/** A leaf that reads one fact as it is. */
const fact = (read: Leaf['read'], test: Test): Leaf => ({ read, test });

const trait = (read: Leaf['read'], path: string, wanted: Comparison): Leaf => {
  const keys = path.split('.');
  return {
    read: (facts) => {
      const traits = read(facts);
      return traits && readPath(traits, keys);
    },
    test: comparison(wanted),
  };
};

/** One entry per leaf form, by the key that tells it from the others. Each throws on what it cannot understand. */
export const forms: { readonly [Key in LeafForm]: Make<Key> } = {
  user: (condition) => trait(({ user }) => user, condition.user, condition),
  company: (condition) => trait(({ company }) => company, condition.company, condition),
  event: ({ event, count, within, where = [] }) => {
    const isRecent = withinLast(within);
    const tests = where.map((part) => trait((props) => props as unknown, part.prop, part));
    return {
      read: ({ history, now }) =>
        history?.filter(
          ({ name, at, props }) =>
            name === event &&
            isRecent(at, now) &&
            tests.every(({ read, test }) => test(read((props ?? {}) as never), now)),
        ).length,
      test: comparison(count ?? { op: 'gte', value: 1 }),
    };
  },
  skill: (condition, skills) => {
    const found = skills.find(({ id }) => id === condition.skill);
    const {
      is,
      atLeast = is,
      atMost = is ?? 'proficient',
    } = condition as {
      readonly [Key in 'is' | 'atLeast' | 'atMost']?: Level;
    };
    const [least, most] = [LEVELS.indexOf(atLeast as Level), LEVELS.indexOf(atMost)];
    return {
      read: ({ history, now }) => found && history && skillLevel(found, history, now),
      test: (level) => LEVELS.indexOf(level as Level) >= least && LEVELS.indexOf(level as Level) <= most,
    };
  },
  tour: ({ tour, is, within }) => {
    const isRecent = withinLast(within);
    return {
      // When it happened, or null. What was dismissed or completed was also started.
      read: ({ tours }) => {
        const { startedAt, completedAt, dismissedAt } = (tours && own(tours, tour)) ?? {};
        const at =
          is === 'completed'
            ? completedAt
            : is === 'dismissed'
              ? dismissedAt
              : (startedAt ?? completedAt ?? dismissedAt);
        return tours && (at ?? null);
      },
      test: (at, now) => (at !== null && isRecent(at, now)) !== (is === 'never_seen'),
    };
  },
  page: ({ page }) => {
    const matches = pageTest(page);
    return fact(
      ({ url }) => url,
      (url) => matches(url as string),
    );
  },
  element: (condition) => {
    const key = elementKey(condition.element);
    const { is, text, value } = condition as {
      readonly is?: string;
      readonly text?: Comparison;
      readonly value?: Comparison;
    };
    const wanted = text ?? value;
    const test = wanted && comparison(wanted);
    return {
      read: ({ elements }) => elements && own(elements, key),
      test: (found, now) => {
        const look = found as ElementFact;
        if (test) return test((text ? look.text : look.value) ?? null, now);
        if (is === 'absent') return !look.present;
        return look.present && (is === 'disabled' ? !look.enabled : look[is as 'visible']);
      },
    };
  },
  device: ({ device }) =>
    fact(
      ({ device }) => device,
      (found) => device.includes(found as never),
    ),
  viewport: ({ viewport: { minWidth = 0, maxWidth = 1e9, minHeight = 0, maxHeight = 1e9 } }) =>
    fact(
      ({ viewport }) => viewport,
      (found) => {
        const { width, height } = found as NonNullable<Facts['viewport']>;
        return width >= minWidth && width <= maxWidth && height >= minHeight && height <= maxHeight;
      },
    ),
  locale: ({ locale }) =>
    fact(
      ({ locale }) => locale,
      (found) => locale.some((tag) => `${found}-`.toLowerCase().startsWith(`${tag}-`.toLowerCase())),
    ),
  browser: ({ browser }) =>
    fact(
      ({ browser }) => browser,
      (found) => browser.includes(found as string),
    ),
  time: ({ time: { weekdays, hours: [from, to] = [0, 24], timezone } }) => {
    if (timezone) wallClock(0, timezone);
    return {
      read: (facts) => {
        const zone = timezone ?? facts.timezone;
        return zone && wallClock(facts.now, zone);
      },
      test: (found) => {
        const clock = found as Date;
        const hour = (clock.getTime() / 36e5) % 24;
        // 22 to 6 crosses midnight; the weekday is that of the moment itself.
        const within = from < to ? hour >= from && hour < to : hour >= from || hour < to;
        return within && (!weekdays || weekdays.includes(clock.getUTCDay() || 7));
      },
    };
  },
  sessions: ({ sessions }) => fact(({ sessions }) => sessions, comparison(sessions)),
  secondsOnPage: ({ secondsOnPage }) =>
    fact(
      ({ secondsOnPage }) => secondsOnPage,
      (found) => (found as number) >= secondsOnPage,
    ),
  sample: ({ sample, salt = '' }) => ({
    read: ({ sampleId }) => sampleId && sampleShare(`${salt}:${sampleId}`),
    test: (share) => (share as number) < sample,
  }),
};
export type LeafForm =
  | 'user'
  | 'company'
  | 'event'
  | 'skill'
  | 'tour'
  | 'page'
  | 'element'
  | 'device'
  | 'viewport'
  | 'locale'
  | 'browser'
  | 'time'
  | 'sessions'
  | 'secondsOnPage'
  | 'sample';

/** The form of a leaf, or undefined for one that this version does not know. */
export const formOf = (condition: Condition): LeafForm | undefined =>
  Object.keys(condition).find((key) => own<unknown>(forms, key)) as LeafForm | undefined;

/** The leaf, or undefined when it cannot be understood: its answer is then unknown for ever. */
export const leafOf = (condition: Condition, skills: readonly Skill[] = []): Leaf | undefined => {
  try {
    return forms[formOf(condition) as LeafForm](condition as never, skills);
  } catch {
    return undefined;
  }
};
