import { utcMidnight } from '../lib/day.ts';

/** Numbers and dates in the reader's language. Nothing here decides what a number means. */
export interface Format {
  count(value: number): string;
  /** 0 to 1 as per cent; never rounded to 0 % or 100 % when it is neither. */
  rate(value: number): string;
  /** `41–78 %` */
  interval(interval: readonly [number, number]): string;
  /** Milliseconds as seconds below a minute, else minutes and seconds. */
  duration(ms: number): string;
  /** A calendar day, `YYYY-MM-DD`. */
  day(day: string): string;
  shortDay(day: string): string;
  days(from: string, to: string): string;
  /** Epoch ms as date and time in a zone. */
  moment(epochMs: number, timezone: string): string;
  /** How long before `now`. */
  ago(epochMs: number, now: number): string;
  list(parts: readonly string[]): string;
  /** `ja` → Japanese / 日本語. */
  languageName(tag: string): string;
}

export const createFormat = (language: string): Format => {
  const counts = new Intl.NumberFormat(language);
  const perCent = (digits: number) =>
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits });
  const [whole, fine, finest] = [perCent(0), perCent(1), perCent(2)];
  const unit = (name: string, digits: number) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: language === 'ja' ? 'long' : 'short',
      maximumFractionDigits: digits,
    });
  const [seconds, wholeSeconds, minutes] = [unit('second', 1), unit('second', 0), unit('minute', 0)];
  const dayFormat = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'medium' });
  const shortDayFormat = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'short', day: 'numeric' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const rate = (value: number): string => {
    const distance = Math.min(value, 1 - value);
    if (distance === 0 || distance >= 0.01) return whole.format(value);
    return (distance >= 0.001 ? fine : finest).format(value);
  };
  return {
    count: (value) => counts.format(value),
    rate,
    interval: ([low, high]) => `${counts.format(Math.round(low * 100))}–${whole.format(high)}`,
    duration: (ms) => {
      if (ms < 59_950) return seconds.format(ms / 1000);
      const total = Math.round(ms / 1000);
      const rest = total % 60;
      const inMinutes = minutes.format(Math.floor(total / 60));
      return rest === 0 ? inMinutes : `${inMinutes} ${wholeSeconds.format(rest)}`;
    },
    day: (day) => dayFormat.format(utcMidnight(day)),
    shortDay: (day) => shortDayFormat.format(utcMidnight(day)),
    days: (from, to) => dayFormat.formatRange(utcMidnight(from), utcMidnight(to)),
    moment: (epochMs, timezone) =>
      new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone }).format(
        epochMs,
      ),
    ago: (epochMs, now) => {
      const minutesAgo = Math.max(0, Math.round((now - epochMs) / 60_000));
      if (minutesAgo < 60) return relative.format(-minutesAgo, 'minute');
      if (minutesAgo < 48 * 60) return relative.format(-Math.round(minutesAgo / 60), 'hour');
      return relative.format(-Math.round(minutesAgo / 1440), 'day');
    },
    list: (parts) => list.format(parts),
    languageName: (tag) => {
      try {
        return names.of(tag) ?? tag;
      } catch {
        return tag;
      }
    },
  };
};
