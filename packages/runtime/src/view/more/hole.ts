import type { Step } from '@shirube/schema/tour';
import type { Box } from '../beside.ts';

/**
 * The page with a hole around the target, as a path: what is cut out is neither painted nor hit; and where its rim is, so that the hole is
 * seen on a dark page too. `padding` in px.
 */
export const hole = (
  target: Element,
  rect: Box,
  padding: number,
  { radiusPx = radiusOf(target) + padding }: NonNullable<Step['spotlight']>,
): Readonly<Record<string, string>> => {
  const [w, h] = [rect.width + 2 * padding, rect.height + 2 * padding];
  const r = Math.min(radiusPx, w / 2, h / 2);
  const arc = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  const [x, y] = [rect.x - padding, rect.y - padding];
  const path = `path(evenodd,"M0 0H99999V99999H0ZM${x + r} ${y}h${w - 2 * r}${arc(r, r)}v${h - 2 * r}${arc(-r, r)}h${2 * r - w}${arc(-r, -r)}v${2 * r - h}${arc(r, -r)}Z")`;
  return {
    'clip-path': path,
    '--_at': `${x}px,${y}px`,
    '--_wide': `${w}px`,
    '--_high': `${h}px`,
    '--_round': `${r}px`,
  };
};

const radiusOf = (target: Element): number => Number.parseFloat(getComputedStyle(target).borderTopLeftRadius) || 0;
