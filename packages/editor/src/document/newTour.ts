import type { Advance, PageMatch, Step, Target, Tour } from '@shirube/schema/tour';

export interface NewTour {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly page: PageMatch;
  readonly aim: Pick<Tour, 'audience' | 'trigger' | 'frequency'>;
}

/** The document of a tour that somebody begins. */
export const newTour = ({ id, name, locale, aim }: NewTour): Tour => ({
  schemaVersion: 1,
  id,
  name,
  defaultLocale: locale,
  locales: [locale],
  ...aim,
  steps: [],
});

export interface NewStep {
  readonly id: string;
  readonly kind: Step['kind'];
  readonly page?: PageMatch | undefined;
  readonly target?: Target | undefined;
  readonly advance?: Advance | undefined;
  readonly locale: string;
}

/** A step right after it was pointed at: it has its place, and nothing is written in it yet. */
export const newStep = ({ id, kind, page, target, advance, locale }: NewStep): Step => ({
  id,
  kind,
  ...(page === undefined ? {} : { page }),
  ...(target === undefined ? {} : { target }),
  content: { [locale]: {} },
  ...(kind === 'tooltip' || kind === 'hotspot' ? { placement: 'auto' as const } : {}),
  ...(advance === undefined ? {} : { advance: [advance] }),
  ...(target === undefined ? {} : { onMissing: 'wait' as const, timeoutMs: 8000 }),
});
