import type { TourState } from '@shirube/schema/events';
import type { Facts, Rule } from '@shirube/schema/rules';
import type { Frequency } from '@shirube/schema/tour';
import { DAY_MS, MINUTE_MS } from './core.ts';
import type { LostReason } from './options.ts';

/** A live tour, made ready for choosing once. */
export interface Candidate {
  readonly id: string;
  readonly priority: number;
  /** Epoch ms; from is inclusive, until exclusive. */
  readonly from: number;
  readonly until: number;
  readonly audience: Rule;
  readonly frequency: Frequency;
}
/** Everything that a choice depends on, as plain data. */
export interface Moment {
  readonly facts: Facts;
  /** Epoch ms that has surely passed, whatever the device's clock says: the server's time when the bundle was made. */
  readonly notBefore?: number | undefined;
  /** By tour id: when its trigger, delay included, is due (epoch ms). Not listed: not triggered. */
  readonly due: ReadonlyMap<string, number>;
  readonly tours: Readonly<Record<string, TourState>>;
  /** Why nothing may start now, whichever tour it is. */
  readonly busy?: 'another_run' | 'typing' | 'dialog_open' | undefined;
  /** Automatic starts of the last 24 hours, epoch ms, oldest first. */
  readonly auto: readonly number[];
  readonly everyMinutes: number;
  readonly perDay: number;
}
export interface Choice<C> {
  readonly winner?: C | undefined;
  readonly lost: readonly { readonly id: string; readonly reason: LostReason }[];
  /** The earliest time (epoch ms) at which time alone can change the answer; Infinity for never. */
  readonly again: number;
}

/** Priority first, then id: the order in which `choose` wants its candidates. */
export const byPriority = (a: Candidate, b: Candidate): number => b.priority - a.priority || (a.id < b.id ? -1 : 1);

/**
 * Who goes first: schedule, audience, trigger, frequency, interruption budget, then priority and id. Pure. Every tour that lost is
 * listed with the first reason that stopped it.
 */
export const choose = <C extends Candidate>(candidates: readonly C[], moment: Moment): Choice<C> => {
  const { now } = moment.facts;
  const date = Math.max(now, moment.notBefore ?? 0);
  const lost: { id: string; reason: LostReason }[] = [];
  let winner: C | undefined;
  let again = Number.POSITIVE_INFINITY;
  const later = (at: number): void => {
    if (at > now && at < again) again = at;
  };
  const budget = budgetAt(moment, now);
  const why = (c: C): LostReason | undefined => {
    later(c.from);
    later(c.until);
    if (date < c.from) return 'not_yet';
    if (date >= c.until) return 'over';
    const matches = c.audience(moment.facts);
    if (matches !== true) return matches ? 'unknown' : 'audience';
    const due = moment.due.get(c.id);
    if (due === undefined) return 'trigger';
    if (due > now) {
      later(due);
      return 'delay';
    }
    const free = freeAt(c.frequency, moment.tours[c.id]);
    if (free > now) {
      later(free);
      return 'frequency';
    }
    if (moment.busy) return moment.busy;
    if (budget) {
      later(budget.until);
      return budget.reason;
    }
    return winner && 'priority';
  };
  for (const c of candidates) {
    const reason = why(c);
    if (reason) lost.push({ id: c.id, reason });
    else winner = c;
  }
  return { winner, lost, again };
};

/** From when a tour may start by itself again, as far as its frequency is concerned: 0 for always, Infinity for never. */
export const freeAt = (frequency: Frequency, state: TourState | undefined): number => {
  const never = Number.POSITIVE_INFINITY;
  if (!state?.runs && state?.startedAt === undefined) return 0;
  if (frequency.show === 'always') return 0;
  if (frequency.show === 'untilCompleted') return state.completedAt === undefined ? 0 : never;
  if (frequency.show !== 'every') return never;
  if (frequency.atMost !== undefined && state.runs >= frequency.atMost) return never;
  return Math.max(state.startedAt ?? 0, state.completedAt ?? 0, state.dismissedAt ?? 0) + frequency.days * DAY_MS;
};

const budgetAt = (
  { auto, everyMinutes, perDay }: Moment,
  now: number,
): { readonly reason: LostReason; readonly until: number } | undefined => {
  const recent = auto.filter((at) => at > now - DAY_MS && at <= now);
  const next = Math.max(0, ...recent) + everyMinutes * MINUTE_MS;
  if (recent.length && next > now) return { reason: 'too_soon', until: next };
  const oldest = recent.length >= perDay ? (recent.at(-perDay) ?? now) + DAY_MS : 0;
  return oldest > now ? { reason: 'enough_today', until: oldest } : undefined;
};
