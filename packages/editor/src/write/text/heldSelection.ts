import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';

const key = new PluginKey<boolean>('held selection');

/** Shows what is selected while the focus is elsewhere, in a form that is about to change it. */
export const heldSelection = (): Plugin<boolean> =>
  new Plugin<boolean>({
    key,
    state: { init: () => false, apply: (tr, held) => tr.getMeta(key) ?? held },
    props: {
      decorations: (state) => {
        const { from, to, empty } = state.selection;
        return key.getState(state) && !empty
          ? DecorationSet.create(state.doc, [Decoration.inline(from, to, { class: 'held' })])
          : null;
      },
    },
  });

export const holdSelection = (view: EditorView, what: 'hold' | 'let go'): void => {
  const held = what === 'hold';
  if (key.getState(view.state) !== held) view.dispatch(view.state.tr.setMeta(key, held));
};
