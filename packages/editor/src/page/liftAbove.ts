/**
 * Keeps what stands at the bottom of the screen above the editor's bar: end users have no such bar there. `floor` answers where the bar
 * begins, px. Returns a disposer.
 */
export const liftAbove = (card: HTMLElement, floor: () => number): (() => void) => {
  const page = card.ownerDocument.defaultView ?? window;
  let lifted = 0;
  let frame = 0;
  const tick = (): void => {
    const { bottom } = card.getBoundingClientRect();
    const by = Math.max(0, Math.round(bottom + lifted - floor() + GAP_PX));
    if (by !== lifted) {
      lifted = by;
      card.style.setProperty('translate', by === 0 ? '' : `0 ${-by}px`);
    }
    frame = page.requestAnimationFrame(tick);
  };
  tick();
  return () => page.cancelAnimationFrame(frame);
};

const GAP_PX = 12;
