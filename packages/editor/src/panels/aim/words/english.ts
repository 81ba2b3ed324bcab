import type { Comparison, Condition, PageMatch } from '@shirube/schema/rules';
import { type Forms, formed } from '../model/form.ts';
import { compareEn } from './compareEn.ts';
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

const phrase = (lead: string, chip: string): Phrase => {
  const piece = { chip, tail: '' };
  return { lead, and: piece, or: piece, end: piece, bare: `${lead} ${chip}` };
};

/** What a leaf says in English, of "people …". */
export const englishPhrase = (
  condition: Condition,
  vocabulary: Vocabulary,
  { negated = false }: { readonly negated?: boolean } = {},
): Phrase => {
  const it = formed(condition);
  const be = negated ? 'who are not' : 'who are';
  switch (it.form) {
    case 'user':
      return phrase('whose', compareEn(it.condition.user, it.condition, { negated }));
    case 'company':
      return phrase('whose', compareEn(`account’s ${it.condition.company}`, it.condition, { negated }));
    case 'event':
      return phrase('who', event(it.condition, negated));
    case 'skill':
      return phrase(be, skill(it.condition, vocabulary));
    case 'tour':
      return phrase('who', tour(it.condition, vocabulary, negated));
    case 'page':
      return phrase(be, `on ${page(it.condition.page)}`);
    case 'element':
      return phrase('while', element(it.condition, negated));
    case 'device':
      return phrase(
        be,
        `on ${orWords(
          [it.condition.device].flat().map((one) => DEVICES[one] ?? String(one)),
          'en',
        )}`,
      );
    case 'viewport':
      return phrase(negated ? 'whose window is not' : 'whose window is', viewport(it.condition));
    case 'locale':
      return phrase(
        negated ? 'who do not read' : 'who read',
        orWords(
          it.condition.locale.map((tag) => languageWords(tag, 'en')),
          'en',
        ),
      );
    case 'browser':
      return phrase(negated ? 'who do not use' : 'who use', orWords(it.condition.browser.map(browserWords), 'en'));
    case 'time':
      return phrase(negated ? 'while it is not' : 'while it is', time(it.condition));
    case 'sessions':
      return sessions(it.condition.sessions, negated);
    case 'secondsOnPage':
      return phrase(
        negated ? 'who have not been' : 'who have been',
        `on the page for ${durationWords(`${it.condition.secondsOnPage}s`, 'en')}`,
      );
    case 'segment':
      return phrase(
        negated ? 'who are not in' : 'who are in',
        `the segment ${vocabulary.segment(it.condition.segment)}`,
      );
    case 'sample':
      return phrase(negated ? 'who are not among' : 'who are among', `${percentWords(it.condition.sample)} of users`);
    default:
      return phrase(negated ? 'who do not meet' : 'who meet', 'a condition that this editor does not know');
  }
};

const DEVICES: Readonly<Record<string, string>> = { desktop: 'a computer', tablet: 'a tablet', mobile: 'a phone' };
const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
const inLast = (within: string | undefined): string =>
  within === undefined ? '' : ` in the last ${durationWords(within, 'en')}`;

/** The opposite of a count is a count too: nobody has done something half a time. */
const OPPOSITE = { eq: 'neq', neq: 'eq', lt: 'gte', lte: 'gt', gt: 'lte', gte: 'lt' } as const;

const event = ({ event: name, count, within, where }: Forms['event'], negated: boolean): string => {
  const { op: given, value } = count ?? ({ op: 'gte', value: 1 } as const);
  const op = negated ? (OPPOSITE[given] ?? given) : given;
  const with_ = (where ?? []).map((one) => compareEn(one.prop, one)).join(' and ');
  const rest = `${inLast(within)}${with_ === '' ? '' : ` where ${with_}`}`;
  const done = `have done “${name}”`;
  if ((op === 'gte' && value === 1) || (op === 'gt' && value === 0)) return `${done}${rest}`;
  if ((op === 'lt' && value === 1) || ((op === 'eq' || op === 'lte') && value === 0))
    return `have ${within === undefined ? 'never' : 'not'} done “${name}”${rest}`;
  const often = {
    eq: times(value) === 'once' ? 'exactly once' : `exactly ${times(value)}`,
    neq: `not exactly ${times(value)}`,
    lt: `fewer than ${value} times`,
    lte: `at most ${times(value)}`,
    gt: `more than ${times(value)}`,
    gte: `at least ${times(value)}`,
  }[op];
  return `${done} ${often ?? ''}${rest}`;
};

const skill = (condition: Forms['skill'], vocabulary: Vocabulary): string => {
  const name = vocabulary.skill(condition.skill);
  const at: Readonly<Record<string, string>> = { novice: 'new to', learning: 'learning', proficient: 'proficient in' };
  if ('is' in condition) return `${at[condition.is] ?? condition.is} ${name}`;
  if ('atLeast' in condition) return `at least “${condition.atLeast}” in ${name}`;
  return `at most “${condition.atMost}” in ${name}`;
};

const tour = ({ tour: id, is, within }: Forms['tour'], vocabulary: Vocabulary, negated: boolean): string => {
  const name = `the tour “${vocabulary.tour(id)}”`;
  const have: Readonly<Record<string, readonly [string, string]>> = {
    never_seen: ['have never seen', 'have seen'],
    started: ['have started', 'have not started'],
    completed: ['have completed', 'have not completed'],
    dismissed: ['have dismissed', 'have not dismissed'],
  };
  return `${have[is]?.[negated ? 1 : 0] ?? is} ${name}${inLast(within)}`;
};

/** A page, as it follows "on" or "open". */
export const page = (match: PageMatch): string => {
  if (typeof match === 'string') return match === '' ? '…' : match;
  const parts = [
    ...(match.host ? [compareEn('host', match.host)] : []),
    ...(match.path ? [compareEn('path', match.path)] : []),
    ...Object.entries(match.query ?? {}).map(([name, one]) => compareEn(`?${name}`, one)),
    ...(match.hash ? [compareEn('#', match.hash)] : []),
  ];
  return `a page whose ${parts.join(' and ')}`;
};

const ELEMENT: Readonly<Record<string, readonly [string, string]>> = {
  present: ['is on the page', 'is not on the page'],
  absent: ['is not on the page', 'is on the page'],
  visible: ['is visible', 'is not visible'],
  enabled: ['is enabled', 'is not enabled'],
  disabled: ['is disabled', 'is not disabled'],
};
const element = (condition: Forms['element'], negated: boolean): string => {
  const name = `“${elementWords(condition.element)}”`;
  if ('is' in condition) return `${name} ${ELEMENT[condition.is]?.[negated ? 1 : 0] ?? condition.is}`;
  if ('text' in condition) return compareEn(`the text of ${name}`, condition.text, { negated });
  return compareEn(`the value of ${name}`, condition.value, { negated });
};

const viewport = ({ viewport: { minWidth, maxWidth, minHeight, maxHeight } }: Forms['viewport']): string =>
  [
    ...(minWidth === undefined ? [] : [`at least ${minWidth} px wide`]),
    ...(maxWidth === undefined ? [] : [`at most ${maxWidth} px wide`]),
    ...(minHeight === undefined ? [] : [`at least ${minHeight} px high`]),
    ...(maxHeight === undefined ? [] : [`at most ${maxHeight} px high`]),
  ].join(' and ') || '…';

const time = ({ time: { weekdays, hours, timezone } }: Forms['time']): string => {
  const when = [
    ...(weekdays === undefined ? [] : [weekdayWords(weekdays, 'en')]),
    ...(hours === undefined ? [] : [`${hourWords(hours[0])}–${hourWords(hours[1])}`]),
  ].join(', ');
  return `${when}${timezone === undefined ? '' : ` (${timezone})`}` || '…';
};

const sessions = (comparison: Comparison, negated: boolean): Phrase => {
  const { op, value } = comparison;
  if (typeof value === 'number') {
    const inFirst = negated ? 'who are not in' : 'who are in';
    if ((op === 'lte' || op === 'eq') && value === 1) return phrase(inFirst, 'their first session');
    if (op === 'lte') return phrase(inFirst, `their first ${value} sessions`);
    if (op === 'gte') return phrase(negated ? 'who have not had' : 'who have had', `at least ${value} sessions`);
  }
  return phrase(
    'whose',
    compareEn('number of sessions', { op, value: value === undefined ? value : Number(value) }, { negated }),
  );
};
