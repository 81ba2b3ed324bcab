import { setBlockType } from 'prosemirror-commands';
import type { Attrs, Mark, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { bodySchema } from './schema.ts';

const { paragraph, heading, bulletList, orderedList, listItem } = bodySchema.nodes;

/** The innermost block around the selection that is one of these. */
const around = ({ selection: { $from } }: EditorState, types: readonly NodeType[]) => {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (types.includes(node.type)) return { node, pos: $from.before(depth) };
  }
  return undefined;
};

export const isHeading = (state: EditorState, level: number): boolean =>
  around(state, [heading])?.node.attrs.level === level;
export const listAround = (state: EditorState): NodeType | undefined =>
  around(state, [bulletList, orderedList])?.node.type;

/** A heading of this level, or a paragraph again. */
export const toggleHeading =
  (level: 2 | 3): Command =>
  (state, dispatch) =>
    isHeading(state, level)
      ? setBlockType(paragraph)(state, dispatch)
      : setBlockType(heading, { level })(state, dispatch);

/** A list of this kind, of the other kind if it is a list, or no list any more. */
export const toggleList =
  (type: NodeType): Command =>
  (state, dispatch) => {
    const list = around(state, [bulletList, orderedList]);
    if (!list) return wrapInList(type)(state, dispatch);
    if (list.node.type === type) return liftListItem(listItem)(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(list.pos, type, { rest: list.node.attrs.rest }));
    return true;
  };

/** At the start of a heading, Backspace makes it a paragraph. */
export const plainAtStart: Command = (state, dispatch) => {
  const { $cursor } = state.selection as TextSelection;
  return $cursor && $cursor.parentOffset === 0 && $cursor.parent.type === heading
    ? setBlockType(paragraph)(state, dispatch)
    : false;
};

export const breakLine: Command = (state, dispatch) => {
  if (!(state.selection instanceof TextSelection)) return false;
  dispatch?.(state.tr.replaceSelectionWith(bodySchema.nodes.hardBreak.create()).scrollIntoView());
  return true;
};

/** The link at the selection, as far as it reaches. */
export const linkAround = (
  state: EditorState,
): { readonly mark: Mark; readonly from: number; readonly to: number } | undefined => {
  const { $from, empty } = state.selection;
  const isHere = (mark: Mark): boolean => mark.type === bodySchema.marks.link;
  const at = $from.parent.childAfter($from.parentOffset);
  const before = $from.parent.childBefore($from.parentOffset);
  const mark = at.node?.marks.find(isHere) ?? (empty ? before.node?.marks.find(isHere) : undefined);
  if (!mark) return undefined;
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  const around = at.node?.marks.includes(mark) ? at : before;
  const children = $from.parent.children;
  let [first, last] = [around.index, around.index];
  while (first > 0 && children[first - 1] && mark.isInSet(children[first - 1]?.marks ?? [])) first -= 1;
  while (last + 1 < children.length && mark.isInSet(children[last + 1]?.marks ?? [])) last += 1;
  let pos = $from.start();
  for (const [index, child] of children.entries()) {
    if (index === first) from = pos;
    pos += child.nodeSize;
    if (index === last) to = pos;
  }
  return { mark, from, to };
};

/** Links the selection, or changes the link around it; where nothing is selected the address stands for itself. */
export const setLink =
  (href: string): Command =>
  (state, dispatch) => {
    const { selection, tr } = state;
    const found = linkAround(state);
    const mark = bodySchema.marks.link.create({ ...found?.mark.attrs, href });
    const { from, to } = selection.empty && found ? found : selection;
    if (from === to) tr.insert(from, bodySchema.text(href.replace(/^(?:mailto:|https?:\/\/)/, ''), [mark]));
    else tr.addMark(from, to, mark);
    dispatch?.(tr.removeStoredMark(mark).scrollIntoView());
    return true;
  };
export const removeLink: Command = (state, dispatch) => {
  const { from, to } = state.selection.empty ? (linkAround(state) ?? state.selection) : state.selection;
  dispatch?.(state.tr.removeMark(from, to, bodySchema.marks.link));
  return true;
};

/** Puts a picture, video or variable there, or gives the selected one other attributes. */
export const putAtom =
  (name: 'image' | 'video' | 'variable', attrs: Attrs): Command =>
  (state, dispatch) => {
    const { selection, tr } = state;
    const type = bodySchema.nodes[name];
    if (selection instanceof NodeSelection && selection.node.type === type) {
      // What was said of the old file is not true of another.
      const fresh = attrs.src === selection.node.attrs.src ? {} : { width: null, height: null, captions: null };
      tr.setNodeMarkup(selection.from, null, { ...selection.node.attrs, ...fresh, ...attrs });
      tr.setSelection(NodeSelection.create(tr.doc, selection.from));
    } else if (name === 'variable') {
      tr.replaceSelectionWith(type.create(attrs));
    } else {
      const { $to } = selection;
      const isBlank = $to.parent.type === paragraph && $to.parent.content.size === 0;
      const at = $to.depth === 0 ? $to.pos : isBlank ? $to.before() : $to.after();
      tr.replaceWith(at, isBlank && $to.depth > 0 ? $to.after() : at, type.create(attrs));
      tr.setSelection(NodeSelection.create(tr.doc, at));
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
