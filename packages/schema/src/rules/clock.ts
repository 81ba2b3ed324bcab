/** Making a formatter takes some 50 µs and using it one: kept by zone. */
const formats: Record<string, Intl.DateTimeFormat> = {};

/** A moment whose UTC fields are what a clock on the wall of that zone shows, to the minute. Throws on an unknown zone. */
export const wallClock = (now: number, timeZone: string): Date => {
  formats[timeZone] ??= new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  // Swedish dates are ISO dates: "2026-12-01 09:30".
  return new Date(`${formats[timeZone].format(now).replace(' ', 'T')}Z`);
};
