import type { RichText } from '@shirube/schema/richText';
import type { Localized, Step, StepContent, Tour } from '@shirube/schema/tour';
import { fromMarkup } from './markup.ts';
import { isBlankBody, readText, standing, stepOf } from './readText.ts';
import { type BodyNode, childrenOf, type Leaf, leavesOf, type TextUnit } from './units.ts';

/**
 * The tour with one text said otherwise. The same object when it says so already, and when the body is written in its own way in that
 * language (`standing`): there a single paragraph has no place. An empty text is taken out; everything else keeps its identity.
 */
export const writeText = (tour: Tour, unit: TextUnit, locale: string, text: string): Tour => {
  const before = readText(tour, unit, locale);
  if (before === text || standing(tour, unit, locale) === 'own') return tour;
  const next = withStep(tour, unit.stepId, (step) => writeStep(step, unit, locale, text, tour.defaultLocale));
  // Two markups may mean the same.
  return readText(next, unit, locale) === before ? tour : next;
};

export const withStep = (tour: Tour, stepId: string, change: (step: Step) => Step): Tour => ({
  ...tour,
  steps: tour.steps.map((step) => (step.id === stepId ? change(step) : step)),
});

const writeStep = (step: Step, { place }: TextUnit, locale: string, text: string, source: string): Step => {
  const content = step.content?.[locale] ?? {};
  switch (place.in) {
    case 'title':
      return withContent(step, locale, put(content, 'title', text || undefined));
    case 'beacon':
      return { ...step, beacon: { ...step.beacon, label: inLocale(step.beacon?.label, locale, text) } };
    case 'button':
      return {
        ...step,
        buttons: step.buttons?.map((button, i) =>
          i === place.index ? { ...button, label: inLocale(button.label, locale, text) } : button,
        ),
      };
    case 'body': {
      const model = step.content?.[source]?.body;
      const body = content.body?.content?.length ? content.body : emptied(model);
      const written = { ...body, content: setLeaf(body.content ?? [], place.path, place, text) as RichText['content'] };
      return withContent(step, locale, put(content, 'body', isBlankBody(written) ? undefined : written));
    }
  }
};

const inLocale = (label: Localized | undefined, locale: string, text: string): Localized => {
  const { [locale]: _, ...others } = label ?? {};
  return text === '' ? others : { ...label, [locale]: text };
};

/** A text that goes takes its key along; one that was there keeps its place. */
const put = <K extends keyof StepContent>(content: StepContent, key: K, value: StepContent[K]): StepContent => {
  if (value !== undefined) return { ...content, [key]: value };
  const { [key]: _, ...rest } = content;
  return rest;
};

/** A step that says nothing in a language has no entry for it. */
export const withContent = (step: Step, locale: string, content: StepContent): Step => {
  const { [locale]: _, ...others } = step.content ?? {};
  return { ...step, content: Object.keys(content).length === 0 ? others : { ...step.content, [locale]: content } };
};

/** The same paragraphs, lists and pictures, with nothing said in them yet. */
const emptied = (body: RichText | undefined): RichText => ({
  type: 'doc',
  content: (body?.content ?? []).map(emptyNode) as NonNullable<RichText['content']>,
});
const emptyNode = (node: BodyNode): BodyNode => {
  const children = childrenOf(node);
  if (children) return { ...node, content: children.map(emptyNode) } as BodyNode;
  if (node.type === 'image') return { ...node, attrs: { ...node.attrs, alt: '' } };
  if (node.type === 'video') return { ...node, attrs: { ...node.attrs, title: '' } };
  const { content: _, ...rest } = node as Extract<BodyNode, { readonly type: 'paragraph' | 'heading' }>;
  return rest;
};

const setLeaf = (nodes: readonly BodyNode[], [index, ...deeper]: readonly number[], leaf: Leaf, text: string) =>
  nodes.map((node, i): BodyNode => {
    if (i !== index) return node;
    const children = childrenOf(node);
    if (children) return { ...node, content: setLeaf(children, deeper, leaf, text) } as BodyNode;
    if (node.type === 'image') return { ...node, attrs: { ...node.attrs, alt: text } };
    if (node.type === 'video') return { ...node, attrs: { ...node.attrs, title: text } };
    const { content } = fromMarkup(text);
    const { content: _, ...rest } = node as Extract<BodyNode, { readonly type: 'paragraph' | 'heading' }>;
    return content.length === 0 ? rest : { ...rest, content };
  });

/**
 * Gives a body that is written in its own way the paragraphs of the default language: texts move over in their order, and what is more
 * than those becomes paragraphs, pictures and videos at the end. Nothing that is said is lost.
 */
export const takeStructure = (tour: Tour, stepId: string, locale: string): Tour => {
  const step = stepOf(tour, stepId);
  const [model, body] = [step?.content?.[tour.defaultLocale]?.body, step?.content?.[locale]?.body];
  if (!step || !model || !body) return tour;
  const left = [...leavesOf(body)];
  const take = (kind: Leaf['leaf']) => {
    const at = left.findIndex(({ leaf }) => leaf === kind);
    return at === -1 ? undefined : left.splice(at, 1)[0]?.node;
  };
  const fill = (node: BodyNode): BodyNode => {
    const children = childrenOf(node);
    if (children) return { ...node, content: children.map(fill) } as BodyNode;
    if (node.type === 'image') return take('alt') ?? (emptyNode(node) as BodyNode);
    if (node.type === 'video') return take('title') ?? (emptyNode(node) as BodyNode);
    const from = take('inlines');
    const empty = emptyNode(node);
    return from && 'content' in from && from.content ? ({ ...empty, content: from.content } as BodyNode) : empty;
  };
  const filled = (model.content ?? []).map(fill);
  const rest = left.map(
    ({ node }): BodyNode => (node.type === 'heading' ? { type: 'paragraph', content: node.content } : node),
  );
  const content = { ...step.content?.[locale], body: { ...body, content: [...filled, ...rest] } as RichText };
  return withStep(tour, stepId, (it) => withContent(it, locale, content));
};
