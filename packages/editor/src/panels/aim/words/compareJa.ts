import type { Comparison } from '@shirube/schema/rules';
import type { Phrase } from './phrase.ts';
import { durationWords, listWords, momentWords, valueWords } from './values.ts';

const of = (and: readonly [string, string], or: readonly [string, string], end: readonly [string, string]): Phrase => ({
  lead: '',
  and: { chip: and[0], tail: and[1] },
  or: { chip: or[0], tail: or[1] },
  end: { chip: end[0], tail: end[1] },
  bare: end[0],
});
/** 「初心者」で、「初心者」か、「初心者」の人 */
export const noun = (it: string): Phrase => of([it, 'で、'], [it, 'か、'], [it, 'の']);
/** 「初心者ではなく」、「初心者でない」か、「初心者ではない」人 */
export const isNot = (it: string): Phrase =>
  of([`${it}ではなく`, '、'], [`${it}でない`, 'か、'], [`${it}ではない`, '']);
/** 「含み」、「含む」か、「含む」人 */
export const verb = (stem: string, mid: string, end: string): Phrase =>
  of([`${stem}${mid}`, '、'], [`${stem}${end}`, 'か、'], [`${stem}${end}`, '']);
export const nai = (stem: string): Phrase => verb(stem, 'なく', 'ない');

/** 「plan が「trial」」 */
export const compareJa = (subject: string, { op, value }: Comparison, { negated = false } = {}): Phrase => {
  const it = /[\w/#.-]$/.test(subject) ? `${subject} が` : `${subject.trimEnd()}が`;
  const plain = typeof value === 'number' ? ` ${value} ` : valueWords(value, 'ja');
  const nouns = (words: string): Phrase => (negated ? isNot : noun)(`${it}${words}`.trimEnd());
  const notNoun = (words: string): Phrase => (negated ? noun : isNot)(`${it}${words}`.trimEnd());
  const verbs = (words: string, mid: string, end: string, not: string): Phrase =>
    negated ? nai(`${it}${words}${not}`) : verb(`${it}${words}`, mid, end);
  const list = Array.isArray(value) ? listWords(value, 'ja') : plain;
  switch (op) {
    case 'eq':
      return nouns(Array.isArray(value) ? `ちょうど[${value.map((one) => valueWords(one, 'ja')).join('、')}]` : plain);
    case 'neq':
      return notNoun(
        Array.isArray(value) ? `ちょうど[${value.map((one) => valueWords(one, 'ja')).join('、')}]` : plain,
      );
    case 'in':
      return nouns(list);
    case 'notIn':
      return notNoun(list);
    case 'lt':
      return nouns(`${plain}未満`);
    case 'lte':
      return nouns(`${plain}以下`);
    case 'gte':
      return nouns(`${plain}以上`);
    case 'gt':
      return verbs(`${plain}より大き`, 'く', 'い', 'く');
    case 'contains':
      return verbs(`${plain}を含`, 'み', 'む', 'ま');
    case 'notContains':
      return negated ? verb(`${it}${plain}を含`, 'み', 'む') : nai(`${it}${plain}を含ま`);
    case 'startsWith':
      return verbs(`${plain}で始ま`, 'り', 'る', 'ら');
    case 'endsWith':
      return verbs(`${plain}で終わ`, 'り', 'る', 'ら');
    case 'matches':
      return verbs(`パターン ${String(value)} に一致`, 'し', 'する', 'し');
    case 'exists':
      return negated ? nai(`${it}分かってい`) : verb(`${it}分かってい`, 'て', 'る');
    case 'notExists':
      return negated ? verb(`${it}分かってい`, 'て', 'る') : nai(`${it}分かってい`);
    case 'before':
      return nouns(`${momentWords(value, 'ja')} より前`);
    case 'after':
      return nouns(`${momentWords(value, 'ja')} より後`);
    case 'withinLast':
      return nouns(`過去 ${durationWords(value, 'ja')}以内`);
    case 'olderThan':
      return nouns(` ${durationWords(value, 'ja')}より前`);
    case 'versionGte':
      return nouns(`バージョン ${String(value)} 以上`);
    case 'versionLt':
      return nouns(`バージョン ${String(value)} 未満`);
    default:
      return nouns(`${String(op)} ${plain}`);
  }
};
