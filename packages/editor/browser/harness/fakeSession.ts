import type { Segment, Skill } from '@shirube/schema';
import type { Problem } from '@shirube/schema/problem';
import type { Theme } from '@shirube/schema/theme';
import type { Tour } from '@shirube/schema/tour';
import type { Api } from '../../src/server/api.ts';
import type { OpenDraft, PanelName, SaveState, Session, UiLocale, Work, Workspace } from '../../src/session/Session.ts';

export interface FakeSessionOptions {
  readonly ui?: UiLocale;
  /** Undefined: no tour is open. */
  readonly tour?: Tour | undefined;
  /** What the server knows; lists that are left out are empty. */
  readonly workspace?: Partial<Workspace>;
  /** Answers of the server; a request that is left out is unreachable. */
  readonly api?: Partial<Api>;
  /** What a person points at when asked to. */
  readonly picks?: (prompt: string) => Promise<Element | undefined>;
  /** What a strict parse says of the tour. */
  readonly check?: (tour: Tour) => { readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] };
  readonly saveLibrary?: (work: Work) => Promise<readonly Problem[]>;
}

/** What was asked of the session, in order, for a spec to look at. */
export interface FakeSession extends Session {
  readonly heard: {
    readonly edits: string[];
    readonly opened: { readonly panel: PanelName; readonly path: string | undefined }[];
    readonly announced: string[];
    readonly notified: string[];
  };
  /** Changes what the server knows. */
  know(workspace: Partial<Workspace>): void;
  /** Answers of the server from now on. */
  answer(api: Partial<Api>): void;
  saveState(save: SaveState): void;
}

interface Entry {
  readonly name: string;
  readonly merge: string | undefined;
  readonly before: Work;
  readonly after: Work;
}

const nothingKnown: Workspace = {
  loaded: true,
  tours: [],
  segments: [],
  skills: [],
  themes: [],
  traits: [],
  events: [],
  environments: [{ name: 'production', publicKey: 'pk_spec', enforceIdentity: false }],
  member: { email: 'aiko@example.com', role: 'admin' },
  environment: 'production',
};

const unreachable = (): Promise<unknown> => Promise.resolve({ ok: false, failure: { kind: 'unreachable' } });

/** Saved documents with those that changed laid over them. */
const laidOver = <T extends { readonly id: string }>(
  saved: readonly T[],
  changes: Readonly<Record<string, T | null>>,
): readonly T[] => [
  ...saved.flatMap((one) => (Object.hasOwn(changes, one.id) ? [] : [one])),
  ...Object.values(changes).filter((one) => one !== null),
];

/** A session in memory, with real undo, for the browser specs of one panel. */
export const fakeSession = (options: FakeSessionOptions): FakeSession => {
  const listeners = new Set<() => void>();
  const heard: FakeSession['heard'] = { edits: [], opened: [], announced: [], notified: [] };
  const past: Entry[] = [];
  const future: Entry[] = [];
  let api: Partial<Api> = options.api ?? {};
  let known: Workspace = { ...nothingKnown, ...options.workspace };
  let work: Work | undefined = options.tour && {
    tour: options.tour,
    library: { segments: {}, skills: {}, themes: {} },
  };
  let selected = options.tour?.steps?.[0]?.id;
  let locale = options.tour?.defaultLocale ?? 'en';
  let save: SaveState = { name: 'saved' };
  const layer = document.createElement('div');
  document.documentElement.append(layer);
  layer.attachShadow({ mode: 'open' });

  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const become = (next: Work): void => {
    work = next;
    changed();
  };
  const draft = (): OpenDraft | undefined =>
    work && {
      work,
      tour: work.tour,
      text: JSON.stringify(work.tour, null, 2),
      step: work.tour.steps.find(({ id }) => id === selected),
      contentLocale: locale,
      problems: [],
      warnings: [],
      ...options.check?.(work.tour),
      save,
      etag: undefined,
      undoName: past.at(-1)?.name,
      redoName: future.at(-1)?.name,
      listed: known.tours.find(({ id }) => id === work?.tour.id),
    };

  const session: FakeSession = {
    heard,
    know(workspace) {
      known = { ...known, ...workspace };
      changed();
    },
    answer(more) {
      api = { ...api, ...more };
    },
    saveState(next) {
      save = next;
      changed();
    },
    ui: options.ui ?? 'en',
    page: window,
    server: 'https://guide.example.com',
    layer,
    api: new Proxy({} as Api, { get: (_, name) => api[name as keyof Api] ?? unreachable }),
    get draft() {
      return draft();
    },
    get workspace() {
      const changes = work?.library;
      return {
        ...known,
        segments: laidOver<Segment>(known.segments, changes?.segments ?? {}),
        skills: laidOver<Skill>(known.skills, changes?.skills ?? {}),
        themes: laidOver<Theme>(known.themes, changes?.themes ?? {}),
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit({ name, merge, select }, change) {
      if (work === undefined) return;
      const after = change(work);
      if (after === work) return;
      heard.edits.push(name);
      const last = past.at(-1);
      const merged = merge !== undefined && last?.merge === merge ? past.pop() : undefined;
      past.push({ name, merge, before: merged?.before ?? work, after });
      future.length = 0;
      selected = select ?? selected;
      become(after);
    },
    editTour(edit, change) {
      session.edit(edit, (now) => {
        const tour = change(now.tour);
        return tour === now.tour ? now : { ...now, tour };
      });
    },
    editStep(stepId, edit, change) {
      session.editTour(edit, (tour) => {
        const steps = tour.steps.map((step) => (step.id === stepId ? change(step) : step));
        return steps.every((step, index) => step === tour.steps[index]) ? tour : { ...tour, steps };
      });
    },
    undo() {
      const entry = past.pop();
      if (entry === undefined) return;
      future.push(entry);
      become(entry.before);
    },
    redo() {
      const entry = future.pop();
      if (entry === undefined) return;
      past.push(entry);
      become(entry.after);
    },
    select(stepId) {
      selected = stepId;
      changed();
    },
    showLocale(next) {
      locale = next;
      changed();
    },
    openPanel: (panel, path) => heard.opened.push({ panel, path }),
    announce: (text) => heard.announced.push(text),
    notify: (text) => heard.notified.push(text),
    pickElement: async (prompt) => options.picks?.(prompt),
    clearStage: () => () => {},
    raise: () => {},
    flush: async () => save,
    async saveLibrary() {
      if (work === undefined) return [];
      const problems = (await options.saveLibrary?.(work)) ?? [];
      if (problems.length === 0) become({ ...work, library: { segments: {}, skills: {}, themes: {} } });
      return problems;
    },
    reload: async () => changed(),
  };
  return session;
};
