import type { RichText } from '@shirube/schema/richText';
import type { Localized, Tour } from '@shirube/schema/tour';
import { toMarkup } from './markup.ts';
import { type BodyNode, childrenOf, inlinesOf, isBlankLeaf, leavesOf, type TextUnit } from './units.ts';

/**
 * How a text stands in a language. `own`: the whole body is written there, in paragraphs of its own that have no counterpart one by one.
 */
export type Standing = 'done' | 'missing' | 'own';

/** The way in which a body is divided, without what it says. */
const shapeOf = (nodes: readonly BodyNode[]): string =>
  nodes.map((node) => `${node.type}(${shapeOf(childrenOf(node) ?? [])})`).join();
export const isParallel = (a: RichText | undefined, b: RichText | undefined): boolean =>
  shapeOf(a?.content ?? []) === shapeOf(b?.content ?? []);

export const stepOf = (tour: Tour, stepId: string) => tour.steps?.find(({ id }) => id === stepId);

const bodyOf = (tour: Tour, { stepId }: TextUnit, locale: string): RichText | undefined =>
  stepOf(tour, stepId)?.content?.[locale]?.body;

/** Whether a body says anything at all. */
export const isBlankBody = (body: RichText | undefined): boolean => leavesOf(body).every(isBlankLeaf);

export const standing = (tour: Tour, unit: TextUnit, locale: string): Standing => {
  if (unit.place.in === 'body') {
    const [source, body] = [bodyOf(tour, unit, tour.defaultLocale), bodyOf(tour, unit, locale)];
    if (!isBlankBody(body) && !isParallel(source, body)) return 'own';
  }
  return readText(tour, unit, locale).trim() === '' ? 'missing' : 'done';
};

const nodeAt = (body: RichText | undefined, path: readonly number[]): BodyNode | undefined => {
  let nodes: readonly BodyNode[] | undefined = body?.content;
  let node: BodyNode | undefined;
  for (const index of path) {
    node = nodes?.[index];
    nodes = node && childrenOf(node);
  }
  return node;
};

/** What a text says in a language: markup where it is rich. Empty when it is missing, or when the body is written in its own way. */
export const readText = (tour: Tour, unit: TextUnit, locale: string): string => {
  const step = stepOf(tour, unit.stepId);
  const { place } = unit;
  const from = (label: Localized | undefined): string => plain(label?.[locale]);
  if (place.in === 'title') return plain(step?.content?.[locale]?.title);
  if (place.in === 'beacon') return from(step?.beacon?.label);
  if (place.in === 'button') return from(step?.buttons?.[place.index]?.label);
  const body = bodyOf(tour, unit, locale);
  if (!isParallel(bodyOf(tour, unit, tour.defaultLocale), body)) return '';
  const node = nodeAt(body, place.path);
  if (node?.type === 'image') return plain(node.attrs?.alt);
  if (node?.type === 'video') return plain(node.attrs?.title);
  return node ? toMarkup(inlinesOf(node)) : '';
};

/** Line ends as cells and text fields have them. */
const plain = (text: string | undefined): string => (text ?? '').replace(/\r\n?/g, '\n');

export interface Coverage {
  readonly done: number;
  readonly total: number;
}
/** A body written in its own way counts as done. */
export const coverageOf = (tour: Tour, units: readonly TextUnit[], locale: string): Coverage => ({
  done: units.filter((unit) => standing(tour, unit, locale) !== 'missing').length,
  total: units.length,
});
