import type { ReportRequest } from '@shirube/schema/report';

const DAY_MS = 24 * 3_600_000;

/** The epoch ms at which a calendar day begins in a time zone: usually midnight, later where the clock skips midnight. */
export const startOfDay = (day: string, timezone: string): number => {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Two rounds: the offset is asked for at a first guess, then at the corrected one, which may lie beyond a change of the clock.
  const first = midnight - offsetAt(midnight, timezone);
  const second = midnight - offsetAt(first, timezone);
  const [early, late] = first < second ? [first, second] : [second, first];
  // Where midnight does not exist the day begins with the change: the later of the two candidates.
  return dayOf(early, timezone) === day ? early : late;
};

/** The calendar day of a moment in a time zone. */
export const dayOf = (time: number, timezone: string): string =>
  new Date(time + offsetAt(time, timezone)).toISOString().slice(0, 10);

/** The days from `from` to `to`, both inclusive. */
export const daysOf = ({ from, to }: Pick<ReportRequest, 'from' | 'to'>): readonly string[] => {
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  const count = Math.max(0, Math.round((last - first) / DAY_MS) + 1);
  return Array.from({ length: count }, (_, index) => new Date(first + index * DAY_MS).toISOString().slice(0, 10));
};

/** [from, until) in epoch ms. */
export const periodOf = ({ from, to, timezone }: Pick<ReportRequest, 'from' | 'to' | 'timezone'>) => ({
  from: startOfDay(from, timezone),
  until: startOfDay(nextDay(to), timezone),
});

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

const formats = new Map<string, Intl.DateTimeFormat>();
/** Local time minus UTC, in ms. */
const offsetAt = (time: number, timezone: string): number => {
  const format =
    formats.get(timezone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(timezone, format);
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(time / 1000) * 1000;
};
