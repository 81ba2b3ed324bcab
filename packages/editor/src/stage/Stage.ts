import type { StepElement } from '@shirube/runtime/elements';
import { createPresenter, type ShownStep, type StepView, stepView } from '@shirube/runtime/presenter';
import { type Resolution, watchTarget } from '@shirube/runtime/target';
import { matchesPage } from '@shirube/schema/rules';
import type { Theme } from '@shirube/schema/theme';
import type { Step, StepContent, Tour } from '@shirube/schema/tour';

/** What is to be seen on the page now. */
export interface Scene {
  readonly tour: Tour;
  readonly step: Step;
  readonly locale: string;
  readonly themes: readonly Theme[];
}
/** Where the shown step is: on this page, waiting for its target, or on another page. */
export type StageState =
  | { readonly name: 'empty' }
  | { readonly name: 'elsewhere' }
  | { readonly name: 'shown'; readonly look: Resolution | undefined };

/** Whatever writes in the drawn step. */
export interface Writer {
  update(content: StepContent): void;
  /** Calls back at once, or when the input method has finished what it composes. */
  whenComposed(then: () => void): void;
  focus(where: 'title' | 'body'): void;
  dispose(): void;
}
export interface StageParts {
  readonly page: Window;
  /** Called when a step has been drawn: what it answers lives as long as the drawing. */
  readonly write: (element: StepElement, scene: Scene) => Promise<Writer>;
  readonly onState: (state: StageState) => void;
  /** The means to write could not be fetched: the step is seen, and cannot be written in. */
  readonly onFailed: () => void;
  /** Something of the stage has come above everything else. */
  readonly onDrawn: () => void;
  readonly onButton: (input: 'next' | 'back') => void;
}
export interface Stage {
  show(scene: Scene | undefined): void;
  /** Puts the cursor into the title of this step, at once or when it has been drawn. */
  focusOn(stepId: string): void;
  readonly element: StepElement | undefined;
  readonly target: Element | undefined;
  dispose(): void;
}

const SHOWN_MS = 8000;
/** Who has not typed for so long, or has had the cursor for so long without typing, has paused. */
const TYPING_MS = 1500;

/**
 * Shows the selected step on the page with the runtime's own presenter: what the author sees is what the end user will see. It holds
 * nothing of the page. A change of the text alone is written into the drawing; anything else draws it anew.
 */
export const createStage = ({ page, write, onState, onFailed, onDrawn, onButton }: StageParts): Stage => {
  const presenter = createPresenter();
  /** A hotspot is written in its tip, which stands open; the beacon beside it only shows where it is. */
  const beacons = createPresenter();
  let scene: Scene | undefined;
  let shown: ShownStep | undefined;
  let beacon: ShownStep | undefined;
  let writer: Writer | undefined;
  let target: Element | undefined;
  let drawnAs = '';
  let watched: unknown;
  let stopWatching = (): void => {};
  /** The step that is to get the cursor, and where in it. */
  let wanted: { readonly stepId: string; readonly where: 'title' | 'body' } | undefined;
  let written: string | undefined;
  let visit = 0;
  let typedAt = Number.NEGATIVE_INFINITY;
  let paused: number | undefined;
  /** Lasts as long as a writer. */
  let writing = new AbortController();

  const take = (): void => {
    visit += 1;
    writing.abort();
    writer?.dispose();
    writer = undefined;
    written = undefined;
    shown?.close();
    shown = undefined;
    beacon?.close();
    beacon = undefined;
    drawnAs = '';
  };
  const clear = (): void => {
    stopWatching();
    stopWatching = () => {};
    watched = undefined;
    target = undefined;
    take();
  };

  const draw = (look: Resolution | undefined, settled?: 'settled'): void => {
    if (scene === undefined) return;
    const element = look?.status === 'missing' || look?.status === 'ambiguous' ? null : (look?.element ?? null);
    const found = element ?? undefined;
    const view = viewOf(scene, element);
    const as = JSON.stringify([view.step.id, looksOf(view)]);
    if (as === drawnAs && found === target) return;
    if (writer !== undefined && !settled) {
      // Drawing anew would break what an input method is in the middle of.
      const mine = visit;
      writer.whenComposed(() => {
        if (mine === visit) draw(look, 'settled');
      });
      return;
    }
    const where = focusedPart(shown?.element());
    const typing = TYPING_MS - (performance.now() - typedAt);
    if (where !== undefined && typing > 0) {
      // What is typed while a step is drawn anew would go nowhere.
      const mine = visit;
      page.clearTimeout(paused);
      paused = page.setTimeout(() => {
        if (mine === visit) draw(look);
      }, typing);
      return;
    }
    take();
    target = found;
    drawnAs = as;
    const hotspot = view.step.kind === 'hotspot' && view.target !== null;
    if (hotspot) beacon = beacons.show(view, () => {});
    shown = presenter.show(hotspot ? tipOf(view) : view, (input) => {
      if (input.type === 'next' || input.type === 'back') onButton(input.type);
      else if (input.type === 'button') onButton('next');
    });
    if (where !== undefined) wanted ??= { stepId: view.step.id, where };
    attach(visit).catch(onFailed);
  };

  /** The presenter draws a little later than it is told to. */
  const attach = async (mine: number): Promise<void> => {
    const until = performance.now() + SHOWN_MS;
    while (mine === visit && performance.now() < until) {
      const element = shown?.element() as StepElement | undefined;
      if (element?.card && scene) {
        const mark = beacon?.element() as { onPress?: () => void } | undefined;
        if (mark) mark.onPress = () => {};
        const made = await write(element, scene);
        if (mine !== visit) {
          made.dispose();
          return;
        }
        writer = made;
        // What was changed while the means to write were on their way.
        made.update(contentOf(scene));
        written = scene.step.id;
        writing = new AbortController();
        element.ownRoot.addEventListener('focusin', stayInText(element), { signal: writing.signal });
        onDrawn();
        if (wanted?.stepId === written) {
          const { where } = wanted;
          wanted = undefined;
          typedAt = performance.now();
          writer.focus(where);
        }
        return;
      }
      await new Promise((resolve) => page.requestAnimationFrame(resolve));
    }
  };

  /** The presenter takes the focus to the card when the target goes away: not from somebody who types. */
  const stayInText = (element: StepElement) => {
    let last = focusedPart(element) ?? 'title';
    return ({ target: at }: Event): void => {
      if (at !== element.card) last = focusedPart(element) ?? last;
      else if (performance.now() - typedAt < TYPING_MS) writer?.focus(last);
    };
  };

  return {
    get element() {
      return shown?.element() as StepElement | undefined;
    },
    get target() {
      return target;
    },
    show(next) {
      const before = scene;
      scene = next;
      if (next === undefined) {
        clear();
        onState({ name: 'empty' });
        return;
      }
      const { step } = next;
      if (before?.step.id === step.id && contentOf(before) !== contentOf(next)) typedAt = performance.now();
      if (!livesHere(step, page.location.href)) {
        clear();
        onState({ name: 'elsewhere' });
        return;
      }
      if (step.target === undefined || step.kind === 'modal') {
        stopWatching();
        watched = undefined;
        target = undefined;
        draw(undefined);
        onState({ name: 'shown', look: undefined });
      } else if (watched !== step.target || before?.step.id !== step.id) {
        stopWatching();
        watched = step.target;
        take();
        stopWatching = watchTarget(step.target, page.document, (look) => {
          draw(look);
          onState({ name: 'shown', look });
        });
      } else draw({ status: target ? 'found' : 'missing', element: target ?? null, confidence: 1, because: [] });
      writer?.update(contentOf(next));
    },
    focusOn(stepId) {
      wanted = { stepId, where: 'title' };
      if (writer === undefined || written !== stepId) return;
      wanted = undefined;
      typedAt = performance.now();
      writer.focus('title');
    },
    dispose() {
      clear();
      presenter.dispose();
      beacons.dispose();
    },
  };
};

/** A page that was written wrongly is nowhere. */
export const livesHere = (step: Step, url: string): boolean => {
  if (step.page === undefined) return true;
  try {
    return matchesPage(step.page, url);
  } catch {
    return false;
  }
};

export const contentOf = ({ step, locale }: Scene): StepContent => step.content?.[locale] ?? {};

/** An author sees every step as one in the middle of its tour, counted over all steps. */
const viewOf = ({ tour, step, locale, themes }: Scene, target: Element | null): StepView => {
  const current = tour.steps.findIndex(({ id }) => id === step.id) + 1;
  const own = { ...step, content: { ...step.content, [locale]: step.content?.[locale] ?? {} } };
  return {
    ...stepView({
      tour,
      step: own,
      locale,
      themes,
      target,
      runId: `preview-${tour.id}`,
      progress: { kind: tour.progress ?? 'dots', current, total: tour.steps.length },
      canGoBack: current > 1,
      opened: true,
      traits: {},
    }),
    locale,
    hold: 'none',
  };
};

/** The open tip of a hotspot, placed as end users get it. */
const tipOf = (view: StepView): StepView => ({
  ...view,
  placement: view.placement === 'auto' && view.step.beacon?.position?.startsWith('bottom') ? 'top' : view.placement,
  step: { ...view.step, kind: 'tooltip', target: undefined, spotlight: undefined },
});

/** All of a view that the drawing depends on, but its text. */
const looksOf = ({ step, target: _, content: __, ...view }: StepView): unknown => {
  const { content: ___, ...rest } = step;
  return [rest, view];
};

/** Which field of a drawn step has the cursor. */
const focusedPart = (element: HTMLElement | undefined): 'title' | 'body' | undefined => {
  const active = (element as StepElement | undefined)?.ownRoot.activeElement;
  if (!active) return undefined;
  return active.part.contains('title') ? 'title' : 'body';
};
