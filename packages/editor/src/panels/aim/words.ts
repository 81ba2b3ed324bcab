import type { Condition } from '@shirube/schema/rules';
import type { UiLocale, Workspace } from '../../session/Session.ts';
import { formed, partsOf } from './model/form.ts';
import { englishPhrase } from './words/english.ts';
import { japanesePhrase } from './words/japanese.ts';
import type { Phrase, Vocabulary } from './words/phrase.ts';

/** What skills, segments and tours are called, for those who read. */
export const vocabularyOf = ({
  skills,
  segments,
  tours,
}: Pick<Workspace, 'skills' | 'segments' | 'tours'>): Vocabulary => ({
  skill: (id) => skills.find((one) => one.id === id)?.name ?? id,
  segment: (id) => segments.find((one) => one.id === id)?.name ?? id,
  tour: (id) => tours.find((one) => one.id === id)?.name ?? id,
});

/** What one leaf says; a `not` around it is part of what it says. */
export const phraseOf = (
  condition: Condition,
  ui: UiLocale,
  vocabulary: Vocabulary,
  options: { readonly negated?: boolean } = {},
): Phrase => (ui === 'ja' ? japanesePhrase : englishPhrase)(condition, vocabulary, options);

/** A condition as what it says of people: "people whose plan is trial and who are new to Invoicing"; 「plan が「trial」で、「請求書」の初心者の人」. */
export const sentence = (condition: Condition | undefined, ui: UiLocale, vocabulary: Vocabulary): string => {
  const group = partsOf(condition);
  if (condition === undefined || (group?.join === 'all' && group.parts.length === 0))
    return ui === 'ja' ? 'すべての人' : 'everyone';
  const said = joined(condition, ui, vocabulary, false);
  return ui === 'ja' ? `${said}人` : `people ${said}`;
};

/** The same for whoever has a workspace at hand. */
export const conditionWords = (condition: Condition | undefined, ui: UiLocale, workspace: Workspace): string =>
  sentence(condition, ui, vocabularyOf(workspace));

const joined = (condition: Condition, ui: UiLocale, vocabulary: Vocabulary, negated: boolean): string => {
  const group = partsOf(condition);
  // A negated group, or an empty one, cannot open into the sentence: it is said in brackets.
  const parts = group && !negated && group.parts.length > 0 ? group.parts : [condition];
  const follow = group?.join === 'any' ? 'or' : 'and';
  const phrases = parts.map((part) => partPhrase(part, ui, vocabulary, negated));
  return phrases
    .map((one, index) => {
      const { chip, tail } = index === phrases.length - 1 ? one.end : one[follow];
      if (ui === 'ja') return `${chip}${tail}`;
      const lead = index > 0 && phrases[index - 1]?.lead === one.lead ? '' : one.lead;
      return [index === 0 ? '' : ` ${follow}`, lead, chip].filter((word) => word !== '').join(' ');
    })
    .join('');
};

const partPhrase = (part: Condition, ui: UiLocale, vocabulary: Vocabulary, negated: boolean): Phrase => {
  const it = formed(part);
  if (it.form === 'not') return partPhrase(it.condition.not, ui, vocabulary, !negated);
  if (it.form === 'all' || it.form === 'any') return groupPhrase(part, ui, vocabulary, negated);
  return phraseOf(part, ui, vocabulary, { negated });
};

const groupPhrase = (group: Condition, ui: UiLocale, vocabulary: Vocabulary, negated: boolean): Phrase => {
  const { join, parts } = partsOf(group) ?? { join: 'all', parts: [] };
  const inner = parts.map((part) => partPhrase(part, ui, vocabulary, false).bare);
  if (ui === 'en') {
    const words =
      parts.length === 0
        ? join === 'all'
          ? 'anyone'
          : 'no one'
        : `(${inner.join(join === 'all' ? ' and ' : ' or ')})`;
    const piece = { chip: words, tail: '' };
    const lead = negated ? 'who do not match' : '';
    return { lead, and: piece, or: piece, end: piece, bare: lead === '' ? words : `${lead} ${words}` };
  }
  const words =
    parts.length === 0
      ? join === 'all'
        ? '(すべての人)'
        : '(該当なし)'
      : inner.map((one) => `(${one})`).join(join === 'all' ? 'かつ' : 'または');
  const [mid, end] = negated ? ['当てはまらず', '当てはまらない'] : ['当てはまり', '当てはまる'];
  const piece = (verb: string, tail: string) => ({ chip: `${words}に${verb}`, tail });
  return { lead: '', and: piece(mid, '、'), or: piece(end, 'か、'), end: piece(end, ''), bare: `${words}に${end}` };
};
