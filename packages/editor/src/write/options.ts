import type { StepElement } from '@shirube/runtime/elements';
import type { StepContent } from '@shirube/schema/tour';
import type { WriteTexts } from './locale/index.ts';

/** A trait of people that a text may name. */
export interface Variable {
  /** Keys joined by dots. */
  readonly attribute: string;
  readonly example?: string;
}

export interface WriteOptions {
  /** The step as it is drawn: a card with a title and a body in its shadow root. */
  readonly element: StepElement;
  /** The text of the locale that is written. */
  readonly content: StepContent;
  /** BCP 47 of the text. */
  readonly locale: string;
  /** The traits that are known, to choose from. Others can be typed. */
  readonly variables: readonly Variable[];
  /** The words of the editor: `writeTextsFor`. */
  readonly texts: WriteTexts;
  /** The whole new content after each change; parts that did not change are the same objects. Never called while an input method composes. */
  readonly onChange: (content: StepContent) => void;
  /** Escape; or Ctrl+Enter, ⌘+Enter. */
  readonly onLeave: (where: 'out' | 'next') => void;
  /** Where the room for the tools ends at the bottom, px of the viewport: the editor's own bar lies below. Absent: at the screen's edge. */
  readonly floor?: (() => number) | undefined;
  /** Pressed while the text has the focus: there is one history for the whole editor, and it is the caller's. */
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}
export interface Writing {
  /** Another text from outside. While an input method composes it waits. What the person at the keyboard changes meanwhile is kept. */
  readonly update: (content: StepContent) => void;
  readonly focus: (where: 'title' | 'body') => void;
  /**
   * Calls `then` at once, or when what an input method composes now has been taken over and told. Whoever is about to draw the step anew does it
   * there: a composition does not outlive its element. Never called after `dispose`.
   */
  readonly whenComposed: (then: () => void) => void;
  /** The step is drawn as it was, with the text as it is. Calling it twice is safe. */
  readonly dispose: () => void;
}
