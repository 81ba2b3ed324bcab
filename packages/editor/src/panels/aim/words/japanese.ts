import type { Comparison, Condition, PageMatch } from '@shirube/schema/rules';
import { type Forms, formed } from '../model/form.ts';
import { compareJa, isNot, nai, noun, verb } from './compareJa.ts';
import type { Phrase, Vocabulary } from './phrase.ts';
import {
  browserWords,
  durationWords,
  elementWords,
  hourWords,
  languageWords,
  orWords,
  percentWords,
  weekdayWords,
} from './values.ts';

/** What a leaf says in Japanese, before 「人」. */
export const japanesePhrase = (
  condition: Condition,
  vocabulary: Vocabulary,
  { negated = false }: { readonly negated?: boolean } = {},
): Phrase => {
  const it = formed(condition);
  const be = negated ? isNot : noun;
  switch (it.form) {
    case 'user':
      return compareJa(it.condition.user, it.condition, { negated });
    case 'company':
      return compareJa(`アカウントの ${it.condition.company}`, it.condition, { negated });
    case 'event':
      return event(it.condition, negated);
    case 'skill':
      return be(skill(it.condition, vocabulary));
    case 'tour':
      return tour(it.condition, vocabulary, negated);
    case 'page':
      return negated ? nai(`${pageJa(it.condition.page)}にい`) : verb(`${pageJa(it.condition.page)}にい`, 'て', 'る');
    case 'element':
      return element(it.condition, negated);
    case 'device': {
      const devices = orWords(
        [it.condition.device].flat().map((one) => DEVICES[one] ?? String(one)),
        'ja',
      );
      return using(devices, negated);
    }
    case 'viewport':
      return be(viewport(it.condition));
    case 'locale':
      return be(
        `表示言語が${orWords(
          it.condition.locale.map((tag) => languageWords(tag, 'ja')),
          'ja',
        )}`,
      );
    case 'browser':
      return using(`${orWords(it.condition.browser.map(browserWords), 'ja')} `, negated);
    case 'time':
      return be(time(it.condition));
    case 'sessions':
      return sessions(it.condition.sessions, negated);
    case 'secondsOnPage':
      return noun(
        `ページを開いて ${durationWords(`${it.condition.secondsOnPage}s`, 'ja')}${negated ? '未満' : '以上'}`,
      );
    case 'segment':
      return included(`セグメント「${vocabulary.segment(it.condition.segment)}」`, negated);
    case 'sample':
      return included(`ユーザー全体の ${percentWords(it.condition.sample)} `, negated);
    default:
      return negated
        ? nai('このエディターでは扱えない条件に当てはまら')
        : verb('このエディターでは扱えない条件に当てはま', 'り', 'る');
  }
};

const DEVICES: Readonly<Record<string, string>> = {
  desktop: 'パソコン',
  tablet: 'タブレット',
  mobile: 'スマートフォン',
};
const using = (what: string, negated: boolean): Phrase =>
  negated ? verb(`${what}を使ってい`, 'なくて', 'ない') : verb(`${what}を使ってい`, 'て', 'る');
const included = (what: string, negated: boolean): Phrase =>
  negated ? nai(`${what}に含まれ`) : verb(`${what}に含まれ`, '', 'る');
const inLast = (within: string | undefined): string =>
  within === undefined ? '' : `過去 ${durationWords(within, 'ja')}に`;

const OPPOSITE = { eq: 'neq', neq: 'eq', lt: 'gte', lte: 'gt', gt: 'lte', gte: 'lt' } as const;
const event = ({ event: name, count, within, where }: Forms['event'], negated: boolean): Phrase => {
  const { op: given, value } = count ?? ({ op: 'gte', value: 1 } as const);
  const op = negated ? (OPPOSITE[given] ?? given) : given;
  const conditions = (where ?? []).map((one) => compareJa(one.prop, one).bare).join('、');
  const what = `${inLast(within)}「${name}」${conditions === '' ? '' : `(${conditions})`}`;
  const isDone = (op === 'gte' && value === 1) || (op === 'gt' && value === 0);
  const isNever = (op === 'lt' && value === 1) || ((op === 'eq' || op === 'lte') && value === 0);
  if (isDone)
    return within === undefined ? verb(`${what}を行ったことがあ`, 'り', 'る') : verb(`${what}を行っ`, 'ていて', 'た');
  if (isNever) return within === undefined ? nai(`${what}を行ったことが`) : verb(`${what}を行ってい`, 'なくて', 'ない');
  const often = {
    eq: `ちょうど ${value} 回`,
    neq: `${value} 回以外`,
    lt: `${value} 回未満`,
    lte: `${value} 回以下`,
    gt: `${value} 回より多い回数`,
    gte: `${value} 回以上`,
  }[op];
  return noun(`${what}を行ったのが${op === 'eq' ? '' : ' '}${often ?? ''}`);
};

const skill = (condition: Forms['skill'], vocabulary: Vocabulary): string => {
  const name = `「${vocabulary.skill(condition.skill)}」`;
  const levels: Readonly<Record<string, string>> = { novice: '初心者', learning: '習得中', proficient: '習熟' };
  if ('is' in condition) {
    const is: Readonly<Record<string, string>> = { novice: 'の初心者', learning: 'を習得中', proficient: 'に習熟済み' };
    return `${name}${is[condition.is] ?? condition.is}`;
  }
  if ('atLeast' in condition) return `${name}の習熟度が${levels[condition.atLeast] ?? condition.atLeast}以上`;
  return `${name}の習熟度が${levels[condition.atMost] ?? condition.atMost}以下`;
};

const tour = ({ tour: id, is, within }: Forms['tour'], vocabulary: Vocabulary, negated: boolean): Phrase => {
  const name = `${inLast(within)}ツアー「${vocabulary.tour(id)}」を`;
  if (is === 'never_seen') return negated ? verb(`${name}見たことがあ`, 'り', 'る') : nai(`${name}見たことが`);
  const stem = { started: '開始し', completed: '完了し', dismissed: '閉じ' }[is] ?? String(is);
  return negated ? verb(`${name}${stem}てい`, 'なくて', 'ない') : verb(`${name}${stem}`, 'ていて', 'た');
};

/** A page, as a noun. */
export const pageJa = (match: PageMatch): string => {
  if (typeof match === 'string') return match === '' ? '…' : `${match} `;
  const parts = [
    ...(match.host ? [compareJa('ホスト', match.host)] : []),
    ...(match.path ? [compareJa('パス', match.path)] : []),
    ...Object.entries(match.query ?? {}).map(([name, one]) => compareJa(`?${name}`, one)),
    ...(match.hash ? [compareJa('#', match.hash)] : []),
  ];
  return `${attributive(parts)}ページ`;
};

/** Several phrases before a noun: 「…で、…の」. */
const attributive = (phrases: readonly Phrase[]): string =>
  phrases
    .map((one, index) => (index === phrases.length - 1 ? one.end : one.and))
    .map(({ chip, tail }) => `${chip}${tail}`)
    .join('');

const ELEMENT: Readonly<Record<string, readonly [string, string]>> = {
  present: ['がある', 'がない'],
  absent: ['がない', 'がある'],
  visible: ['が見えている', 'が見えていない'],
  enabled: ['が使える', 'が使えない'],
  disabled: ['が使えない', 'が使える'],
};
const element = (condition: Forms['element'], negated: boolean): Phrase => {
  const name = `「${elementWords(condition.element)}」`;
  if ('is' in condition) return noun(`${name}${ELEMENT[condition.is]?.[negated ? 1 : 0] ?? condition.is}画面`);
  const compared =
    'text' in condition
      ? compareJa(`${name}の文字`, condition.text, { negated })
      : compareJa(`${name}の値`, condition.value, { negated });
  return noun(`${attributive([compared])}画面`);
};

const viewport = ({ viewport: { minWidth, maxWidth, minHeight, maxHeight } }: Forms['viewport']): string => {
  const sizes = [
    ...(minWidth === undefined ? [] : [`幅が ${minWidth} px 以上`]),
    ...(maxWidth === undefined ? [] : [`幅が ${maxWidth} px 以下`]),
    ...(minHeight === undefined ? [] : [`高さが ${minHeight} px 以上`]),
    ...(maxHeight === undefined ? [] : [`高さが ${maxHeight} px 以下`]),
  ];
  return `ウィンドウの${sizes.join('で、') || '…'}`;
};

const time = ({ time: { weekdays, hours, timezone } }: Forms['time']): string => {
  const when = [
    ...(weekdays === undefined ? [] : [weekdayWords(weekdays, 'ja')]),
    ...(hours === undefined ? [] : [`${hourWords(hours[0])}〜${hourWords(hours[1])}`]),
  ].join('の ');
  return `日時が${when || '…'}${timezone === undefined ? '' : `(${timezone})`}`;
};

const sessions = ({ op, value }: Comparison, negated: boolean): Phrase => {
  if (op === 'lte' && typeof value === 'number') return (negated ? isNot : noun)(`利用が ${value} 回目まで`);
  return compareJa('利用回数', { op, value }, { negated });
};
