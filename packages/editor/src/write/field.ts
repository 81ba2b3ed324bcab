import type { Node } from 'prosemirror-model';
import { EditorState, type Plugin, Selection } from 'prosemirror-state';
import { Mapping } from 'prosemirror-transform';
import { type DirectEditorProps, EditorView } from 'prosemirror-view';
import { changeBetween } from './text/changeBetween.ts';

/** After the end of a composition ProseMirror still reads the page, for 20 ms. */
const COMPOSED_AFTER_MS = 25;

export interface FieldOptions {
  /** Becomes the text that is written in. */
  readonly mount: HTMLElement;
  readonly doc: Node;
  readonly plugins: readonly Plugin[];
  readonly props: Omit<DirectEditorProps, 'state' | 'dispatchTransaction'>;
  /** The text as the person has changed it. Never called while an input method composes. */
  readonly onChange: (doc: Node) => void;
  /** The text, the selection or what composes may be another. */
  readonly onState: () => void;
  /** What was composed has been taken over, and told. */
  readonly onComposed: () => void;
  /** The browser's own menu asks for what has no history here. */
  readonly onHistory: { readonly undo: () => void; readonly redo: () => void };
  /** Both say the same, and the second came from outside. */
  readonly adopt: (doc: Node, later: Node) => void;
}

/** A text that is written in, and may change from outside at the same time. */
export interface Field {
  readonly view: EditorView;
  /** Another text from outside. While an input method composes it waits, and is then put beside what was composed. */
  readonly update: (doc: Node) => void;
  /** Whether an input method composes, or what it composed has not been told yet. */
  readonly isHeld: () => boolean;
  /** The next change from outside is the answer to what the person asked for: the caret goes there. */
  readonly expectAnswer: () => void;
  readonly dispose: () => void;
}

export const createField = ({
  mount,
  doc,
  plugins,
  props,
  onChange,
  onState,
  onComposed,
  adopt,
  onHistory,
}: FieldOptions): Field => {
  /** What outside knows of the text, and what has happened to it since. */
  let known = doc;
  let since = new Mapping();
  let waiting: Node | undefined;
  let composed: ReturnType<typeof setTimeout> | undefined;
  let answers = false;

  const isHeld = (): boolean => view.composing || composed !== undefined;
  /** Tells outside what is new, once. */
  const tell = (): void => {
    const { doc: now } = view.state;
    const changed = !now.eq(known);
    if (!changed) adopt(now, known);
    known = now;
    since = new Mapping();
    if (changed) onChange(now);
  };
  const receive = (next: Node): void => {
    const change = changeBetween(known, next);
    const { tr, doc: now } = view.state;
    // Where both have changed the same words, those of the person at the keyboard stay.
    const step = change?.map(since);
    const isFree = change && step && step.to - step.from === change.to - change.from;
    if (isFree && !tr.maybeStep(step).failed) {
      if (answers) tr.setSelection(Selection.near(tr.doc.resolve(step.from + step.slice.size), -1)).scrollIntoView();
      answers = false;
      view.updateState(view.state.apply(tr));
    }
    if (view.state.doc.eq(next)) adopt(view.state.doc, next);
    known = next;
    since = new Mapping();
    if (now !== view.state.doc) onState();
    tell();
  };
  const settle = (): void => {
    const next = waiting;
    waiting = undefined;
    if (next) receive(next);
    else tell();
  };
  const onEnd = (): void => {
    clearTimeout(composed);
    composed = setTimeout(() => {
      composed = undefined;
      // Or the next composition has begun, and its end comes here.
      if (view.composing) return;
      settle();
      onComposed();
    }, COMPOSED_AFTER_MS);
  };

  const view: EditorView = new EditorView(
    { mount },
    {
      ...props,
      state: EditorState.create({ doc, plugins: [...plugins] }),
      dispatchTransaction: (tr) => {
        since.appendMapping(tr.mapping);
        view.updateState(view.state.apply(tr));
        if (tr.docChanged && !isHeld()) tell();
        onState();
      },
    },
  );
  const onInput = (event: InputEvent): void => {
    const asked = { historyUndo: onHistory.undo, historyRedo: onHistory.redo }[event.inputType];
    if (!asked) return;
    event.preventDefault();
    asked();
  };
  view.dom.addEventListener('compositionend', onEnd);
  view.dom.addEventListener('beforeinput', onInput);
  return {
    view,
    update: (next) => {
      if (isHeld()) waiting = next;
      else receive(next);
    },
    isHeld,
    expectAnswer: () => {
      answers = true;
    },
    dispose: () => {
      clearTimeout(composed);
      composed = undefined;
      view.dom.removeEventListener('compositionend', onEnd);
      view.dom.removeEventListener('beforeinput', onInput);
      if (view.isDestroyed) return;
      // What was composed so far is text, too.
      settle();
      view.destroy();
    },
  };
};
