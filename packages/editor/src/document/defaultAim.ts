import type { PageMatch, Tour } from '@shirube/schema/tour';

/** Whom a new tour is for until its author says otherwise: new users, once, on this page. New is who is here for the third time at most. */
export const defaultAim = (page: PageMatch): Pick<Tour, 'audience' | 'trigger' | 'frequency'> => ({
  audience: { all: [{ sessions: { op: 'lte', value: 3 } }] },
  trigger: { on: 'page', page, delayMs: 500 },
  frequency: { show: 'once' },
});
