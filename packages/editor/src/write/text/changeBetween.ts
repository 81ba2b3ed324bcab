import type { Node } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';

/** The one replacement that makes `now` of `before`, as small as it can be; undefined when they say the same. */
export const changeBetween = (before: Node, now: Node): ReplaceStep | undefined => {
  const start = before.content.findDiffStart(now.content);
  const end = before.content.findDiffEnd(now.content);
  if (start === null || end === null) return undefined;
  // What is repeated at the seam ("aa" of "a") counts once.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const step = new ReplaceStep(start, end.a + overlap, now.slice(start, end.b + overlap));
  const { doc } = step.apply(before);
  return doc?.eq(now) ? step : new ReplaceStep(0, before.content.size, now.slice(0));
};
