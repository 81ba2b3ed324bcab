import type { ShirubeEvent } from '@shirube/schema/events';
import type { Theme } from '@shirube/schema/theme';
import type { Placement, Step, StepContent } from '@shirube/schema/tour';
import type { ViewInput } from './viewInput.ts';

export type { ViewInput } from './viewInput.ts';

/** Undoes a set-up. Calling it twice is safe. */
export type Disposer = () => void;

/** One step, ready to be shown: everything is chosen, translated and counted; plain data but for the element. */
export interface StepView {
  readonly runId: string;
  readonly tourId: string;
  readonly step: Step;
  /** BCP 47, the locale that was found for this user. Direction follows from it. */
  readonly locale: string;
  readonly content: StepContent;
  /** The resolved element, or null for a modal, or for a step shown in the centre because its target is missing. */
  readonly target: Element | null;
  readonly placement: Placement;
  /** Undefined: the author left them to us, and the step has Back, and Next unless it waits for an action. Empty: none. */
  readonly buttons: readonly ViewButton[] | undefined;
  /** `current` counts from 1 over the steps that can be shown. */
  readonly progress: {
    readonly kind: 'dots' | 'bar' | 'count' | 'none';
    readonly current: number;
    readonly total: number;
  };
  readonly canGoBack: boolean;
  readonly dismissible: boolean;
  /** Only of a hotspot: its tip was opened before, in this run. */
  readonly opened?: boolean | undefined;
  /** Only of a hotspot: what stands on its beacon. */
  readonly beaconLabel?: string | undefined;
  /** Traits for variables in text, dot paths allowed. */
  readonly traits: Readonly<Record<string, unknown>>;
  readonly theme: Theme | undefined;
  /** Given for a step that is shown to be looked at or written in: it looks as ever, and holds nothing of the page. Else the step decides. */
  readonly hold?: 'none' | undefined;
}
export interface ViewButton {
  readonly id: string;
  readonly label: string;
  readonly style: 'primary' | 'secondary';
  /** Only for links: checked by the schema, checked again by the presenter. */
  readonly href?: string | undefined;
}

export interface ShownStep {
  /** What is known now of how many steps there are; the step stays as it is. */
  readonly count: (progress: StepView['progress']) => void;
  /** What is drawn, once it is there: a `StepElement`. */
  readonly element: () => HTMLElement | undefined;
  readonly close: Disposer;
}
/** Shows one step at a time. The only thing that touches the screen. */
export interface Presenter {
  /** Closes what was shown before. `send` is never called after `close`. */
  show(view: StepView, send: (input: ViewInput) => void): ShownStep;
  /** Removes every node, listener and style sheet of ours. */
  dispose: Disposer;
}

/** A small key-value store that survives reloads, or memory when the browser refuses. Values are structured-cloneable. Never rejects. */
export interface Store {
  readonly kind: 'indexeddb' | 'memory';
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  /** Atomic across tabs. */
  update<T>(key: string, change: (old: T | undefined) => T): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Stores events, then delivers them at least once. Never throws, never rejects. */
export interface Outbox {
  add(event: ShirubeEvent): void;
  /** Tries to send now. */
  flush(): Promise<void>;
  /** The proof of identity that goes with what is sent from now on. */
  sign(signature: string | undefined): void;
  dispose: Disposer;
}

/** One line for the developer's console, at most once per code. */
export type Diagnose = (code: string, message: string) => void;
