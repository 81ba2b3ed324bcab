import type { RichText } from '@shirube/schema/tour';
import { keymap } from 'prosemirror-keymap';
import { NodeSelection, Selection } from 'prosemirror-state';
import { createField } from './field.ts';
import type { WriteTexts } from './locale/index.ts';
import type { Variable } from './options.ts';
import { createBodyCodec } from './text/bodyCodec.ts';
import { heldSelection } from './text/heldSelection.ts';
import { bodyKeys, historyKeys } from './text/keys.ts';
import { nodeViews } from './text/nodeViews.ts';
import { bodyPaste } from './text/pasted.ts';
import { rules } from './text/rules.ts';
import { isEmpty } from './text/schema.ts';
import { createToolbar } from './toolbar/createToolbar.ts';

interface BodyOptions {
  readonly mount: HTMLElement;
  readonly card: HTMLElement;
  readonly target: Element | null;
  readonly floor: () => number;
  readonly text: RichText | undefined;
  readonly locale: string;
  readonly texts: WriteTexts;
  readonly variables: readonly Variable[];
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onComposed: () => void;
  /** Undefined: nothing is written there. */
  readonly onChange: (text: RichText | undefined) => void;
  readonly toTitle: () => void;
}

/** The body of a step: rich text, with its tools beside it. */
export const createBody = (options: BodyOptions) => {
  const { mount, texts, onUndo, onRedo } = options;
  const codec = createBodyCodec();
  const undo = (call: () => void) => (): void => {
    field.expectAnswer();
    call();
  };
  const field = createField({
    mount,
    doc: codec.read(options.text),
    plugins: [
      historyKeys(undo(onUndo), undo(onRedo)),
      keymap({
        ArrowUp: ({ selection }, _dispatch, view) => {
          const isFirst = selection.$head.index(0) === 0 && selection.empty;
          if (!isFirst || !view?.endOfTextblock('up') || selection.$head.indexAfter(0) > 1) return false;
          options.toTitle();
          return true;
        },
        // What was put there as a whole is opened like that.
        Enter: ({ selection }) => {
          if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'variable') return false;
          toolbar.enter();
          return true;
        },
      }),
      rules(),
      ...bodyKeys(() => toolbar.open('link')),
      heldSelection(),
    ],
    props: {
      attributes: ({ doc }) => ({ class: isEmpty(doc) ? 'unwritten' : '' }),
      nodeViews: nodeViews({ locale: options.locale, unknown: texts.unknown, variable: texts.variableIs }),
      handleDOMEvents: bodyPaste,
    },
    onChange: (doc) => options.onChange(codec.write(doc)),
    onState: () => toolbar.refresh(),
    adopt: codec.adopt,
    onComposed: options.onComposed,
    onHistory: { undo: undo(onUndo), redo: undo(onRedo) },
  });
  const { view } = field;
  const toolbar = createToolbar({
    card: options.card,
    view,
    target: options.target,
    floor: options.floor,
    texts,
    variables: options.variables,
  });
  return {
    dom: view.dom,
    isHeld: field.isHeld,
    focus: (where: 'start' | 'end') => {
      const { doc, tr } = view.state;
      view.dispatch(tr.setSelection(where === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc)));
      view.focus();
    },
    update: (next: RichText | undefined) => field.update(codec.read(next)),
    enterToolbar: toolbar.enter,
    dispose: () => {
      field.dispose();
      toolbar.dispose();
    },
  };
};
