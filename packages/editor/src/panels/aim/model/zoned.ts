/** An ISO moment as a field of date and time shows it, in the author's zone: "2026-12-01T09:00". Empty when it is none. */
export const toLocalField = (iso: string | undefined): string => {
  const at = new Date(iso ?? '');
  if (Number.isNaN(at.getTime())) return '';
  const [year, month, day, hour, minute] = [
    at.getFullYear(),
    at.getMonth() + 1,
    at.getDate(),
    at.getHours(),
    at.getMinutes(),
  ];
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
};

/** Back again, with the zone's distance from UTC at that moment: "2026-12-01T09:00:00+09:00". Undefined when it is none. */
export const fromLocalField = (field: string): string | undefined => {
  const at = new Date(field);
  if (Number.isNaN(at.getTime())) return undefined;
  const east = -at.getTimezoneOffset();
  const distance = Math.abs(east);
  return `${toLocalField(field)}:00${east < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
};

const two = (part: number): string => String(part).padStart(2, '0');
