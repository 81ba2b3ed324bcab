const UNITS: Readonly<Record<string, number>> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };

/** A duration such as "30d", "12h", "45m", "90s", "2w" in ms; throws on anything else. */
export const durationMs = (text: string): number => {
  const [, count, unit] = /^(\d+)([smhdw])$/.exec(text) as RegExpExecArray;
  return Number(count) * (UNITS[unit as string] as number);
};

/**
 * A moment in epoch ms: a number is one already; a string is ISO 8601, a day alone or without a zone being UTC (so that every machine
 * reads the same moment). Anything else is NaN.
 */
export const timeMs = (value: unknown): number => {
  const [text, time, zone] = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/.exec(value as string) ?? [];
  return typeof value === 'number'
    ? value
    : typeof value === 'string' && text
      ? Date.parse(time && !zone ? `${text}Z` : text)
      : Number.NaN;
};

/** Whether a moment (as `timeMs` reads it) lies within the last so long; always, when no duration is given. */
export const withinLast = (duration: unknown): ((at: unknown, now: number) => boolean) => {
  if (duration === undefined) return () => true;
  const length = durationMs(duration as string);
  return (at, now) => timeMs(at) <= now && timeMs(at) >= now - length;
};

/** Own property, or undefined: what the prototype holds is nobody's data. */
export const own = <T>(object: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** The own value at a dot path; null when any part of the way is missing. */
export const readPath = (from: unknown, path: readonly string[]): unknown => {
  let value = from;
  for (const key of path) {
    if (!value || typeof value !== 'object') return null;
    value = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : null;
  }
  return value ?? null;
};
