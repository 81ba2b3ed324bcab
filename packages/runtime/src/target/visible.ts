/** Is it displayed at all, as far as styles tell? Reads styles, never the layout. Without a size it may still be out of sight. */
export const isRendered = (element: Element): boolean =>
  element.isConnected && element.checkVisibility?.({ visibilityProperty: true }) !== false;

/**
 * Can a person see it, once scrolled to? Not displayed, `visibility: hidden`, without a size, or shrunk to the one pixel
 * that is meant for screen readers all count as hidden. Opacity does not: fading elements and styled file inputs are real.
 */
export const isVisible = (element: Element): boolean => {
  if (!isRendered(element)) return false;
  const { width, height } = element.getBoundingClientRect();
  // A line of a drawing has no height, and can be seen.
  return 'ownerSVGElement' in element ? width > 1 || height > 1 : width > 1 && height > 1;
};
