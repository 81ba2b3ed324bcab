import type { Problem } from '../problem.ts';
import { timeMs } from '../rules/values.ts';
import { checkAdvance } from './checkAdvance.ts';
import { checkFlow } from './checkFlow.ts';
import { fields, isRecord, items, type Json, pointer, problem } from './problems.ts';
import { MAX_STEPS } from './tourSchema.ts';

const duplicates = (ids: readonly unknown[], path: (index: number) => string, what: string): readonly Problem[] =>
  ids.flatMap((id, i) =>
    typeof id === 'string' && ids.indexOf(id) < i
      ? [problem('duplicate_id', path(i), `There is already a ${what} with the id ${JSON.stringify(id)}.`)]
      : [],
  );

const checkLocales = ({ defaultLocale, locales }: Json): readonly Problem[] => {
  const problems: Problem[] = [];
  const list = items(locales);
  if (typeof defaultLocale === 'string' && list.length && !list.includes(defaultLocale))
    problems.push(
      problem('undeclared_locale', '/defaultLocale', `"locales" must contain ${JSON.stringify(defaultLocale)}.`),
    );
  list.forEach((locale, i) => {
    if (list.indexOf(locale) < i)
      problems.push(problem('duplicate_value', `/locales/${i}`, 'Each locale is listed once.'));
  });
  return problems;
};

/** Texts by locale: the default one is there, and none is in a language that the tour does not declare. */
const checkLocalized = (texts: unknown, { defaultLocale, locales }: Json, path: string): readonly Problem[] => {
  if (!isRecord(texts)) return [];
  const problems: Problem[] = [];
  if (typeof defaultLocale === 'string' && !Object.hasOwn(texts, defaultLocale))
    problems.push(
      problem(
        'missing_text',
        path + pointer([defaultLocale]),
        `The text in the default locale ${JSON.stringify(defaultLocale)} is missing.`,
      ),
    );
  for (const locale of Object.keys(texts)) {
    if (items(locales).length && !items(locales).includes(locale))
      problems.push(
        problem('undeclared_locale', path + pointer([locale]), `"locales" does not contain ${JSON.stringify(locale)}.`),
      );
  }
  return problems;
};

const checkSchedule = (schedule: unknown): readonly Problem[] => {
  const { from, until } = fields(schedule);
  return timeMs(until) <= timeMs(from)
    ? [problem('bad_schedule', '/schedule/until', '"until" must be after "from".')]
    : [];
};

/** What no single place in a tour can say about itself. Runs beside the parse, on data of any shape, so that all problems come at once. */
export const checkTour = (tour: Json): readonly Problem[] => {
  const all = items(tour.steps);
  // Too many steps are one problem, and are not looked into.
  const steps = all.length > MAX_STEPS ? [] : all.map(fields);
  return [
    ...checkLocales(tour),
    ...checkSchedule(tour.schedule),
    ...duplicates(
      steps.map((step) => step.id),
      (i) => `/steps/${i}/id`,
      'step',
    ),
    ...steps.flatMap((step, i) => {
      const buttons = items(step.buttons).map(fields);
      return [
        ...checkLocalized(step.content, tour, `/steps/${i}/content`),
        ...checkLocalized(fields(step.beacon).label, tour, `/steps/${i}/beacon/label`),
        ...duplicates(
          buttons.map((button) => button.id),
          (j) => `/steps/${i}/buttons/${j}/id`,
          'button',
        ),
        ...items(step.advance).flatMap((advance, j) => checkAdvance(advance, step.kind, `/steps/${i}/advance/${j}`)),
        ...buttons.flatMap((button, j) => checkLocalized(button.label, tour, `/steps/${i}/buttons/${j}/label`)),
      ];
    }),
    ...checkFlow(steps),
  ];
};
