import type { Lang } from './i18n/index.ts';
import { type Person, userIdOf } from './people.ts';
import { shirube } from './shirube.ts';

const DAY_MS = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

/** True in the phone frame, which brings its own demo strip. */
export const isFramed = (): boolean => window.self !== window.top;

/** Tells Shirube who is here. The veteran's past is made known to the server first, as five real months would have. */
export const signIn = async (person: Person, lang: Lang): Promise<void> => {
  const userId = userIdOf(person);
  if (person.id === 'veteran') await haveHistory(userId);
  shirube.identify(
    userId,
    {
      firstName: person.firstName[lang],
      name: person.name[lang],
      role: person.role,
      plan: person.plan,
      locale: lang,
      createdAt: daysAgo(person.daysHere),
    },
    {
      company: {
        id: person.company.id,
        traits: { name: person.company.name[lang], plan: person.plan, createdAt: daysAgo(person.company.daysHere) },
      },
    },
  );
};

/** A renewed veteran is a new user to Shirube; the host of the demo gives them the same past again. */
const haveHistory = async (userId: string): Promise<void> => {
  try {
    await fetch('/demo/history', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId }),
    });
  } catch {
    // Without the demo's own server there is no history to make.
  }
};
