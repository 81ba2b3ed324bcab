import type { Block, Inline, ListItem, RichText } from '@shirube/schema/richText';
import type { Step, Tour } from '@shirube/schema/tour';

export type TextRole = 'title' | 'paragraph' | 'heading' | 'item' | 'alt' | 'video' | 'button' | 'beacon';

/** One text of a tour that has to be said in every language. */
export interface TextUnit {
  /** `send.body.0`: begins with the id of the step, so it stays when steps move. Fit for XML's NMTOKEN. */
  readonly id: string;
  readonly stepId: string;
  /** From 1, for people. */
  readonly stepNumber: number;
  readonly role: TextRole;
  /** Written in markup; the others are plain. */
  readonly rich: boolean;
  readonly place: Place;
}
export type Place =
  | { readonly in: 'title' }
  | { readonly in: 'beacon' }
  | { readonly in: 'button'; readonly index: number }
  /** `path`: the way into the body, by index at each level. */
  | { readonly in: 'body'; readonly path: readonly number[]; readonly leaf: 'inlines' | 'alt' | 'title' };

/** A block or an item of a list, with whatever it holds. */
export type BodyNode = Block | ListItem;
export type Leaf = Extract<Place, { readonly in: 'body' }>;

export const childrenOf = (node: BodyNode): readonly BodyNode[] | undefined =>
  node.type === 'bulletList' || node.type === 'orderedList' || node.type === 'listItem'
    ? (node.content ?? [])
    : undefined;
export const inlinesOf = (node: BodyNode): readonly Inline[] =>
  node.type === 'paragraph' || node.type === 'heading' ? (node.content ?? []) : [];

/** The texts of a body in reading order, also those that are empty. */
export const leavesOf = (
  body: RichText | undefined,
): readonly (Leaf & { readonly role: TextRole; readonly node: BodyNode })[] => {
  const walk = (nodes: readonly BodyNode[], above: readonly number[], inItem: boolean): ReturnType<typeof leavesOf> =>
    nodes.flatMap((node, i) => {
      const path = [...above, i];
      const children = childrenOf(node);
      if (children) return walk(children, path, inItem || node.type === 'listItem');
      if (node.type === 'image')
        return [{ in: 'body' as const, path, leaf: 'alt' as const, role: 'alt' as const, node }];
      if (node.type === 'video')
        return [{ in: 'body' as const, path, leaf: 'title' as const, role: 'video' as const, node }];
      const role = node.type === 'heading' ? 'heading' : inItem ? 'item' : 'paragraph';
      return [{ in: 'body' as const, path, leaf: 'inlines' as const, role, node }];
    });
  return walk(body?.content ?? [], [], false);
};

export const isBlankLeaf = ({ node }: { readonly node: BodyNode }): boolean => {
  if (node.type === 'image') return !node.attrs?.alt?.trim();
  if (node.type === 'video') return !node.attrs?.title?.trim();
  return !inlinesOf(node).some(
    (inline) => inline.type === 'variable' || (inline.type === 'text' && inline.text?.trim()),
  );
};

const unitsOf = (step: Step, stepNumber: number, locale: string): readonly TextUnit[] => {
  const unit = (name: string, role: TextRole, place: Place): TextUnit => ({
    id: `${step.id}.${name}`,
    stepId: step.id,
    stepNumber,
    role,
    rich: place.in === 'body' && place.leaf === 'inlines',
    place,
  });
  const content = step.content?.[locale];
  const leaves = leavesOf(content?.body).filter((leaf) => !isBlankLeaf(leaf));
  return [
    ...(content?.title ? [unit('title', 'title', { in: 'title' })] : []),
    ...leaves.map(({ path, leaf, role }) =>
      unit(`body.${path.join('.')}${leaf === 'inlines' ? '' : `.${leaf}`}`, role, { in: 'body', path, leaf }),
    ),
    ...(step.buttons ?? []).flatMap(({ id, label }, index) =>
      label?.[locale] ? [unit(`button.${id}`, 'button', { in: 'button', index })] : [],
    ),
    ...(step.beacon?.label?.[locale] ? [unit('beacon', 'beacon', { in: 'beacon' })] : []),
  ];
};

/** Every text that the tour has in its default language. */
export const listUnits = (tour: Tour): readonly TextUnit[] =>
  (tour.steps ?? []).flatMap((step, i) => unitsOf(step, i + 1, tour.defaultLocale));
