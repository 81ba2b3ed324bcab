import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import type { MarkType } from 'prosemirror-model';
import type { Plugin } from 'prosemirror-state';
import { bodySchema } from './schema.ts';

const { heading, bulletList, orderedList } = bodySchema.nodes;
const { bold, italic, code } = bodySchema.marks;

/** `**so**`: what stands between the signs gets the mark, and the signs go. */
const marked = (pattern: RegExp, mark: MarkType): InputRule =>
  new InputRule(pattern, (state, match, start, end) => {
    const [whole, inner = ''] = match;
    const from = start + whole.indexOf(inner);
    const innerEnd = from + inner.length;
    const { tr } = state;
    if (innerEnd < end) tr.delete(innerEnd, end);
    if (from > start) tr.delete(start, from);
    return tr.addMark(start, start + inner.length, mark.create()).removeStoredMark(mark);
  });

/** What is written as in Markdown becomes what it means. The next Backspace gives the signs back. */
export const rules = (): Plugin =>
  inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,3})\s$/, heading, ([, signs]) => ({ level: signs?.length === 3 ? 3 : 2 })),
      wrappingInputRule(/^\s*[-*・]\s$/, bulletList),
      wrappingInputRule(
        /^(\d{1,4})\.\s$/,
        orderedList,
        ([, first]) => ({ start: Number(first) === 1 ? null : Number(first) }),
        ([, first], list) => list.childCount + Number(list.attrs.start ?? 1) === Number(first),
      ),
      marked(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, bold),
      marked(/(?<![*\w])\*([^*\s](?:[^*]*[^*\s])?)\*$/, italic),
      marked(/(?<![_\w])_([^_\s](?:[^_]*[^_\s])?)_$/, italic),
      marked(/`([^`]+)`$/, code),
    ],
  });
