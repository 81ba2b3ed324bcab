import { toggleMark } from 'prosemirror-commands';
import type { MarkType } from 'prosemirror-model';
import { type Command, type EditorState, NodeSelection } from 'prosemirror-state';
import type { WriteTexts } from '../locale/index.ts';
import { isHeading, linkAround, listAround, toggleHeading, toggleList } from '../text/commands.ts';
import { bodySchema } from '../text/schema.ts';
import type { FormName } from './forms.ts';

export interface Tool {
  readonly name: keyof WriteTexts['tools'];
  /** Lucide's drawing on 24 × 24. */
  readonly icon: string;
  /** As prosemirror-keymap names it. */
  readonly key?: string;
  /** Does it, or asks for what it takes. */
  readonly act: Command | FormName;
  readonly isOn: (state: EditorState) => boolean;
  /** Begins a group. */
  readonly first?: true;
}

const { bulletList, orderedList, image, video, variable } = bodySchema.nodes;
const { bold, italic, code } = bodySchema.marks;

const hasMark =
  (type: MarkType) =>
  ({ selection: { from, to, $from, empty }, storedMarks, doc }: EditorState): boolean =>
    empty ? !!type.isInSet(storedMarks ?? $from.marks()) : doc.rangeHasMark(from, to, type);
const holds =
  (type: typeof image) =>
  ({ selection }: EditorState): boolean =>
    selection instanceof NodeSelection && selection.node.type === type;

/** What can be done with a text, in the order of the toolbar. The drawings are Lucide's (ISC licence). */
export const tools: readonly Tool[] = [
  {
    name: 'bold',
    icon: 'M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8',
    key: 'Mod-b',
    act: toggleMark(bold),
    isOn: hasMark(bold),
  },
  { name: 'italic', icon: 'M19 4h-9M14 20H5M15 4 9 20', key: 'Mod-i', act: toggleMark(italic), isOn: hasMark(italic) },
  { name: 'code', icon: 'm16 18 6-6-6-6M8 6l-6 6 6 6', key: 'Mod-e', act: toggleMark(code), isOn: hasMark(code) },
  {
    name: 'link',
    icon: 'M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71',
    key: 'Mod-k',
    act: 'link',
    isOn: (state) => linkAround(state) !== undefined,
  },
  {
    name: 'heading2',
    icon: 'M4 12h8M4 18V6M12 18V6M21 18h-4c0-4 4-3 4-6 0-1.500-2-2.500-4-1',
    key: 'Mod-Alt-2',
    act: toggleHeading(2),
    isOn: (state) => isHeading(state, 2),
    first: true,
  },
  {
    name: 'heading3',
    icon: 'M4 12h8M4 18V6M12 18V6M17.500 10.500c1.700-1 3.500 0 3.500 1.500a2 2 0 0 1-2 2M17 17.500c2 1.500 4 .300 4-1.500a2 2 0 0 0-2-2',
    key: 'Mod-Alt-3',
    act: toggleHeading(3),
    isOn: (state) => isHeading(state, 3),
  },
  {
    name: 'bulletList',
    icon: 'M3 5h.01M3 12h.01M3 19h.01M8 5h13M8 12h13M8 19h13',
    key: 'Mod-Shift-8',
    act: toggleList(bulletList),
    isOn: (state) => listAround(state) === bulletList,
  },
  {
    name: 'orderedList',
    icon: 'M11 5h10M11 12h10M11 19h10M4 4h1v5M4 9h2M6.500 20H3.400c0-1 2.600-1.925 2.600-3.500a1.500 1.500 0 0 0-2.600-1.020',
    key: 'Mod-Shift-7',
    act: toggleList(orderedList),
    isOn: (state) => listAround(state) === orderedList,
  },
  {
    name: 'variable',
    icon: 'M8 3H7a2 2 0 0 0-2 2v5a2 2 0 0 1-2 2 2 2 0 0 1 2 2v5a2 2 0 0 0 2 2h1M16 21h1a2 2 0 0 0 2-2v-5a2 2 0 0 1 2-2 2 2 0 0 1-2-2V5a2 2 0 0 0-2-2h-1',
    act: 'variable',
    isOn: holds(variable),
    first: true,
  },
  {
    name: 'image',
    icon: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM9 7a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM21 15l-3.086-3.086a2 2 0 0 0-2.828 0L6 21',
    act: 'image',
    isOn: holds(image),
  },
  {
    name: 'video',
    icon: 'm16 13 5.223 3.482a.5.5 0 0 0 .777-.416V7.870a.5.5 0 0 0-.752-.432L16 10.500M4 6h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z',
    act: 'video',
    isOn: holds(video),
  },
];
