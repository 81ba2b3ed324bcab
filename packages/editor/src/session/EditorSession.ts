import type { Problem } from '@shirube/schema/problem';
import type { Step, Tour } from '@shirube/schema/tour';
import { changeStep, stepIn } from '../document/steps.ts';
import type { Api } from '../server/api.ts';
import type { Failure } from '../server/failure.ts';
import { Desk } from './Desk.ts';
import type { BeginOptions } from './deskParts.ts';
import type { Keep } from './keep.ts';
import type { EditOptions, OpenDraft, PanelName, SaveState, Session, UiLocale, Work, Workspace } from './Session.ts';
import { saveLibrary } from './saveLibrary.ts';
import { type Known, NOTHING, workspaceOf } from './workspaceOf.ts';

/** What the shell does for the session: everything that touches the screen. */
export interface SessionShell {
  readonly layer: HTMLElement;
  openPanel(panel: PanelName, path: string | undefined): void;
  announce(text: string): void;
  notify(text: string, action?: { readonly label: string; readonly do: () => void }): void;
  pickElement(prompt: string): Promise<Element | undefined>;
  clearStage(): () => void;
  raise(): void;
}
export interface SessionParts {
  readonly ui: UiLocale;
  readonly page: Window;
  /** Origin of the server. */
  readonly server: string;
  readonly api: Api;
  readonly keep: Keep;
  readonly now: () => number;
  readonly shell: SessionShell;
}

/** The editor's state, and the one way to change it. What it draws and where it points is the shell's. */
export class EditorSession implements Session {
  readonly ui: UiLocale;
  readonly page: Window;
  readonly server: string;
  readonly api: Api;
  readonly #keep: Keep;
  readonly #now: () => number;
  readonly #shell: SessionShell;
  readonly #listeners = new Set<() => void>();
  #known = NOTHING;
  #desk: Desk | undefined;
  #contentLocale = '';
  #workspace: Workspace | undefined;
  #draft: OpenDraft | undefined;
  #told = false;
  #visit = 0;
  /** Counts what is opened, begun and left: an answer that comes after the next of them is dropped. */
  #opening = 0;
  #disposed = false;
  /** The parser is a third of the editor: the first look at a page does without it. */
  #schema: typeof import('./parse.ts') | undefined;

  constructor({ ui, page, server, api, keep, now, shell }: SessionParts) {
    this.ui = ui;
    this.page = page;
    this.server = server;
    this.api = api;
    this.#keep = keep;
    this.#now = now;
    this.#shell = shell;
    const learnToParse = async (): Promise<void> => {
      this.#schema = await import('./parse.ts');
      this.changed();
    };
    // Without it the server still checks what is sent.
    learnToParse().catch(() => {});
  }

  get layer(): HTMLElement {
    return this.#shell.layer;
  }
  /** Why the list of tours is not there. */
  get failure(): Failure | undefined {
    return this.#known.failure;
  }
  get desk(): Desk | undefined {
    return this.#desk;
  }

  get workspace(): Workspace {
    this.#workspace ??= workspaceOf(this.#known, this.#desk?.work);
    return this.#workspace;
  }
  get draft(): OpenDraft | undefined {
    if (this.#desk === undefined) return undefined;
    this.#draft ??= this.#describe(this.#desk);
    return this.#draft;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  edit(options: EditOptions, change: (work: Work) => Work): void {
    this.#desk?.edit(options, change);
  }
  editTour(options: EditOptions, change: (tour: Tour) => Tour): void {
    this.edit(options, (work) => {
      const tour = change(work.tour);
      return tour === work.tour ? work : { ...work, tour };
    });
  }
  editStep(stepId: string, options: EditOptions, change: (step: Step) => Step): void {
    this.editTour(options, (tour) => changeStep(tour, stepId, change));
  }
  undo(): void {
    this.#desk?.undo();
  }
  redo(): void {
    this.#desk?.redo();
  }
  select(stepId: string): void {
    this.#desk?.select(stepId);
  }
  showLocale(locale: string): void {
    this.#contentLocale = locale;
    this.changed();
  }

  openPanel(panel: PanelName, path?: string): void {
    const stepAt = /^\/steps\/(\d+)/.exec(path ?? '')?.[1];
    const step = stepAt === undefined ? undefined : this.#desk?.work.tour.steps?.[Number(stepAt)];
    if (step !== undefined) this.select(step.id);
    this.#shell.openPanel(panel, path);
  }
  announce(text: string): void {
    this.#shell.announce(text);
  }
  notify(text: string, action?: { readonly label: string; readonly do: () => void }): void {
    this.#shell.notify(text, action);
  }
  pickElement(prompt: string): Promise<Element | undefined> {
    return this.#shell.pickElement(prompt);
  }
  clearStage(): () => void {
    return this.#shell.clearStage();
  }
  raise(): void {
    this.#shell.raise();
  }

  async flush(): Promise<SaveState> {
    return (await this.#desk?.flush()) ?? { name: 'saved' };
  }
  async saveLibrary(): Promise<readonly Problem[]> {
    const desk = this.#desk;
    if (desk === undefined) return [];
    const problems = await saveLibrary(this.api, desk.work.library);
    if (problems.length === 0) {
      await this.reload();
      desk.librarySaved();
    }
    return problems;
  }

  /** Asks for everything; the list of tours first, for it is what one sees first. Answers of an earlier load are dropped. */
  async reload(): Promise<void> {
    this.#visit += 1;
    const visit = this.#visit;
    const current = (): boolean => visit === this.#visit;
    const { api } = this;
    const learn = (part: Partial<Known>): void => {
      if (!current()) return;
      this.#known = { ...this.#known, ...part };
      this.changed();
    };
    const [bundle, tours, environments, member] = await Promise.all([
      api.readBundle(),
      api.listTours(),
      api.listEnvironments(),
      api.session(),
    ]);
    const failed = [tours, bundle].find((answer) => !answer.ok);
    if (!tours.ok || !bundle.ok) {
      learn({ failure: failed?.ok === false ? failed.failure : undefined });
      return;
    }
    const { environment } = bundle.value;
    learn({
      failure: undefined,
      tours: tours.value,
      environment,
      environments: environments.ok ? environments.value : [],
      member: member.ok ? member.value : undefined,
    });
    const rest = [
      api.listLibrary('segments').then((it) => it.ok && learn({ segments: it.value })),
      api.listLibrary('skills').then((it) => it.ok && learn({ skills: it.value })),
      api.listLibrary('themes').then((it) => it.ok && learn({ themes: it.value })),
      api.seenTraits(environment).then((it) => it.ok && learn({ traits: it.value })),
      api.seenEvents(environment).then((it) => it.ok && learn({ events: it.value })),
    ];
    await Promise.all(rest);
    learn({ loaded: true });
  }

  /** Opens a tour of the list, or what this browser kept of it. Answers the failure when there is neither. */
  async open(tourId: string): Promise<Failure | undefined> {
    this.#opening += 1;
    const opening = this.#opening;
    const answer = await this.api.readDraft(tourId);
    const desk = await Desk.open(tourId, answer.ok ? answer.value : undefined, this.#deskParts());
    if (desk === undefined) return answer.ok ? undefined : answer.failure;
    if (opening === this.#opening && !this.#disposed) this.#put(desk);
    else desk.close();
    return undefined;
  }
  /** Begins a tour that is nowhere yet. */
  create(tour: Tour, options: BeginOptions = {}): void {
    if (!this.#disposed) this.#put(Desk.create(tour, this.#deskParts(), options));
  }
  /** Back to the list: what is unsent is sent, or stays kept here. */
  async leave(): Promise<void> {
    const desk = this.#desk;
    await desk?.flush();
    if (this.#desk === desk) this.#put(undefined);
  }
  /** Without sending anything: the draft is gone, and so is what was kept of it here. */
  async close(tourId: string): Promise<void> {
    if (this.#desk?.tourId === tourId) {
      this.#desk.abandon();
      this.#put(undefined);
    }
    await this.#keep.forget(tourId, 'all');
  }
  unsent(): Promise<readonly string[]> {
    return this.#keep.unsent();
  }
  dispose(): void {
    this.#disposed = true;
    this.#desk?.close();
    this.#listeners.clear();
  }

  /** In a conflict: what this draft does differently from the other author's, in words. */
  differences(): readonly string[] {
    const { save, work } = this.#desk ?? {};
    if (save?.name !== 'conflict' || save.theirs === undefined || work === undefined) return [];
    const { compareTours, explainChange } = this.#schema ?? {};
    return compareTours?.(save.theirs, work.tour).map((change) => explainChange?.(change, this.ui) ?? '') ?? [];
  }

  /** Something may be different: what is remembered is asked again, and the listeners hear of it once per turn. */
  readonly changed = (): void => {
    this.#workspace = undefined;
    this.#draft = undefined;
    if (this.#told) return;
    this.#told = true;
    queueMicrotask(() => {
      this.#told = false;
      for (const listener of [...this.#listeners]) listener();
    });
  };

  #put(desk: Desk | undefined): void {
    this.#opening += 1;
    // What is not sent goes out before the next tour takes its place; nobody waits for the answer.
    void this.#desk?.flush();
    this.#desk?.close();
    this.#desk = desk;
    this.#contentLocale = '';
    this.changed();
  }
  #deskParts() {
    return { api: this.api, keep: this.#keep, page: this.page, now: this.#now, onChange: this.changed };
  }
  #describe(desk: Desk): OpenDraft {
    const { tour } = desk.work;
    const parsed = this.#schema?.parseTour(tour) ?? { ok: true, warnings: [] };
    const locales = Array.isArray(tour.locales) ? tour.locales : [];
    return {
      work: desk.work,
      tour,
      text: desk.text,
      step: stepIn(tour, desk.stepId),
      contentLocale: [this.#contentLocale, this.ui].find((one) => locales.includes(one)) ?? tour.defaultLocale ?? 'en',
      problems: parsed.ok ? [] : parsed.problems,
      warnings: parsed.warnings,
      save: desk.save,
      etag: desk.etag,
      undoName: desk.undoName,
      redoName: desk.redoName,
      listed: this.#known.tours.find(({ id }) => id === desk.tourId),
    };
  }
}
