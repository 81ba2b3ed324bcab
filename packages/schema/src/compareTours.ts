import { compareSteps } from './compare/compareSteps.ts';
import { equals, keysOf, own } from './compare/equals.ts';
import { conditionText, shortText, triggerText } from './compare/shortText.ts';
import type { ChangeCode, TourChange } from './compare/TourChange.ts';
import { pointer } from './documents/problems.ts';
import type { Tour } from './tour.ts';

/** What a key of the tour is about, and how its value is said in short. A key that is not listed changed a setting. */
const FIELDS: Readonly<Record<string, readonly [ChangeCode, ((value: unknown) => string | undefined)?]>> = {
  name: ['name_changed', shortText],
  description: ['description_changed', shortText],
  defaultLocale: ['languages_changed', shortText],
  locales: ['languages_changed', shortText],
  audience: ['audience_changed', conditionText],
  trigger: ['trigger_changed', triggerText],
  frequency: ['frequency_changed', shortText],
  schedule: ['schedule_changed', shortText],
  priority: ['priority_changed', shortText],
  theme: ['theme_changed', shortText],
  progress: ['progress_changed', shortText],
  dismissible: ['dismissible_changed', shortText],
};

/**
 * What a reader would say is different, steps first to last and the settings before them. Steps are followed by their id. Takes documents of
 * any shape: what a draft still lacks is no reason to fail. Nothing is named twice; equal documents have no changes.
 */
export const compareTours = (before: Tour, after: Tour): readonly TourChange[] => [
  ...keysOf(before, after)
    .filter((key) => key !== 'steps' || !Array.isArray(own(before, key)) || !Array.isArray(own(after, key)))
    .flatMap((key): readonly TourChange[] => {
      const [was, is] = [own(before, key), own(after, key)];
      if (equals(was, is)) return [];
      const [code, say = shortText] = (Object.hasOwn(FIELDS, key) && FIELDS[key]) || ['setting_changed' as const];
      return [{ code, path: pointer([key]), before: say(was), after: say(is) }];
    }),
  ...compareSteps(before, after),
];

export type { ChangeCode, TourChange } from './compare/TourChange.ts';
