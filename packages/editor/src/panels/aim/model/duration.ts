/** "30d" as its number and its unit (s, m, h, d, w); undefined of anything else. */
export const durationParts = (duration: unknown): { readonly count: number; readonly unit: string } | undefined => {
  const [, count, unit] = typeof duration === 'string' ? (/^(\d+)([smhdw])$/.exec(duration) ?? []) : [];
  return unit === undefined ? undefined : { count: Number(count), unit };
};
