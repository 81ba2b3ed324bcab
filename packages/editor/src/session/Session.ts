import type { Segment, Skill } from '@shirube/schema';
import type { EnvironmentInfo, Member, SeenEvent, SeenTrait, TourListItem } from '@shirube/schema/api';
import type { Problem } from '@shirube/schema/problem';
import type { Theme } from '@shirube/schema/theme';
import type { Step, Tour } from '@shirube/schema/tour';
import type { Api } from '../server/api.ts';

/** A language of the editor itself, not of a tour. */
export type UiLocale = 'en' | 'ja';

/** What of the library differs from what the server has: by id; null is one that is to be deleted. Saved when the tour is published, or at once by `saveLibrary`. */
export interface LibraryChanges {
  readonly segments: Readonly<Record<string, Segment | null>>;
  readonly skills: Readonly<Record<string, Skill | null>>;
  readonly themes: Readonly<Record<string, Theme | null>>;
}

/** Everything that undo brings back: a value that is never changed, only replaced. Parts that an edit does not touch keep their identity, and with it their bytes. */
export interface Work {
  /** A draft may lack what the type promises: ask with `?.` what a person has not written yet. */
  readonly tour: Tour;
  readonly library: LibraryChanges;
}

export interface EditOptions {
  /** What was done, for "Undo …", in the language of the editor. */
  readonly name: string;
  /** Edits in a row with the same `merge` become one step of undo: the keystrokes of one text, the moves of one drag. */
  readonly merge?: string | undefined;
  /** The step that is selected afterwards. */
  readonly select?: string | undefined;
}

/** `local`: kept in this browser, not yet at the server. */
export type SaveState =
  | { readonly name: 'saved' | 'saving' | 'local' | 'signed_out' }
  | { readonly name: 'refused'; readonly detail: string }
  /** `theirs`: what the other author wrote, where it could be read. */
  | { readonly name: 'conflict'; readonly by: string; readonly at: number; readonly theirs?: Tour | undefined };

/** The tour that is open. */
export interface OpenDraft {
  readonly work: Work;
  /** Shorthand for `work.tour`. */
  readonly tour: Tour;
  /** The document as it would be exported now: byte for byte what was opened where nothing differs. */
  readonly text: string;
  /** The selected step; undefined while there is none. */
  readonly step: Step | undefined;
  /** Language in which the tour is shown and written now, one of the tour's own. */
  readonly contentLocale: string;
  /** What a strict parse of the tour refuses and warns of, as of now. Paths are JSON Pointers into the tour. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly save: SaveState;
  /** ETag of the draft that the server has from here; undefined while it has none. */
  readonly etag: string | undefined;
  /** Names of what the next undo and redo would do; undefined when there is nothing. */
  readonly undoName: string | undefined;
  readonly redoName: string | undefined;
  /** What is live where, as the list of tours said last. */
  readonly listed: TourListItem | undefined;
}

/** What the server knows beside the open tour. Lists are empty until they have arrived; `loaded` says so. */
export interface Workspace {
  readonly loaded: boolean;
  readonly tours: readonly TourListItem[];
  /** As they will be once the changes are saved: saved ones with `work.library` laid over them. */
  readonly segments: readonly Segment[];
  readonly skills: readonly Skill[];
  readonly themes: readonly Theme[];
  readonly traits: readonly SeenTrait[];
  readonly events: readonly SeenEvent[];
  readonly environments: readonly EnvironmentInfo[];
  readonly member: Member | undefined;
  /** Name of the environment to which the key of this page belongs. */
  readonly environment: string;
}

export type PanelName = 'step' | 'tour' | 'aim' | 'theme' | 'languages' | 'rehearse' | 'publish';

/**
 * What every panel is given: the one place that holds the editor's state, and the only way to change it. It never hands out anything
 * mutable. `subscribe` tells that something may have changed; what it is, is read again.
 */
export interface Session {
  readonly ui: UiLocale;
  readonly page: Window;
  /** Origin of the server: the dashboard is there. */
  readonly server: string;
  /** Requests to the server with the editor's token. Answers are outcomes, never exceptions. */
  readonly api: Api;
  readonly draft: OpenDraft | undefined;
  readonly workspace: Workspace;
  subscribe(listener: () => void): () => void;

  /** One edit, one step of undo. `change` is pure; when it answers the same object nothing happens. */
  edit(options: EditOptions, change: (work: Work) => Work): void;
  /** The common case: of the tour alone. */
  editTour(options: EditOptions, change: (tour: Tour) => Tour): void;
  /** The same of one step; nothing happens when it is gone. */
  editStep(stepId: string, options: EditOptions, change: (step: Step) => Step): void;
  undo(): void;
  redo(): void;
  select(stepId: string): void;
  showLocale(locale: string): void;

  /** Opens a panel, and there the field to which a JSON Pointer into the tour leads. */
  openPanel(panel: PanelName, path?: string): void;
  /** Said by assistive technology; not shown. */
  announce(text: string): void;
  /** A short line at the bottom, with an optional thing to do about it. */
  notify(text: string, action?: { readonly label: string; readonly do: () => void }): void;

  /** Lets the person point at an element of the app; undefined when they leave it. The preview is out of the way meanwhile. */
  pickElement(prompt: string): Promise<Element | undefined>;
  /** Takes the preview off the page until the disposer is called: a rehearsal shows steps of its own. */
  clearStage(): () => void;
  /** Brings the editor above what has come onto the page since, such as a step of a rehearsal; the focus stays where it is. */
  raise(): void;
  /** Where the editor draws over the page: an element in its own shadow root, in the top layer. */
  readonly layer: HTMLElement;

  /** Sends the draft now, not after a pause. Resolves with what became of it. */
  flush(): Promise<SaveState>;
  /** Writes the changed segments, skills and themes to the server: live tours follow at once. Resolves with problems, none when all went well. */
  saveLibrary(): Promise<readonly Problem[]>;
  /** Asks the server again for what it knows: after publishing, or when someone else changed something. */
  reload(): Promise<void>;
}
