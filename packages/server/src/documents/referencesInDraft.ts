import type { References } from './references.ts';

/**
 * As `referencesIn`, of a draft of any shape: what can be read counts, what cannot is passed over. Not parsed, for a
 * thousand drafts may be looked through; what names others has the same place in every version. Does not look into segments.
 */
export const referencesInDraft = (draft: unknown): References => {
  const found = { segments: new Set<string>(), skills: new Set<string>(), themes: new Set<string>() };
  const add = (ids: Set<string>, id: unknown): void => {
    if (typeof id === 'string') ids.add(id);
  };
  const visit = (condition: unknown): void => {
    const { all, any, not, skill, segment } = fields(condition);
    for (const inner of [...items(all), ...items(any), not]) if (inner !== undefined) visit(inner);
    add(found.skills, skill);
    add(found.segments, segment);
  };
  const { audience, steps, theme } = fields(draft);
  add(found.themes, theme);
  visit(audience);
  for (const step of items(steps)) {
    const { showIf, next, advance } = fields(step);
    visit(showIf);
    for (const part of [...items(next), ...items(advance)]) visit(fields(part).when);
  }
  return found;
};

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
