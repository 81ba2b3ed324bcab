import type { StepElement } from '@shirube/runtime/elements';
import type { Placement, Step, Target, Tour } from '@shirube/schema/tour';
import { newStep, newTour } from '../document/newTour.ts';
import { parseSource } from '../document/sourceText.ts';
import { idFrom, insertStep, stepsOf } from '../document/steps.ts';
import { wantedStep } from '../page/editMode.ts';
import { defaultAim } from '../panels/aim/defaultAim.ts';
import {
  createPicker,
  createPlacementDrag,
  type Picker,
  type PlacementDrag,
  pageOf,
  suggestAdvance,
} from '../pick/index.ts';
import { createApi } from '../server/api.ts';
import { signIn } from '../server/signIn.ts';
import type { TokenStore } from '../server/tokenStore.ts';
import { EditorSession } from '../session/EditorSession.ts';
import { createKeep } from '../session/keep.ts';
import type { PanelName, UiLocale } from '../session/Session.ts';
import { createStage, type Scene, type Stage } from '../stage/Stage.ts';
import { writerFor } from '../stage/writerFor.ts';
import { textsIn } from '../ui/texts.ts';
import { keepPlace, type Place, readPlace } from './place.ts';
import type { ShellState } from './ShellState.ts';
import { shellTexts } from './texts.ts';

export interface ShellParts {
  readonly origin: string;
  readonly key: string;
  readonly page: Window;
  readonly ui: UiLocale;
  /** The language in which a new tour is written. */
  readonly writes: string;
  readonly storage: () => Storage;
  readonly tokens: TokenStore;
  /** The editor's element on the page, and where in it things are drawn over the page. */
  readonly host: HTMLElement;
  readonly layer: HTMLElement;
  /** Draws what is new. */
  readonly draw: () => void;
  readonly announce: (text: string) => void;
  /** Fetches what a panel is made of, the first time it is opened. */
  readonly fetchPanel: (panel: PanelName) => Promise<void>;
  /** Something has come above the editor: brings it up again. */
  readonly raise: () => void;
}

/** Everything that the person does in the editor, and what then happens on the page. It owns session, stage and picker; the elements draw what it holds. */
export class Shell {
  readonly session: EditorSession;
  readonly parts: ShellParts;
  readonly #stage: Stage;
  #state: ShellState;
  #picker: Picker | undefined;
  #answerPick: ((element: Element | undefined) => void) | undefined;
  #cleared = 0;
  #signIn = new AbortController();
  #disposed = false;

  constructor(parts: ShellParts) {
    const { origin, key, page, ui, storage, tokens } = parts;
    this.parts = parts;
    const place = readPlace(storage);
    this.#state = {
      auth: tokens.read() === undefined ? 'out' : 'in',
      notice: undefined,
      mode: place.mode ?? 'record',
      panel: place.panel ?? 'step',
      focusPath: undefined,
      asked: 0,
      folded: place.folded ?? false,
      side: place.side ?? 'right',
      stage: { name: 'empty' },
      prompt: undefined,
      kind: 'tooltip',
      toast: undefined,
      sheet: 'closed',
      url: page.location.href,
      opening: place.tourId !== undefined || wantedStep(page) !== undefined,
      unsent: [],
    };
    const keep = createKeep(origin, storage);
    this.session = new EditorSession({
      ui,
      page,
      server: origin,
      api: createApi(origin, key, tokens, () => this.#signedOut()),
      keep,
      now: () => Date.now(),
      shell: {
        layer: parts.layer,
        openPanel: (panel, path) => this.openPanel(panel, path),
        announce: parts.announce,
        notify: (text, action) => this.notify(text, action),
        pickElement: (prompt) => this.#pickElement(prompt),
        clearStage: () => this.#clearStage(),
        raise: parts.raise,
      },
    });
    this.#stage = createStage({
      page,
      write: (element, scene) => this.#write(element, scene),
      onState: (stage) => this.set({ stage }),
      onDrawn: parts.raise,
      onButton: (way) => this.selectBeside(way === 'next' ? 1 : -1),
    });
    this.session.subscribe(() => this.#follow());
    page.addEventListener('pagehide', this.#onHide);
    this.#hurry = keep.hurry;
  }
  readonly #hurry: () => void;
  readonly #onHide = (): void => this.#hurry();

  get state(): ShellState {
    return this.#state;
  }
  get texts() {
    return textsIn(shellTexts, this.parts.ui);
  }
  get stageElement(): StepElement | undefined {
    return this.#stage.element;
  }
  get stageTarget(): Element | undefined {
    return this.#stage.target;
  }

  set(change: Partial<ShellState>): void {
    if (this.#disposed) return;
    this.#state = { ...this.#state, ...change };
    this.#keepPlace();
    this.#point();
    this.parts.draw();
  }

  /** To be called once everything stands. */
  async start(): Promise<void> {
    this.parts.draw();
    if (!this.#state.folded) this.#fetchPanel(this.#state.panel);
    if (this.#state.auth === 'in') await this.#load();
  }
  dispose(): void {
    this.#disposed = true;
    this.#signIn.abort();
    this.#picker?.dispose();
    this.#stage.dispose();
    this.session.dispose();
    this.parts.page.removeEventListener('pagehide', this.#onHide);
  }

  // Signing in and out.

  async signIn(): Promise<void> {
    const { origin, page, tokens } = this.parts;
    this.#signIn.abort();
    this.#signIn = new AbortController();
    const { signal } = this.#signIn;
    this.set({ auth: 'asking', notice: undefined });
    const ended = await signIn(origin, page, signal);
    if (signal.aborted || ended.outcome === 'aborted') return;
    if (ended.outcome !== 'signed_in') {
      this.set({ auth: 'out', notice: ended.outcome });
      return;
    }
    tokens.keep(ended.token);
    this.set({ auth: 'in', notice: undefined });
    this.session.desk?.resume();
    await this.#load();
  }
  async signOut(): Promise<void> {
    await this.session.leave();
    await this.session.api.endToken();
    this.parts.tokens.forget();
    this.set({ auth: 'out', notice: undefined });
  }
  #signedOut(): void {
    if (this.#state.auth !== 'in') return;
    this.parts.tokens.forget();
    this.set({ auth: 'out', notice: 'ended' });
  }

  // Which tour is open.

  async #load(): Promise<void> {
    const { page } = this.parts;
    const place = readPlace(this.parts.storage);
    const wanted = wantedStep(page);
    const tourId = this.session.desk === undefined ? (wanted?.tourId ?? place.tourId) : undefined;
    const loading = this.session.reload();
    if (tourId !== undefined) {
      await this.open(tourId, wanted?.stepId ?? place.stepId);
    }
    await loading;
    this.set({ unsent: await this.session.unsent(), opening: false });
  }
  async reload(): Promise<void> {
    await this.session.reload();
    this.set({ unsent: await this.session.unsent() });
  }
  async open(tourId: string, stepId?: string): Promise<void> {
    this.set({ opening: true });
    const failure = await this.session.open(tourId);
    if (failure === undefined && stepId !== undefined) this.session.select(stepId);
    if (failure !== undefined && failure.kind !== 'signed_out')
      this.notify(this.texts.failure[failure.kind](this.parts.origin, failure.detail ?? ''));
    this.set({ opening: false });
  }
  create(): void {
    const { page, writes } = this.parts;
    const { workspace } = this.session;
    const { pathname } = page.location;
    const id = idFrom(pathname, [...workspace.tours.map((one) => one.id), ...this.#state.unsent], 'tour');
    const name = this.texts.untitled(page.document.title.trim() || pathname);
    this.session.create(
      newTour({
        id,
        name,
        locale: writes,
        page: pageOf(page.location),
        aim: defaultAim(pageOf(page.location), workspace),
      }),
    );
    // What is to be pointed at must not lie under a panel that is empty yet.
    this.set({ mode: 'record', panel: 'step', kind: 'tooltip', folded: true });
    this.parts.announce(this.texts.firstStep);
  }
  /** A tour file: opened as a draft of its own id, which may be one that the server has; then it is the next edit of that. */
  async importFile(name: string, text: string): Promise<void> {
    const { texts, session } = this;
    let tour: Tour;
    try {
      tour = parseSource(text) as Tour;
      if (typeof tour !== 'object' || tour === null || typeof tour.id !== 'string' || !Array.isArray(tour.steps))
        throw new SyntaxError('id, steps');
    } catch (error) {
      this.notify(texts.notATour(error instanceof Error ? error.message : ''));
      return;
    }
    const known = session.workspace.tours.some(({ id }) => id === tour.id);
    if (known) {
      await this.open(tour.id);
      session.editTour({ name: texts.importTour }, () => tour);
      if (session.desk) session.desk.origin = originOf(name);
    } else session.create(tour, originOf(name));
    this.notify(texts.imported(String(tour.name ?? tour.id)));
  }
  async deleteTour(): Promise<void> {
    const { session, texts, parts } = this;
    const { draft } = session;
    if (draft === undefined) return;
    const { text } = draft;
    await session.flush();
    const saved = await session.api.readDraft(draft.tour.id);
    const deleted = saved.ok ? await session.api.deleteDraft(draft.tour.id, saved.value.etag) : saved;
    if (!deleted.ok && deleted.failure.kind !== 'gone') {
      this.notify(texts.failure[deleted.failure.kind](parts.origin, deleted.failure.detail ?? ''));
      return;
    }
    await session.close(draft.tour.id);
    await this.reload();
    this.notify(texts.deleted(draft.tour.name), {
      label: texts.undo,
      do: () => session.create(parseSource(text) as Tour),
    });
  }
  async leaveTour(): Promise<void> {
    await this.session.leave();
    await this.reload();
  }

  // What is done with steps.

  setMode(mode: ShellState['mode']): void {
    this.set({ mode, prompt: undefined });
    this.parts.announce(mode === 'record' ? this.texts.recording : this.texts.navigating);
  }
  addStep(kind: 'modal' | 'slideout' | 'banner', target?: undefined): void {
    this.#insert(kind, target, undefined, this.texts.addKind[kind]);
  }
  #insert(
    kind: Parameters<typeof newStep>[0]['kind'],
    target: Target | undefined,
    element: Element | undefined,
    name: string,
  ): void {
    const { session, texts } = this;
    const { draft } = session;
    if (draft === undefined) return;
    const id = idFrom(
      name,
      stepsOf(draft.tour).map((step) => step.id),
    );
    const advance = element && kind === 'tooltip' ? suggestAdvance(element) : undefined;
    const page = pageOf(this.parts.page.location);
    const step = newStep({ id, kind, page, target, advance, locale: draft.contentLocale });
    session.editTour({ name: texts.edits.addStep, select: id }, (tour) => insertStep(tour, step, draft.step?.id));
    this.set({ panel: 'step', focusPath: undefined, kind: 'tooltip' });
    this.#stage.focusOn(id);
  }
  selectBeside(by: 1 | -1): void {
    const steps = stepsOf(this.session.draft?.tour ?? ({} as Tour));
    const at = steps.findIndex(({ id }) => id === this.session.draft?.step?.id);
    const step = steps[at + by];
    if (step !== undefined) this.session.select(step.id);
  }
  /** Does for the author what the step waits for, so that the next step can be recorded: the target is clicked, or has the focus. */
  goOn(): void {
    const { target } = this.#stage;
    const step = this.session.draft?.step;
    if (!(target instanceof HTMLElement) && !(target instanceof SVGElement)) return;
    this.#keepPlace();
    if (step?.advance?.some(({ on }) => on === 'click')) {
      const stop = this.#clearStage();
      target.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, view: this.parts.page }),
      );
      stop();
    } else (target as HTMLElement).focus();
  }
  undo(): void {
    const name = this.session.draft?.undoName;
    if (name === undefined) return;
    this.session.undo();
    this.parts.announce(this.texts.undone(name));
  }
  redo(): void {
    const name = this.session.draft?.redoName;
    if (name === undefined) return;
    this.session.redo();
    this.parts.announce(this.texts.redone(name));
  }

  // What is shown beside it.

  openPanel(panel: PanelName, path?: string): void {
    this.#fetchPanel(panel);
    this.set({ panel, focusPath: path, asked: this.#state.asked + 1, folded: false });
  }
  /** Something else uses what a panel is made of. */
  needPanel(panel: PanelName): void {
    if (!this.#needed.has(panel)) this.#fetchPanel(panel);
  }
  readonly #needed = new Set<PanelName>();
  #fetchPanel(panel: PanelName): void {
    const { origin, fetchPanel, draw } = this.parts;
    this.#needed.add(panel);
    fetchPanel(panel).then(draw, () => {
      this.#needed.delete(panel);
      this.notify(this.texts.failure.unreachable(origin));
    });
  }
  notify(text: string, action?: { readonly label: string; readonly do: () => void }): void {
    this.set({ toast: { text, action } });
    this.parts.announce(text);
  }
  pageChanged(): void {
    this.set({ url: this.parts.page.location.href });
    this.#show();
  }

  // The picker and the stage.

  #pickElement(prompt: string): Promise<Element | undefined> {
    this.#answerPick?.(undefined);
    return new Promise((resolve) => {
      this.#answerPick = (element) => {
        this.#answerPick = undefined;
        resolve(element);
        this.set({ prompt: undefined });
        this.#show();
      };
      this.set({ prompt });
      this.#show();
    });
  }
  #clearStage(): () => void {
    this.#cleared += 1;
    this.#show();
    this.#point();
    let back = false;
    return () => {
      if (back) return;
      back = true;
      this.#cleared -= 1;
      this.#show();
      this.#point();
    };
  }
  /** The picker is there while something in the app can be pointed at, and at no other time. */
  #point(): void {
    const { auth, mode, prompt } = this.#state;
    const records = this.session.draft !== undefined && mode === 'record' && this.#cleared === 0;
    const wanted = auth === 'in' && (prompt !== undefined || records);
    if (!wanted) {
      this.#picker?.dispose();
      this.#picker = undefined;
      return;
    }
    this.#picker ??= createPicker({
      page: this.parts.page,
      layer: this.parts.layer,
      editor: this.parts.host,
      locale: this.parts.ui,
      onHover: () => {},
      onPick: ({ element, target, name }) => {
        if (this.#answerPick) this.#answerPick(element);
        else this.#insert(this.#state.kind, target, element, name);
      },
      onLeave: () => {
        if (this.#answerPick) this.#answerPick(undefined);
        else this.setMode('navigate');
      },
    });
  }
  #follow(): void {
    this.#keepPlace();
    this.#show();
    this.#point();
    this.parts.draw();
  }
  #show(): void {
    const { draft } = this.session;
    const visible =
      draft?.step !== undefined &&
      this.#state.mode === 'record' &&
      this.#cleared === 0 &&
      this.#state.prompt === undefined;
    this.#stage.show(
      visible && draft.step
        ? { tour: draft.tour, step: draft.step, locale: draft.contentLocale, themes: this.session.workspace.themes }
        : undefined,
    );
  }
  #write(element: StepElement, { step, locale }: Scene) {
    const drag = this.#dragFor(element, step);
    const writer = writerFor(element, {
      step,
      locale,
      session: this.session,
      editName: this.texts.edits.write,
      onUndo: () => this.undo(),
      onRedo: () => this.redo(),
      onGoOn: () => this.goOn(),
      onOut: () => this.#picker?.focus(),
    });
    return {
      ...writer,
      dispose: () => {
        drag?.dispose();
        writer.dispose();
      },
    };
  }
  /** What stands beside a target can be dragged around it. */
  #dragFor({ card }: StepElement, { id, kind, placement = 'auto' }: Step): PlacementDrag | undefined {
    const target = this.#stage.target;
    if (!card || target === undefined || kind !== 'tooltip') return undefined;
    const { page, layer, ui } = this.parts;
    const place = (now: Placement): void =>
      this.session.editStep(id, { name: this.texts.edits.place }, (step) => ({ ...step, placement: now }));
    return createPlacementDrag({
      page,
      layer,
      target,
      card,
      placement,
      locale: ui,
      onPlace: place,
      onPreview: () => {},
    });
  }
  #keepPlace(): void {
    const { mode, panel, side, folded, auth } = this.#state;
    if (auth !== 'in') return;
    const { desk } = this.session;
    const place: Place = { tourId: desk?.tourId, stepId: desk?.stepId, mode, panel, side, folded };
    if (!this.#state.opening) keepPlace(this.parts.storage, place);
  }
}

const originOf = (file: string): string => `file ${encodeURIComponent(file)}`;
