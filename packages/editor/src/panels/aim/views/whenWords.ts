import type { Frequency, Tour, Trigger } from '@shirube/schema/tour';
import type { UiLocale } from '../../../session/Session.ts';
import type { AimTexts } from '../locale/index.ts';
import { page } from '../words/english.ts';
import { pageJa } from '../words/japanese.ts';
import { elementWords, momentWords } from '../words/values.ts';

export const triggerWords = (trigger: Trigger | undefined, ui: UiLocale, { trigger: words }: AimTexts): string => {
  switch (trigger?.on) {
    case 'page':
      return words.page(ui === 'ja' ? pageJa(trigger.page) : page(trigger.page));
    case 'event':
      return words.event(trigger.event);
    case 'element':
      return words[trigger.is ?? 'visible'](elementWords(trigger.element));
    default:
      return words.manual;
  }
};

export const frequencyWords = (frequency: Frequency | undefined, { frequency: words }: AimTexts): string => {
  if (frequency?.show !== 'every') return words[frequency?.show ?? 'once'];
  return `${words.every(frequency.days)}${frequency.atMost === undefined ? '' : words.atMost(frequency.atMost)}`;
};

export const scheduleWords = (schedule: Tour['schedule'], ui: UiLocale, { schedule: words }: AimTexts): string => {
  const from = schedule?.from === undefined ? undefined : momentWords(schedule.from, ui);
  const until = schedule?.until === undefined ? undefined : momentWords(schedule.until, ui);
  if (from !== undefined && until !== undefined) return words.both(from, until);
  return from !== undefined ? words.from(from) : until !== undefined ? words.until(until) : words.any;
};
