import { frameAround, rectOf } from './rect.ts';

/**
 * Brings the target into view if it is not: cut off by the screen or a scroll container, or under something that stays in
 * place, such as a sticky header. The browser does the scrolling, so `scroll-margin` and `scroll-padding` hold.
 */
export const scrollIntoViewIfNeeded = (target: Element): void => {
  const rect = rectOf(target);
  const tall = rect.height > innerHeight;
  const seen = tall
    ? Math.min(rect.bottom, innerHeight) - Math.max(rect.top, 0) > innerHeight / 2
    : isInside(target, rect);
  if (seen && (tall || !isUnderSticky(target))) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ block: tall ? 'start' : 'center', inline: 'nearest', behavior: calm ? 'instant' : 'smooth' });
};

const isInside = (target: Element, rect: DOMRect): boolean => {
  if (rect.top < 0 || rect.left < 0 || rect.bottom > innerHeight || rect.right > innerWidth) return false;
  for (let box = parentOf(target); box && box !== document.documentElement; box = parentOf(box)) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (overflowX === 'visible' && overflowY === 'visible' && box.localName !== 'iframe') continue;
    const clip = rectOf(box);
    if (
      rect.top < clip.top - 1 ||
      rect.bottom > clip.bottom + 1 ||
      rect.left < clip.left - 1 ||
      rect.right > clip.right + 1
    )
      return false;
  }
  return true;
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

/** Through slots' hosts and frames: a shadow root's content lies inside its host. */
const parentOf = (element: Element): Element | null =>
  element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? frameAround(element.ownerDocument);
