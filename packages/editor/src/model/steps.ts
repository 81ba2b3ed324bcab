import { matchesPage } from '@shirube/schema/rules';
import type { Localized, Step, Target, Tour } from '@shirube/schema/tour';
import type { EditorState } from './state.ts';

/** What a page match reads like: the pattern itself, or its parts as they were written. */
export const pageWords = (page: NonNullable<Step['page']>): string =>
  typeof page === 'string' ? page : JSON.stringify(page);

/** True when the step lives on this page; a step without a page lives on every page. */
export const isHere = (step: Step, url: string): boolean => step.page === undefined || matchesPage(step.page, url);

/** The steps in the list whose targets are looked for on this page, and a key that changes with them. */
export const aimedSteps = (
  state: EditorState,
  url: string,
): { readonly key: string; readonly steps: readonly { readonly stepId: string; readonly target: Target }[] } => {
  if (state.name !== 'tours' || state.open?.document.name !== 'ready') return { key: '', steps: [] };
  const steps = state.open.document.tour.steps.flatMap((step) =>
    step.target !== undefined && isHere(step, url) ? [{ stepId: step.id, target: step.target }] : [],
  );
  return { key: `${state.open.row.item.id} ${url}`, steps };
};

/** The step's title in `locale`, its parents, or the tour's default locale; the step's id when it has no title. */
export const titleOf = (step: Step, tour: Tour, locale: string): string =>
  lookUp(step.content, locale)?.title ?? step.content[tour.defaultLocale]?.title ?? step.id;

/** BCP 47 look-up: "fr-CA", then "fr". */
const lookUp = <T>(texts: Localized<T>, locale: string): T | undefined => {
  const parts = locale.split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const text = texts[parts.slice(0, length).join('-')];
    if (text !== undefined) return text;
  }
  return undefined;
};
