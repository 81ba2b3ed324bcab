import { parentOf } from './dom.ts';
import { rectOf, shownRect } from './rect.ts';

/**
 * Brings the target into view if it is not: cut off by the screen or a scroll container, or under something that stays in
 * place, such as a sticky header. The browser does the scrolling, so `scroll-margin` and `scroll-padding` hold.
 */
export const scrollIntoViewIfNeeded = (target: Element): void => {
  const rect = rectOf(target);
  const shown = shownRect(target);
  const tall = rect.height > innerHeight;
  const inView = tall
    ? Math.min(shown.bottom, innerHeight) - Math.max(shown.top, 0) > innerHeight / 2
    : rect.top >= 0 &&
      rect.left >= 0 &&
      rect.bottom <= innerHeight &&
      rect.right <= innerWidth &&
      rect.height - shown.height < 1 &&
      rect.width - shown.width < 1;
  if (inView && (tall || !isUnderSticky(target))) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ block: tall ? 'start' : 'center', inline: 'nearest', behavior: calm ? 'instant' : 'smooth' });
};

const isUnderSticky = (target: Element): boolean => {
  const { left, top, bottom, width } = target.getBoundingClientRect();
  return [top + 1, bottom - 1].some((y) => {
    const above = (target.getRootNode() as Document | ShadowRoot).elementFromPoint(left + width / 2, y);
    if (!above || above.contains(target) || target.contains(above)) return false;
    for (let box: Element | null = above; box && !box.contains(target); box = parentOf(box)) {
      if (/sticky|fixed/.test(getComputedStyle(box).position)) return true;
    }
    return false;
  });
};
