import type { Reason } from './rules/compile.ts';
import type { Comparison, Condition } from './rules/condition.ts';

export type ExplainLocale = 'en' | 'ja';

const OPERATORS: Readonly<Record<ExplainLocale, Readonly<Record<string, string>>>> = {
  en: {
    eq: 'is',
    neq: 'is not',
    lt: 'is less than',
    lte: 'is at most',
    gt: 'is more than',
    gte: 'is at least',
    in: 'is one of',
    notIn: 'is none of',
    contains: 'contains',
    notContains: 'does not contain',
    startsWith: 'starts with',
    endsWith: 'ends with',
    matches: 'matches',
    exists: 'is known',
    notExists: 'is not known',
    before: 'is before',
    after: 'is after',
    withinLast: 'is within the last',
    olderThan: 'is longer ago than',
    versionGte: 'is version',
    versionLt: 'is older than version',
  },
  ja: {
    eq: '= {}',
    neq: '≠ {}',
    lt: '< {}',
    lte: '≦ {}',
    gt: '> {}',
    gte: '≧ {}',
    in: 'が {} のいずれか',
    notIn: 'が {} のいずれでもない',
    contains: 'が {} を含む',
    notContains: 'が {} を含まない',
    startsWith: 'が {} で始まる',
    endsWith: 'が {} で終わる',
    matches: 'が {} に一致する',
    exists: 'が分かっている',
    notExists: 'が分かっていない',
    before: 'が {} より前',
    after: 'が {} より後',
    withinLast: 'が過去 {} 以内',
    olderThan: 'が {} より前',
    versionGte: 'がバージョン {} 以上',
    versionLt: 'がバージョン {} より古い',
  },
};

const show = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(show).join(', ')
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : String(value);

const compare = (subject: string, { op, value }: Comparison, locale: ExplainLocale): string => {
  const phrase = OPERATORS[locale][op] ?? op;
  if (locale === 'ja') return `${subject} ${phrase.replace('{}', show(value))}`.replace(/ が/, 'が');
  return value === undefined
    ? `${subject} ${phrase}`
    : `${subject} ${phrase} ${show(value)}${op === 'versionGte' ? ' or later' : ''}`;
};

const levelOf = (condition: Extract<Condition, { readonly skill: string }>, ja: boolean): string => {
  if ('is' in condition) return condition.is;
  if ('atLeast' in condition) return ja ? `${condition.atLeast} 以上` : `at least ${condition.atLeast}`;
  return ja ? `${condition.atMost} 以下` : `at most ${condition.atMost}`;
};

/** What a leaf asks, as a phrase. */
const phraseOf = (condition: Condition, locale: ExplainLocale): string => {
  const ja = locale === 'ja';
  const say = (en: string, japanese: string): string => (ja ? japanese : en);
  if ('user' in condition)
    return compare(say(`user.${condition.user}`, `ユーザーの ${condition.user}`), condition, locale);
  if ('company' in condition)
    return compare(say(`company.${condition.company}`, `アカウントの ${condition.company}`), condition, locale);
  if ('event' in condition) {
    const count = compare(
      say(`times of "${condition.event}"`, `「${condition.event}」の回数`),
      condition.count ?? { op: 'gte', value: 1 },
      locale,
    );
    return condition.within ? say(`${count} within ${condition.within}`, `過去 ${condition.within} の${count}`) : count;
  }
  if ('skill' in condition)
    return say(
      `skill "${condition.skill}" is ${levelOf(condition, ja)}`,
      `スキル「${condition.skill}」が ${levelOf(condition, ja)}`,
    );
  if ('tour' in condition) {
    const within = condition.within ? say(` within ${condition.within}`, `(過去 ${condition.within})`) : '';
    return say(
      `tour "${condition.tour}" is ${condition.is}${within}`,
      `ツアー「${condition.tour}」が ${condition.is}${within}`,
    );
  }
  if ('page' in condition) return say(`the page is ${show(condition.page)}`, `ページが ${show(condition.page)}`);
  if ('element' in condition) {
    const name =
      condition.element.selectors?.[0] ?? condition.element.text ?? condition.element.fingerprint?.name ?? '?';
    if ('is' in condition) return say(`the element ${name} is ${condition.is}`, `要素 ${name} が ${condition.is}`);
    const [part, wanted] =
      'text' in condition ? (['text', condition.text] as const) : (['value', condition.value] as const);
    return compare(say(`the ${part} of ${name}`, `要素 ${name} の ${part}`), wanted, locale);
  }
  if ('segment' in condition)
    return say(`in the segment "${condition.segment}"`, `セグメント「${condition.segment}」に含まれる`);
  if ('sessions' in condition)
    return compare(say('the number of sessions', 'セッション数'), condition.sessions, locale);
  if ('secondsOnPage' in condition)
    return say(`${condition.secondsOnPage} seconds on the page`, `ページ滞在 ${condition.secondsOnPage} 秒以上`);
  if ('sample' in condition)
    return say(`among ${condition.sample * 100} % of users`, `ユーザーの ${condition.sample * 100} % に含まれる`);
  const [form = '?', wanted] = Object.entries(condition)[0] ?? [];
  const names: Readonly<Record<string, string>> = {
    device: '端末',
    viewport: '画面の大きさ',
    locale: '言語',
    browser: 'ブラウザ',
    time: '日時',
  };
  return ja ? `${names[form] ?? form}が ${show(wanted)}` : `${form} is ${show(wanted)}`;
};

/** One leaf's answer in a sentence: what was wanted, and what was found. */
export const explainReason = (reason: Reason, locale: ExplainLocale): string => {
  const { wanted, found, result } = reason;
  const ja = locale === 'ja';
  const phrase = phraseOf(wanted, locale);
  if (result === 'unknown')
    return found === undefined && !('segment' in wanted)
      ? ja
        ? `まだ分からない:${phrase}(情報の到着待ち、または対応していない条件)`
        : `Not known yet: ${phrase} (still loading, or not understood).`
      : ja
        ? `まだ分からない:${phrase}`
        : `Not known yet: ${phrase}.`;
  const seen =
    'segment' in wanted
      ? ''
      : found === null
        ? ja
          ? '(値なし)'
          : ' (found nothing)'
        : ja
          ? `(実際は ${show(found)})`
          : ` (found ${show(found)})`;
  return ja ? `${result ? '満たす' : '満たさない'}:${phrase}${seen}` : `${result ? 'Yes' : 'No'}: ${phrase}${seen}.`;
};
