import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { Selection } from 'prosemirror-state';
import { createField } from './field.ts';
import { historyKeys } from './text/keys.ts';
import { titlePaste } from './text/pasted.ts';
import { isEmpty, titleSchema } from './text/schema.ts';

interface TitleOptions {
  readonly mount: HTMLElement;
  readonly text: string | undefined;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onComposed: () => void;
  /** Undefined: nothing is written there. */
  readonly onChange: (text: string | undefined) => void;
  readonly toBody: () => void;
}

const read = (text: string | undefined): Node =>
  titleSchema.nodes.doc.create(null, text ? titleSchema.text(text) : null);

/** The title of a step: one line of plain text. Enter and the arrow down lead to the body. */
export const createTitle = ({ mount, text, onUndo, onRedo, onComposed, onChange, toBody }: TitleOptions) => {
  const leave = (): boolean => {
    toBody();
    return true;
  };
  const undo = (call: () => void) => (): void => {
    field.expectAnswer();
    call();
  };
  const field = createField({
    mount,
    doc: read(text),
    plugins: [
      historyKeys(undo(onUndo), undo(onRedo)),
      keymap({ Enter: leave, 'Shift-Enter': leave, ArrowDown: leave }),
      keymap(baseKeymap),
    ],
    props: {
      attributes: ({ doc }) => ({ class: isEmpty(doc) ? 'unwritten' : '' }),
      handleDOMEvents: titlePaste,
    },
    onChange: (doc) => onChange(doc.textContent || undefined),
    onState: () => {},
    adopt: () => {},
    onComposed,
    onHistory: { undo: undo(onUndo), redo: undo(onRedo) },
  });
  const { view } = field;
  return {
    dom: view.dom,
    isHeld: field.isHeld,
    focus: () => {
      view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)));
      view.focus();
    },
    update: (next: string | undefined) => field.update(read(next)),
    dispose: field.dispose,
  };
};
