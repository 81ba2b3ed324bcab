import type { StepElement } from '@shirube/runtime/elements';
import type { Placement, Step } from '@shirube/schema/tour';
import { liftAbove } from '../page/liftAbove.ts';
import { noteFound } from '../panels/publish/looks.ts';
import { createPicker, createPlacementDrag, type Picker, type PlacementDrag } from '../pick/index.ts';
import { createStage, type Scene, type Stage, type Writer } from '../stage/Stage.ts';
import type { Shell } from './Shell.ts';

/** The means to write are half of the editor: fetched after the first look. */
const fetchWriter = () => import('../stage/writerFor.ts');

/** What of the editor is on the page beside its own surface: the selected step on the stage, the picker, and the grip that drags a step around its target. */
export class OnPage {
  readonly #shell: Shell;
  readonly #stage: Stage;
  #picker: Picker | undefined;
  #answerPick: ((element: Element | undefined) => void) | undefined;
  /** How many have asked for an empty stage. */
  #cleared = 0;
  #disposed = false;

  constructor(shell: Shell) {
    this.#shell = shell;
    // Whoever opens the editor is about to write. What fails here is asked for again by the step that needs it.
    fetchWriter().catch(() => {});
    this.#stage = createStage({
      page: shell.parts.page,
      write: (element, scene) => this.#write(element, scene),
      onState: (stage) => {
        const { draft } = shell.session;
        const found = stage.name === 'shown' && stage.look?.status === 'found';
        if (found && draft?.step?.target) noteFound(draft.tour.id, draft.step, shell.parts.page, Date.now());
        shell.staged(stage);
      },
      onFailed: () => shell.notify(shell.texts.failure.unreachable(shell.parts.origin)),
      onDrawn: shell.parts.raise,
      onButton: (way) => shell.selectBeside(way === 'next' ? 1 : -1),
    });
  }

  get element(): StepElement | undefined {
    return this.#stage.element;
  }
  get target(): Element | undefined {
    return this.#stage.target;
  }

  /** The session or the shell may have changed. */
  follow(): void {
    if (this.#disposed) return;
    this.#show();
    this.#point();
  }
  focusOn(stepId: string): void {
    this.#stage.focusOn(stepId);
  }
  /** Undefined when the person leaves it. */
  pickElement(prompt: string): Promise<Element | undefined> {
    this.#answerPick?.(undefined);
    return new Promise((resolve) => {
      this.#answerPick = (element) => {
        this.#answerPick = undefined;
        resolve(element);
        this.#shell.set({ prompt: undefined });
      };
      this.#shell.set({ prompt });
    });
  }
  /** Takes step and picker off the page until the disposer is called. */
  clear(): () => void {
    this.#cleared += 1;
    this.follow();
    let back = false;
    return () => {
      if (back) return;
      back = true;
      this.#cleared -= 1;
      this.follow();
    };
  }
  /** Clicks the target for the author, or gives it the focus, by what the step waits for. */
  goOn(): void {
    const { target } = this.#stage;
    const step = this.#shell.session.draft?.step;
    if (target === undefined) return;
    if (step?.advance?.some(({ on }) => on === 'click')) {
      const back = this.clear();
      const { page: view } = this.#shell.parts;
      target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, view }));
      back();
    } else (target as HTMLElement).focus?.();
  }
  dispose(): void {
    this.#disposed = true;
    this.#picker?.dispose();
    this.#stage.dispose();
  }

  #show(): void {
    const { session, state } = this.#shell;
    const { draft } = session;
    // A step stays above whatever modal dialog opens, and the list of shortcuts is one.
    const free = this.#cleared === 0 && state.prompt === undefined && state.sheet === 'closed';
    const shown = state.auth === 'in' && state.mode === 'record' && free;
    this.#stage.show(
      shown && draft?.step
        ? { tour: draft.tour, step: draft.step, locale: draft.contentLocale, themes: session.workspace.themes }
        : undefined,
    );
  }
  /** The picker is there while something in the app can be pointed at, and at no other time. */
  #point(): void {
    const { session, state, parts } = this.#shell;
    const records = session.draft !== undefined && state.mode === 'record' && this.#cleared === 0;
    if (state.auth !== 'in' || (state.prompt === undefined && !records)) {
      this.#picker?.dispose();
      this.#picker = undefined;
      return;
    }
    this.#picker ??= createPicker({
      page: parts.page,
      layer: parts.layer,
      editor: parts.host,
      locale: parts.ui,
      onHover: () => {},
      onPick: (picked) => {
        if (this.#answerPick) this.#answerPick(picked.element);
        else this.#shell.insert(this.#shell.state.kind, picked.name, picked);
      },
      onLeave: () => {
        if (this.#answerPick) this.#answerPick(undefined);
        else this.#shell.setMode('navigate');
      },
    });
  }

  async #write(element: StepElement, { step, locale }: Scene): Promise<Writer> {
    const shell = this.#shell;
    const { writerFor } = await fetchWriter();
    const drag = this.#dragFor(element, step);
    const floor = (): number =>
      shell.parts.host.shadowRoot?.querySelector('.dock')?.getBoundingClientRect().top ?? innerHeight;
    const docked = step.kind === 'slideout' || step.kind === 'banner';
    const lower = docked && element.card ? liftAbove(element.card, floor) : undefined;
    const writer = writerFor(element, {
      step,
      locale,
      session: shell.session,
      editName: shell.texts.edits.write,
      floor,
      onUndo: () => shell.undo(),
      onRedo: () => shell.redo(),
      onGoOn: () => shell.goOn(),
      onOut: () => this.#picker?.focus(),
    });
    return {
      ...writer,
      dispose: () => {
        drag?.dispose();
        lower?.();
        writer.dispose();
      },
    };
  }
  /** What stands beside a target can be dragged around it. */
  #dragFor({ card }: StepElement, { id, kind, placement = 'auto' }: Step): PlacementDrag | undefined {
    const { target } = this.#stage;
    if (!card || target === undefined || kind !== 'tooltip') return undefined;
    const { session, texts, parts } = this.#shell;
    const onPlace = (now: Placement): void =>
      session.editStep(id, { name: texts.edits.place }, (step) => ({ ...step, placement: now }));
    const { page, layer, ui: locale } = parts;
    return createPlacementDrag({ page, layer, target, card, placement, locale, onPlace, onPreview: () => {} });
  }
}
