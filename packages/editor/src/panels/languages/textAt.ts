import type { Tour } from '@shirube/schema/tour';
import { standing } from './exchange/readText.ts';
import { listUnits, type Place, type TextUnit } from './exchange/units.ts';

/**
 * The text and the language to which a JSON Pointer into the tour leads; where it leads to a whole content, the first text that is missing there.
 * The panel may say after a # how often it was asked.
 */
export const textAt = (
  tour: Tour,
  pointer: string,
): { readonly unit: TextUnit | undefined; readonly locale: string } | undefined => {
  const [, steps, index, ...rest] = (pointer.split('#')[0] ?? '').split('/').map(unescaped);
  const step = steps === 'steps' ? tour.steps?.[Number(index)] : undefined;
  if (!step) return undefined;
  const units = listUnits(tour).filter(({ stepId }) => stepId === step.id);
  const [part, second, third = '', ...deeper] = rest;
  const locale = part === 'content' ? second : part === 'beacon' ? third : part === 'buttons' ? deeper[0] : undefined;
  if (locale === undefined || !tour.locales?.includes(locale)) return undefined;
  const fits = ({ place }: TextUnit): boolean => {
    if (part === 'beacon') return place.in === 'beacon';
    if (part === 'buttons') return place.in === 'button' && place.index === Number(second);
    if (third === 'title') return place.in === 'title';
    return third === 'body' ? place.in === 'body' && isAt(place, deeper) : place.in === 'title' || place.in === 'body';
  };
  const found = units.filter(fits);
  return { unit: found.find((unit) => standing(tour, unit, locale) === 'missing') ?? found[0], locale };
};

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
/** Pointers into a body go `content/0/content/1/…`. */
const isAt = (place: Extract<Place, { readonly in: 'body' }>, pointer: readonly string[]): boolean => {
  const wanted = pointer.filter((part) => /^\d+$/.test(part)).map(Number);
  return place.path.slice(0, wanted.length).join() === wanted.slice(0, place.path.length).join();
};
