import type { Disposer, StepView } from '../../ports.ts';
import { deepActive, holds, listen, listenWithin, tabbables, windowsOf } from '../dom.ts';
import { isTab, rememberEntrance, stopsIn } from '../focus.ts';
import { enterTopLayer } from '../layer.ts';
import { loadMore, type More, needsMore } from '../needsMore.ts';
import { listenToPresses } from '../presses.ts';
import { type Focus, type Present, type Scene, type Send, type Shown, undrawn } from '../scene.ts';
import { whenSeen } from '../seen.ts';
import { type Stay, stayWith } from '../stayWith.ts';
import { placeBeacon } from './beaconPlace.ts';
import { leadByF6 } from './f6.ts';

const EDITABLE = 'input,select,textarea,[contenteditable]';

/**
 * A beacon on the target, which opens a tip: a tooltip on the same target. The beacon holds nothing, and asks for nothing but to be seen.
 * Where there is no target, the tip alone is shown.
 */
export const presentHotspot = (scene: Scene, present: Present): Shown => {
  const { view, send, focus, diagnose } = scene;
  if (!view.target) return present({ ...scene, view: tipOf(view, null) });
  const element = document.createElement('shirube-hotspot');
  const first = view.target;
  const stops: Disposer[] = [];
  let stay: Stay | undefined;
  let tip: Shown | undefined;
  let unlistenTip: Disposer = () => {};
  let open = true;

  const tell: Send = (input) => {
    if (open) send(input);
  };
  const pointed = (): Element => stay?.target() ?? first;
  const hasFocus = (): boolean => {
    const active = deepActive();
    return holds(element, active) || (tip !== undefined && holds(tip.element, active));
  };
  const openTip = (): void => {
    element.quiet();
    element.expanded = true;
    const own: Focus = { runId: view.runId, returnTo: null, had: false };
    tip = present({ view: tipOf(element.view ?? view, pointed()), send: onTip, focus: own, diagnose });
    // What happens inside the tip does not reach the window's other listeners.
    unlistenTip = listenWithin(tip.element, 'keydown', onEscape);
    tell({ type: 'opened' });
  };
  const closeTip = (): void => {
    const closing = tip;
    if (!closing) return;
    const inside = holds(closing.element, deepActive());
    tip = undefined;
    element.expanded = false;
    unlistenTip();
    closing.close();
    if (inside) element.beacon?.focus({ preventScroll: true });
  };
  /** The beacon is the step: what only concerns the tip ends here. */
  const onTip: Send = (input) => {
    if (input.type === 'viewed' || input.type === 'advance') return;
    if (input.type === 'lost' || (input.type === 'dismiss' && input.via === 'escape')) closeTip();
    else tell(input);
  };
  /** As if the beacon and then the tip stood behind the target. It comes before the tip's own listener, which leads on from the tip's end. */
  const onTab = (event: KeyboardEvent): void => {
    const { beacon } = element;
    if (!isTab(event) || !beacon) return;
    const active = deepActive();
    const last = tabbables(pointed()).at(-1);
    const door = last?.matches(EDITABLE) ? undefined : last;
    const card = tip?.element.card;
    const inside = card ? stopsIn(card) : [];
    const go = (to: HTMLElement | undefined): void => {
      if (!to) return;
      event.preventDefault();
      to.focus();
    };
    if (!active) return;
    if (event.shiftKey) {
      if (active === beacon) go(door);
      else if (active === card || active === inside[0]) go(beacon);
    } else if (active === door && beacon.checkVisibility({ visibilityProperty: true })) go(beacon);
    else if (active === beacon && inside.length) go(inside[0]);
    // Not prevented: the browser goes on from there.
    else if (active === beacon) door?.focus({ preventScroll: true });
  };
  const onEscape = (event: KeyboardEvent): void => {
    if (!tip || event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    closeTip();
  };
  const onPress = (event: Event): void => {
    const path = event.composedPath();
    if (tip && !path.includes(element) && !path.includes(tip.element)) closeTip();
  };
  const close = (): void => {
    if (!open) return;
    open = false;
    const had = hasFocus();
    unlistenTip();
    tip?.close();
    focus.had = had;
    stay?.stop();
    for (const stop of stops.reverse()) stop();
    element.remove();
    if (had && focus.returnTo?.isConnected) focus.returnTo.focus({ preventScroll: true });
  };
  const start = (more: More | undefined): void => {
    element.onPress = () => (tip ? closeTip() : openTip());
    element.view = view;
    const { card } = element;
    if (!card) throw new Error('no card');
    const before = deepActive();
    const resumes = focus.had && (before === null || before === focus.returnTo);
    if (!resumes && before) focus.returnTo = before;
    stops.push(enterTopLayer(element, () => fail('the page keeps taking it out')));
    stops.push(
      listenToPresses(element),
      rememberEntrance(element, focus),
      leadByF6(element, () => element.beacon),
    );
    const advance = more?.watchAdvance(view, pointed, (via) => tell({ type: 'advance', via }));
    if (advance) stops.push(advance.dispose);
    const windows = windowsOf(first);
    stops.push(listen(windows, ['keydown'], onTab, { capture: true }));
    stops.push(listen(windows, ['keydown'], onEscape, {}), listen(windows, ['pointerdown'], onPress));
    stops.push(listenWithin(element, 'keydown', onEscape));
    const seen = watchSeen(() => {
      tell({ type: 'viewed' });
      if (open && !holds(element, deepActive())) element.announce();
    });
    stops.push(seen.stop);
    const look = (target: Element): void => {
      const visible = placeBeacon(element, target, view);
      if (!visible) closeTip();
      seen.look(visible);
    };
    stay = stayWith(view, first, card, {
      moved: look,
      lost: () => {
        if (!advance?.targetLeft()) tell({ type: 'lost' });
        close();
      },
      failed: fail,
    });
    if (!open) {
      stay.stop();
      return;
    }
    stops.push(watchCover(() => look(pointed())));
    if (resumes) element.beacon?.focus({ preventScroll: true });
  };
  const fail = (error: unknown): void => {
    diagnose?.(...undrawn(view, error));
    tell({ type: 'failed' });
    close();
  };

  document.documentElement.append(element);
  const draw = async (): Promise<void> => {
    const more = needsMore(view) ? await loadMore() : undefined;
    if (open) start(more);
  };
  draw().catch(fail);
  return { element, close };
};

/** The tip has the step's text and buttons, and nothing of its own to look for. Left to itself, it keeps clear of the beacon. */
const tipOf = (view: StepView, target: Element | null): StepView => ({
  ...view,
  target,
  placement: view.placement === 'auto' && view.step.beacon?.position?.startsWith('bottom') ? 'top' : view.placement,
  step: { ...view.step, kind: 'tooltip', target: undefined, spotlight: undefined },
});

/** Calls once, when the beacon has been on the screen. */
const watchSeen = (onSeen: Disposer): { readonly look: (visible: boolean) => void; readonly stop: Disposer } => {
  let waiting: Disposer | undefined;
  let done = false;
  const stop = (): void => {
    waiting?.();
    waiting = undefined;
  };
  return {
    look: (visible) => {
      if (!visible) stop();
      else if (!done)
        waiting ??= whenSeen(() => {
          done = true;
          onSeen();
        });
    },
    stop,
  };
};

/** Calls in the frame after the page changed in a way in which something may cover, or uncover, a part of it. */
const watchCover = (onChange: Disposer): Disposer => {
  let frame = 0;
  const later = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      onChange();
    });
  };
  const changes = new MutationObserver((records) => {
    if (records.some(({ target }) => !target.nodeName.startsWith('SHIRUBE-'))) later();
  });
  changes.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'open', 'hidden', 'aria-hidden'],
  });
  const stop = listen([window], ['toggle', 'transitionend', 'animationend'] as const, later);
  return () => {
    cancelAnimationFrame(frame);
    changes.disconnect();
    stop();
  };
};
