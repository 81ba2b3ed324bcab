import type { Step } from '@shirube/schema/tour';
import type { Box } from '../beside.ts';

/** The page with a hole around the target, as a path: what is cut out is neither painted nor hit. `padding` in px. */
export const hole = (
  target: Element,
  rect: Box,
  padding: number,
  { radiusPx = radiusOf(target) + padding }: NonNullable<Step['spotlight']>,
): string => {
  const [w, h] = [rect.width + 2 * padding, rect.height + 2 * padding];
  const r = Math.min(radiusPx, w / 2, h / 2);
  const arc = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  const start = `M${rect.x - padding + r} ${rect.y - padding}`;
  return `path(evenodd,"M0 0H99999V99999H0Z${start}h${w - 2 * r}${arc(r, r)}v${h - 2 * r}${arc(-r, r)}h${2 * r - w}${arc(-r, -r)}v${2 * r - h}${arc(r, -r)}Z")`;
};

const radiusOf = (target: Element): number => Number.parseFloat(getComputedStyle(target).borderTopLeftRadius) || 0;
