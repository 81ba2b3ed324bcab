import type { Target } from '@shirube/schema/tour';
import type { Answer } from './answer.ts';
import { lookNow } from './look.ts';
import { frameDocument, openRoots, type Scope } from './roots.ts';
import { isRendered } from './visible.ts';

/** A moving element is taken as it is after this long: some animations never end. */
const STABLE_MAX_MS = 1000;
/** While the page keeps changing, one part in this many of the time goes into looking, after a first burst that is free. */
const COST_SHARE = 200;
const BURST_MS = 8;
/** But however dear a look is, or a busy processor makes it seem, the next one is not put off for longer than this. */
const LATE_MAX_MS = 2000;
/** And meanwhile the selectors alone are tried this often: that is cheap, and what they newly match is not kept waiting. */
const GLANCE_MS = 150;
/** What can change the answer without a mutation. */
const SIGNALS = ['load', 'resize', 'transitionend', 'animationend', 'toggle'];

/**
 * Answers now (in the next microtask) and whenever the answer changes: the element appears, leaves, is hidden, is replaced.
 * An element that is still moving in is held back until its rectangle rests, at most one second. Waits by observers alone.
 * The returned function stops it; after that `onAnswer` is never called.
 */
export const watchTarget = (
  target: Target,
  root: Document | ShadowRoot,
  onAnswer: (answer: Answer) => void,
): (() => void) => {
  const page = root.ownerDocument ?? root;
  const view = (page as Document).defaultView ?? window;
  const readsText = target.text !== undefined || target.fingerprint !== undefined;
  let last: Answer | undefined;
  let pending = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let spent = 0;
  let spentAt = performance.now();
  let moving: { readonly element: Element; readonly since: number; readonly rect: string } | undefined;
  let stopped = false;
  let scopes: readonly Scope[] = [];
  let glanced: readonly (Element | undefined)[] = [];

  const observer = new MutationObserver(() => schedule());
  /** Listens to the page as it is now, to the shadow roots in it, and to the frame that the target is in. */
  const observe = (): void => {
    const frame = target.frame && lookNow(target.frame, root).element;
    const inner = frame && frameDocument(frame);
    scopes = [...openRoots(root), ...(inner ? openRoots(inner) : [])];
    for (const scope of scopes)
      observer.observe(scope, { childList: true, subtree: true, attributes: true, characterData: readsText });
  };
  const schedule = (): void => {
    if (stopped || pending || timer !== undefined) return;
    // The look that is on its way sees all that happens until then: meanwhile changes cost nothing.
    observer.disconnect();
    lookOrWait(GLANCE_MS);
  };
  const lookOrWait = (pauseMs: number): void => {
    const now = performance.now();
    spent = Math.max(0, spent - (now - spentAt) / COST_SHARE);
    spentAt = now;
    const wait = (spent - BURST_MS) * COST_SHARE;
    if (wait > 0) timer = setTimeout(glanceAgain, Math.min(wait, pauseMs));
    else pending = view.requestAnimationFrame(check);
  };
  const glanceAgain = (): void => {
    timer = undefined;
    const began = performance.now();
    const now = glance();
    if (now.some((it, index) => it !== glanced[index])) pending = view.requestAnimationFrame(check);
    else lookOrWait(Math.max(GLANCE_MS, (performance.now() - began) * COST_SHARE));
  };
  /** What there is to be seen of each selector in each scope, and of the last answer. */
  const glance = (): (Element | undefined)[] => {
    const first = (scope: Scope, selector: string): Element | undefined => {
      try {
        return [...scope.querySelectorAll(selector)].find(isRendered);
      } catch {
        return undefined;
      }
    };
    const seen = scopes.flatMap((scope) => (target.selectors ?? []).map((it) => first(scope, it)));
    return [...seen, last?.element && isRendered(last.element) ? last.element : undefined];
  };
  const check = (): void => {
    pending = 0;
    if (stopped) return;
    const began = performance.now();
    const answer = lookNow(target, root, schedule);
    observe();
    spent = Math.min(spent + performance.now() - began, BURST_MS + LATE_MAX_MS / COST_SHARE);
    if (answer.element && answer.element !== last?.element && isMoving(answer.element)) {
      observer.disconnect();
      pending = view.requestAnimationFrame(check);
      return;
    }
    moving = undefined;
    const before = last;
    last = answer;
    // To be compared with, once something has changed, if that comes too early for another look.
    if (spent > BURST_MS) glanced = glance();
    if (before?.status === answer.status && before.element === answer.element && before.reason === answer.reason)
      return;
    onAnswer(answer);
  };
  /** Under an animation, or not yet inside the view: compare it from frame to frame. */
  const isMoving = (element: Element): boolean => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const now = performance.now();
    const rect = [x, y, width, height].join();
    if (moving?.element === element) {
      const since = moving.since;
      const rests = moving.rect === rect && !isAnimated(element);
      moving = { element, since, rect };
      return !rests && now - since < STABLE_MAX_MS;
    }
    moving = { element, since: now, rect };
    const outside = x < 0 || y < 0 || x + width > view.innerWidth || y + height > view.innerHeight;
    return outside || isAnimated(element);
  };
  const isAnimated = (element: Element): boolean =>
    element.ownerDocument
      .getAnimations()
      .some(
        ({ playState, effect }) =>
          playState === 'running' &&
          effect?.getComputedTiming().activeDuration !== Number.POSITIVE_INFINITY &&
          (effect as KeyframeEffect | null)?.target?.contains(element),
      );

  // The load of an element, a frame's for one, passes the document and never reaches the window.
  for (const signal of SIGNALS)
    for (const at of [view, page]) at.addEventListener(signal, schedule, { capture: true, passive: true });
  queueMicrotask(check);
  return () => {
    stopped = true;
    observer.disconnect();
    view.cancelAnimationFrame(pending);
    clearTimeout(timer);
    for (const signal of SIGNALS)
      for (const at of [view, page]) at.removeEventListener(signal, schedule, { capture: true });
  };
};
