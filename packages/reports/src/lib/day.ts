/** Calendar days are `YYYY-MM-DD` strings; a time zone is needed only to learn which day an instant falls on. */

/** The calendar day of `epochMs` in an IANA zone. Throws RangeError for an unknown zone. */
export const dayOf = (epochMs: number, timezone: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(epochMs);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
};

/** The day `count` days after `day` (before, when negative). Days have no clock, so daylight saving cannot bend this. */
export const addDays = (day: string, count: number): string =>
  new Date(utcMidnight(day) + count * 86_400_000).toISOString().slice(0, 10);

/** Epoch ms of midnight UTC of a calendar day: a number to draw and to format in UTC, not an instant of the zone. */
export const utcMidnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** True for a real calendar day: `2026-02-30` is none. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = utcMidnight(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

export const isTimezone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
