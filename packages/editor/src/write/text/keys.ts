import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands';
import { undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { breakLine, plainAtStart, toggleHeading, toggleList } from './commands.ts';
import { bodySchema } from './schema.ts';

/** One history for the whole editor: the text has none of its own. */
export const historyKeys = (undo: () => void, redo: () => void): Plugin => {
  const call =
    (it: () => void): Command =>
    () => {
      it();
      return true;
    };
  return keymap({ 'Mod-z': call(undo), 'Shift-Mod-z': call(redo), 'Mod-y': call(redo) });
};

/** The keys of the body. Tab is none of them: it leads on, as in any field. */
export const bodyKeys = (openLink: () => void): readonly Plugin[] => {
  const { nodes, marks } = bodySchema;
  return [
    keymap({
      'Mod-b': toggleMark(marks.bold),
      'Mod-i': toggleMark(marks.italic),
      'Mod-e': toggleMark(marks.code),
      'Mod-k': () => {
        openLink();
        return true;
      },
      'Mod-Alt-2': toggleHeading(2),
      'Mod-Alt-3': toggleHeading(3),
      'Mod-Shift-7': toggleList(nodes.orderedList),
      'Mod-Shift-8': toggleList(nodes.bulletList),
      'Mod-]': sinkListItem(nodes.listItem),
      'Mod-[': liftListItem(nodes.listItem),
      Enter: splitListItem(nodes.listItem),
      'Shift-Enter': breakLine,
      Backspace: chainCommands(undoInputRule, plainAtStart),
    }),
    keymap(baseKeymap),
  ];
};
