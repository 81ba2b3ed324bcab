const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Making a formatter takes some 50 µs and using it one: kept by zone. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** ISO weekday (1 is Monday, 7 is Sunday) and hour of day with its fraction, as a clock on the wall of that zone shows them. Throws on an unknown zone. */
export const wallClock = (now: number, timeZone: string): { readonly weekday: number; readonly hour: number } => {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      weekday: 'short',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const [day, hour, minute] = format.format(now).split(/\W+/);
  return { weekday: DAYS.indexOf(day as string) + 1, hour: Number(hour) + Number(minute) / 60 };
};
