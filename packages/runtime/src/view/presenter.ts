import type { Step } from '@shirube/schema/tour';
import { defineElements } from '../elements/define.ts';
import { holdOf, isDocked } from '../elements/hold.ts';
import type { StepElement } from '../elements/StepElement.ts';
import type { Diagnose, Disposer, Presenter, ShownStep } from '../ports.ts';
import type { Box } from './beside.ts';
import { deepActive, holds } from './dom.ts';
import { leadFocus, rememberEntrance } from './focus.ts';
import { followScreen } from './follow.ts';
import { listenToKeys } from './keys.ts';
import { enterTopLayer } from './layer.ts';
import { loadMore, type More, needsMore, stepNeedsMore } from './needsMore.ts';
import { loadSurfaces, needsSurfaces } from './needsSurfaces.ts';
import { centre, place } from './place.ts';
import { listenToPresses } from './presses.ts';
import { shownRect } from './rect.ts';
import { type Dock, type Focus, type Scene, type Send, type Shown, undrawn } from './scene.ts';
import { scrollIntoViewIfNeeded } from './scroll.ts';
import { whenSeen } from './seen.ts';
import { type Stay, stayWith } from './stayWith.ts';

export interface PresenterOptions {
  /** Hears of a step that could not be drawn. */
  readonly diagnose?: Diagnose | undefined;
  /** The steps that may be shown: what they need is fetched while their targets are looked for. */
  readonly steps?: readonly Step[] | undefined;
}

/** Shows steps, one at a time. Nothing of it is on the page before the first `show`, and nothing after `dispose`. */
export const createPresenter = ({ diagnose, steps = [] }: PresenterOptions = {}): Presenter => {
  // A failure is told by the step that needs it.
  if (steps.some(stepNeedsMore)) loadMore().catch(() => {});
  if (steps.some((step) => needsSurfaces({ step }))) loadSurfaces().catch(() => {});
  let close: Disposer = () => {};
  /** Whose focus it was before a run's first step took it, and whether the last closed step had it. */
  let focus: Focus = { runId: '', returnTo: null, had: false };

  return {
    show: (view, send) => {
      close();
      if (focus.runId !== view.runId) focus = { runId: view.runId, returnTo: null, had: false };
      const scene = { view, send, focus, diagnose };
      const shown = needsSurfaces(view) ? presentLater(scene) : countable(present(scene));
      close = shown.close;
      return shown;
    },
    dispose: () => close(),
  };
};

const present = ({ view, send, focus, diagnose }: Scene, dock?: Dock): Shown => {
  defineElements();
  const element = document.createElement(
    isDocked(view) || view.step.kind === 'modal' ? `shirube-${view.step.kind}` : 'shirube-tooltip',
  ) as StepElement;
  const hold = holdOf(view);
  const stops: Disposer[] = [];
  let stay: Stay | undefined;
  let open = true;

  const tell: Send = (input) => {
    if (open) send(input);
  };
  const close = (): void => {
    if (!open) return;
    open = false;
    focus.had = holds(element, deepActive());
    stay?.stop();
    for (const stop of stops.reverse()) stop();
    element.remove();
    const active = deepActive();
    if (focus.had && focus.returnTo?.isConnected && active !== focus.returnTo)
      focus.returnTo.focus({ preventScroll: true });
  };
  const start = (more: More | undefined): void => {
    element.more = more?.moreDrawing;
    element.view = view;
    const { card } = element;
    // Something else has the element's name.
    if (!card) throw new Error('no card');
    const before = deepActive();
    const resumes = focus.had && (before === null || before === focus.returnTo);
    if (!resumes && before) focus.returnTo = before;
    // Before anything of ours lies over the page, and could be taken for what covers the target.
    if (view.target) scrollIntoViewIfNeeded(view.target);
    // Before it is seen for the first time: whatever asks what lies where would count its way to the middle as a shift.
    card.classList.toggle('centred', !view.target && !dock);
    stops.push(enterTopLayer(element, () => fail('the page keeps taking it out')));
    const pointed = (): Element | null => stay?.target() ?? view.target;
    const advance = more?.watchAdvance(view, pointed, (via) => tell({ type: 'advance', via }));
    if (advance) stops.push(advance.dispose);
    stops.push(more && hold !== 'none' ? more.holdFocus(element, pointed, hold) : leadFocus(element, pointed));
    if (hold === 'none') stops.push(rememberEntrance(element, focus));
    const yields = (): boolean => !!more?.openedFrom(pointed() ?? element).length;
    stops.push(listenToKeys(element, view, hold, tell, yields));
    stops.push(listenToPresses(element));
    if (more) stops.push(more.watchPolicy(element));
    if (resumes && hold === 'none') card.focus({ preventScroll: true });
    const onShown = (): void => {
      stops.push(
        whenSeen(() => {
          tell({ type: 'viewed' });
          // What has the focus is read out because of that.
          if (open && hold === 'none' && !holds(element, deepActive())) element.announce();
        }),
      );
    };
    if (dock) {
      stops.push(dock(element, view, onShown));
      return;
    }
    if (view.target) {
      stay = stayWith(view, view.target, card, {
        moved: (target, motion) => place(element, target, view, more, motion),
        lost: () => {
          if (!advance?.targetLeft()) tell({ type: 'lost' });
          // A step without its target must not go on holding the page.
          close();
        },
        failed: fail,
      });
      if (!open) {
        stay.stop();
        return;
      }
      const moved = (): void => {
        const target = stay?.target();
        if (target) place(element, target, view, more, { state: 'moves', rect: shownRect(target) });
      };
      if (more) stops.push(more.watchOpened(pointed, moved));
    } else {
      let within: ((room: Box) => Box) | undefined;
      const put = (): void => centre(element, within);
      stops.push(followScreen(put));
      // A card that holds nothing must not cover the app's own bars. What fails here leaves it in the middle of all.
      const clear = async (): Promise<void> => {
        const { clearOfBars } = await loadSurfaces();
        within = (room) => clearOfBars(room, element);
        if (open) put();
      };
      if (hold === 'none') clear().catch(() => {});
    }
    onShown();
  };
  /** A step that is not there must hold neither the page nor the run. */
  const fail = (error: unknown): void => {
    diagnose?.(...undrawn(view, error));
    tell({ type: 'failed' });
    close();
  };

  element.act = tell;
  document.documentElement.append(element);
  // Never at once: whoever asked has the way to close it in hand before anything can happen to it.
  const draw = async (): Promise<void> => {
    const more = needsMore(view) ? await loadMore() : undefined;
    if (open) start(more);
  };
  draw().catch(fail);
  return { element, close };
};

const countable = ({ element, close }: Shown): ShownStep => ({
  count: (progress) => element.count(progress),
  element: () => element,
  close,
});

/** A kind that a plain tooltip knows nothing of: drawn when its part is there. */
const presentLater = (scene: Scene): ShownStep => {
  let open = true;
  let shown: Shown | undefined;
  const draw = async (): Promise<void> => {
    const { presentSurface } = await loadSurfaces();
    if (open) shown = presentSurface(scene, present);
  };
  draw().catch((error) => {
    scene.diagnose?.(...undrawn(scene.view, error));
    if (open) scene.send({ type: 'failed' });
  });
  return {
    count: (progress) => shown?.element.count(progress),
    element: () => shown?.element,
    close: () => {
      open = false;
      shown?.close();
    },
  };
};
