import type { Disposer } from '../ports.ts';

/** Calls once, when what is on the page now has been painted on a screen that somebody could look at: not prerendered, not in a hidden tab. */
export const whenSeen = (onSeen: () => void): Disposer => {
  let frame = 0;
  const wait = (): void => {
    cancelAnimationFrame(frame);
    if (document.visibilityState !== 'visible') return;
    // The first frame is the one that paints it; at the next one it has been painted.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.visibilityState !== 'visible') return;
        stop();
        onSeen();
      });
    });
  };
  const stop = (): void => {
    cancelAnimationFrame(frame);
    document.removeEventListener('visibilitychange', wait);
    document.removeEventListener('prerenderingchange', wait);
  };
  document.addEventListener('visibilitychange', wait);
  document.addEventListener('prerenderingchange', wait);
  wait();
  return stop;
};
