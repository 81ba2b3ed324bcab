import type { StepElement } from '@shirube/runtime/elements';
import type { StepKind, Tour } from '@shirube/schema/tour';
import { newStep } from '../document/newTour.ts';
import { idFrom, insertStep, stepsOf } from '../document/steps.ts';
import { wantedStep } from '../page/editMode.ts';
import { type Pickable, pageOf, suggestAdvance } from '../pick/index.ts';
import { createApi } from '../server/api.ts';
import { signIn } from '../server/signIn.ts';
import type { TokenStore } from '../server/tokenStore.ts';
import { EditorSession } from '../session/EditorSession.ts';
import { createKeep } from '../session/keep.ts';
import type { PanelName, UiLocale } from '../session/Session.ts';
import { textsIn } from '../ui/texts.ts';
import { OnPage } from './OnPage.ts';
import { keepPlace, type Place, readPlace } from './place.ts';
import type { ShellState } from './ShellState.ts';
import { shellTexts } from './texts.ts';
import { createTour, deleteTour, importTour, tellRepaired } from './tours.ts';

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
  readonly #onPage: OnPage;
  #state: ShellState;
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
    const keep = createKeep(origin, () => page.localStorage, parts.storage);
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
        pickElement: (prompt) => this.#onPage.pickElement(prompt),
        clearStage: () => this.#onPage.clear(),
        raise: parts.raise,
      },
    });
    this.#onPage = new OnPage(this);
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
    return this.#onPage.element;
  }
  get stageTarget(): Element | undefined {
    return this.#onPage.target;
  }

  set(change: Partial<ShellState>): void {
    if (this.#disposed) return;
    this.#state = { ...this.#state, ...change };
    this.#keepPlace();
    this.#onPage.follow();
    this.parts.draw();
  }

  /** The stage follows the state, so this changes nothing but what is drawn. */
  staged(stage: ShellState['stage']): void {
    if (this.#disposed) return;
    this.#state = { ...this.#state, stage };
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
    this.#onPage.dispose();
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
    tellRepaired(this);
    if (failure !== undefined && failure.kind !== 'signed_out')
      this.notify(this.texts.failure[failure.kind](this.parts.origin, failure.detail ?? ''));
    this.set({ opening: false });
  }
  readonly create = (): Promise<void> => createTour(this);
  readonly importFile = (name: string, text: string): Promise<void> => importTour(this, name, text);
  readonly deleteTour = (): Promise<void> => deleteTour(this);
  async leaveTour(): Promise<void> {
    await this.session.leave();
    await this.reload();
  }

  // What is done with steps.

  setMode(mode: ShellState['mode']): void {
    this.set({ mode, prompt: undefined });
    this.parts.announce(mode === 'record' ? this.texts.recording : this.texts.navigating);
  }
  addStep(kind: 'modal' | 'slideout' | 'banner'): void {
    this.insert(kind, this.texts.addKind[kind]);
  }
  /** Behind the selected step, with the cursor in its title. */
  insert(kind: StepKind, name: string, picked?: Pick<Pickable, 'element' | 'target'>): void {
    const { session, texts } = this;
    const { draft } = session;
    if (draft === undefined) return;
    const id = idFrom(
      name,
      stepsOf(draft.tour).map((step) => step.id),
    );
    const advance = picked && kind === 'tooltip' ? suggestAdvance(picked.element) : undefined;
    // What points at nothing goes wherever the people are by then.
    const page = picked ? pageOf(this.parts.page.location) : undefined;
    const step = newStep({ id, kind, page, target: picked?.target, advance, locale: draft.contentLocale });
    session.editTour({ name: texts.edits.addStep, select: id }, (tour) => insertStep(tour, step, draft.step?.id));
    this.set({ panel: 'step', focusPath: undefined, kind: 'tooltip' });
    this.#onPage.focusOn(id);
  }
  /** The cursor goes into the title of the selected step. */
  writeInStep(): void {
    const id = this.session.draft?.step?.id;
    if (id !== undefined) this.#onPage.focusOn(id);
  }
  selectBeside(by: 1 | -1): void {
    const steps = stepsOf(this.session.draft?.tour ?? ({} as Tour));
    const at = steps.findIndex(({ id }) => id === this.session.draft?.step?.id);
    const step = steps[at + by];
    if (step !== undefined) this.session.select(step.id);
  }
  /** Does for the author what the step waits for, so that the next one can be recorded. */
  goOn(): void {
    this.#keepPlace();
    this.#onPage.goOn();
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
  }

  #follow(): void {
    this.#keepPlace();
    this.#onPage.follow();
    this.parts.draw();
  }
  #keepPlace(): void {
    const { mode, panel, side, folded, auth } = this.#state;
    if (auth !== 'in') return;
    const { desk } = this.session;
    const place: Place = { tourId: desk?.tourId, stepId: desk?.stepId, mode, panel, side, folded };
    if (!this.#state.opening) keepPlace(this.parts.storage, place);
  }
}
