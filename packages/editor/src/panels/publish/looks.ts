import { type Resolution, resolveTarget } from '@shirube/runtime/target';
import { matchesPage, type PageMatch } from '@shirube/schema/rules';
import type { Step, Target, Tour } from '@shirube/schema/tour';
import { stepsOf } from '../../document/steps.ts';

/** What was last seen of a step's target. */
export interface Look {
  readonly status: Resolution['status'];
  /** The page is this one, and it was looked at now. */
  readonly here: boolean;
  /** Path of the page on which it was. */
  readonly page: string;
  /** Epoch ms. */
  readonly at: number;
  /** Epoch ms at which it was last found or healed in this tab, as it is aimed now; undefined when never. */
  readonly foundAt: number | undefined;
}
export type Looks = Readonly<Record<string, Look>>;

/** The page on which a step has to be: its own, or that on which the tour starts. */
export const pageOfStep = (tour: Tour, step: Step): PageMatch | undefined =>
  step.page ?? (step === stepsOf(tour)[0] && tour.trigger?.on === 'page' ? tour.trigger.page : undefined);

/** A page in a few characters. */
export const pageText = (page: PageMatch | undefined): string => {
  if (typeof page !== 'object' || page === null) return typeof page === 'string' ? page : '';
  const part = page.path?.value ?? page.host?.value;
  return typeof part === 'string' ? part : '…';
};

interface Kept extends Omit<Look, 'here'> {
  /** The target as it was aimed: another one has not been seen. */
  readonly aim: string;
}

/**
 * Looks at the targets of the steps that live on this page, and remembers in the tab what was seen, for when the author is on another page.
 * Reads the page and changes nothing in it.
 */
export const lookAtTargets = (tour: Tour, page: Window, now: number): Looks => {
  const kept = read(tour.id, page);
  const looks: Record<string, Look> = {};
  const next: Record<string, Kept> = {};
  for (const step of stepsOf(tour)) {
    if (!step?.target || typeof step.id !== 'string') continue;
    const aim = JSON.stringify(step.target);
    const old = kept[step.id]?.aim === aim ? kept[step.id] : undefined;
    const lives = pageOfStep(tour, step);
    const here = lives !== undefined && matchesPage(lives, page.location.href);
    const seen = here || lives === undefined ? look(step.target, page, now, old) : undefined;
    // A step that may be anywhere is not lost because it is not here.
    const one = here || seen?.foundAt === now ? seen : (old ?? seen);
    if (!one) continue;
    next[step.id] = { ...one, aim };
    looks[step.id] = { ...one, here };
  }
  write(tour.id, page, next);
  return looks;
};

/** The target of one step was found just now. */
export const noteFound = (tourId: string, step: Step, page: Window, now: number): void => {
  const seen: Kept = {
    aim: JSON.stringify(step.target),
    status: 'found',
    page: page.location.pathname,
    at: now,
    foundAt: now,
  };
  write(tourId, page, { ...read(tourId, page), [step.id]: seen } as Readonly<Record<string, Kept>>);
};

const look = (target: Target, page: Window, now: number, old: Kept | undefined): Omit<Look, 'here'> => {
  const { status } = resolveTarget(target, page.document);
  const found = status === 'found' || status === 'healed';
  return { status, page: page.location.pathname, at: now, foundAt: found ? now : old?.foundAt };
};

const keyOf = (tourId: string): string => `shirube:editor:seen:${tourId}`;
const read = (tourId: string, page: Window): Readonly<Record<string, Kept | undefined>> => {
  try {
    const kept: unknown = JSON.parse(page.sessionStorage.getItem(keyOf(tourId)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, Kept>) : {};
  } catch {
    return {};
  }
};
const write = (tourId: string, page: Window, kept: Readonly<Record<string, Kept>>): void => {
  try {
    page.sessionStorage.setItem(keyOf(tourId), JSON.stringify(kept));
  } catch {
    // Refused or full: then only what is on this page is known.
  }
};
