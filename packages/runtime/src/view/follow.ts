import type { Disposer } from '../ports.ts';
import type { Box } from './beside.ts';
import { shownRect } from './rect.ts';

/** Frames without a move after which following goes to sleep. */
const REST_FRAMES = 6;
/** What can move an element, as far as the page tells. All are listened to while they pass the window. */
const SIGNALS = ['scroll', 'resize', 'load', 'transitionrun', 'animationstart', 'toggle', 'input', 'fullscreenchange'];

export interface Motion {
  readonly state: 'moves' | 'rests';
  /** What can be seen of the target. */
  readonly rect: Box;
}

/**
 * Calls `onMove` in the frame in which the target or the card has moved or changed size, and once at the start; with `rests` once
 * after each movement. Awake, it reads one rectangle a frame; asleep, it costs nothing, and is woken by the window's events, by the sizes of both, and by an
 * IntersectionObserver around the target's very rectangle, which notices moves that nothing else announces.
 */
export const follow = (target: Element, card: Element, onMove: (motion: Motion) => void): Disposer => {
  const view = target.ownerDocument.defaultView ?? window;
  let frame = 0;
  let still = 0;
  let last = '';
  let guard: IntersectionObserver | undefined;

  const tick = (): void => {
    frame = 0;
    const rect = shownRect(target);
    const { x, y, width, height } = rect;
    const now = [x, y, width, height, target.isConnected, screenNow()].join();
    still = now === last ? still + 1 : 0;
    if (!still) {
      last = now;
      onMove({ state: 'moves', rect });
    }
    if (stopped) return;
    if (still < REST_FRAMES) frame = requestAnimationFrame(tick);
    else {
      onMove({ state: 'rests', rect });
      if (!stopped) watchRect();
    }
  };
  const wake = (): void => {
    if (stopped) return;
    still = 0;
    guard?.disconnect();
    frame ||= requestAnimationFrame(tick);
  };
  /** Fires when the target leaves the rectangle that it has now. A part that is clipped away is allowed for. */
  const watchRect = (threshold = 1): void => {
    const { left, top, right, bottom } = target.getBoundingClientRect();
    const { clientWidth, clientHeight } = target.ownerDocument.documentElement;
    const margins = [top, clientWidth - right, clientHeight - bottom, left];
    let first = true;
    guard?.disconnect();
    guard = new IntersectionObserver(
      ([entry]) => {
        const ratio = entry?.intersectionRatio ?? 0;
        if (!first) wake();
        else if (ratio < threshold && ratio > 0 && threshold === 1) watchRect(ratio);
        first = false;
      },
      { threshold, root: target.ownerDocument, rootMargin: margins.map((it) => `${-Math.floor(it)}px`).join(' ') },
    );
    guard.observe(target);
  };
  const sizes = new ResizeObserver(() => {
    last = '';
    wake();
  });
  let stopped = false;
  sizes.observe(target);
  sizes.observe(card);
  // The document, too: what loads inside it, such as another page in the target's frame, does not tell the window.
  const windows = new Set([window, view, document]);
  for (const type of SIGNALS)
    for (const it of windows) it.addEventListener(type, wake, { capture: true, passive: true });
  for (const type of ['scroll', 'resize']) visualViewport?.addEventListener(type, wake);
  tick();
  return () => {
    stopped = true;
    cancelAnimationFrame(frame);
    sizes.disconnect();
    guard?.disconnect();
    for (const type of SIGNALS) for (const it of windows) it.removeEventListener(type, wake, { capture: true });
    for (const type of ['scroll', 'resize']) visualViewport?.removeEventListener(type, wake);
  };
};

/** What the person sees of the page. */
const screenNow = (): string => {
  const { offsetLeft, offsetTop, width, height } = visualViewport ?? {};
  return [offsetLeft, offsetTop, width, height, innerWidth, innerHeight].join();
};

/** Calls `onChange` at the start and whenever what the person sees of the page changes: turned, zoomed in, above a keyboard. */
export const followScreen = (onChange: () => void): Disposer => {
  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true };
  window.addEventListener('resize', onChange, options);
  for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, onChange, options);
  onChange();
  return () => stop.abort();
};
