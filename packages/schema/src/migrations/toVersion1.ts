import { fields, isRecord, type Json } from '../documents/problems.ts';

const paragraph = (text: unknown): Json => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }],
});

/** A text of version 0 was one string, in the tour's only locale, or strings by locale. */
const byLocale = (value: unknown, locale: string): Json =>
  value === undefined ? {} : isRecord(value) ? value : { [locale]: value };

const step = (old: unknown, locale: string): unknown => {
  if (!isRecord(old)) return old;
  const { selector, text, title, button, ...rest } = old;
  const [titles, bodies] = [byLocale(title, locale), byLocale(text, locale)];
  const content: Record<string, unknown> = { ...fields(rest.content) };
  for (const key of new Set([...Object.keys(titles), ...Object.keys(bodies)])) {
    content[key] = {
      ...(titles[key] !== undefined && { title: titles[key] }),
      ...(bodies[key] !== undefined && {
        body: typeof bodies[key] === 'string' ? paragraph(bodies[key]) : bodies[key],
      }),
    };
  }
  return {
    ...rest,
    kind: rest.kind ?? (selector === undefined && rest.target === undefined ? 'modal' : 'tooltip'),
    ...(selector !== undefined && { target: { selectors: [selector] } }),
    ...((text !== undefined || title !== undefined) && { content }),
    ...(button !== undefined && { buttons: [{ id: 'next', action: 'next', label: byLocale(button, locale) }] }),
  };
};

/**
 * Version 0 is the format of the first drafts: no `schemaVersion`, one `locale`, and steps of `{ id, selector, title, text, button }` whose
 * texts are plain strings or strings by locale. What is already as in version 1 is left as it is.
 */
export const toVersion1 = ({ locale, schemaVersion: _old, ...rest }: Json): Json => {
  const defaultLocale = rest.defaultLocale ?? locale ?? 'en';
  const key = typeof defaultLocale === 'string' ? defaultLocale : 'en';
  return {
    ...rest,
    schemaVersion: 1,
    defaultLocale,
    locales: rest.locales ?? [defaultLocale],
    ...(rest.steps !== undefined && {
      steps: Array.isArray(rest.steps) ? rest.steps.map((old) => step(old, key)) : rest.steps,
    }),
  };
};
