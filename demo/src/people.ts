import { recall, remember } from './data/memory.ts';
import type { Plan } from './data/types.ts';
import type { Lang } from './i18n/index.ts';

/** Somebody to view the product as. A demo's device: a real product has a sign-in instead. */
export interface Person {
  readonly id: 'novice' | 'veteran' | 'viewer' | 'mobile';
  readonly name: Readonly<Record<Lang, string>>;
  readonly firstName: Readonly<Record<Lang, string>>;
  readonly role: 'admin' | 'viewer';
  readonly plan: Plan;
  /** Account ages in days; 0 is today. */
  readonly daysHere: number;
  readonly company: { readonly id: string; readonly name: Readonly<Record<Lang, string>>; readonly daysHere: number };
}

export const people: readonly Person[] = [
  {
    id: 'novice',
    name: { en: 'Haruka Mori', ja: '森 遥' },
    firstName: { en: 'Haruka', ja: '遥' },
    role: 'admin',
    plan: 'trial',
    daysHere: 0,
    company: { id: 'mori', name: { en: 'Mori Design Studio', ja: '森デザイン事務所' }, daysHere: 0 },
  },
  {
    id: 'veteran',
    name: { en: 'Kenji Sato', ja: '佐藤 健二' },
    firstName: { en: 'Kenji', ja: '健二' },
    role: 'admin',
    plan: 'trial',
    daysHere: 0,
    company: { id: 'sato', name: { en: 'Sato Accounting', ja: '佐藤会計事務所' }, daysHere: 0 },
  },
  {
    id: 'viewer',
    name: { en: 'Emily Chen', ja: '陳 恵美' },
    firstName: { en: 'Emily', ja: '恵美' },
    role: 'viewer',
    plan: 'team',
    daysHere: 210,
    company: { id: 'kitahama', name: { en: 'Kitahama Trading', ja: '北浜商事' }, daysHere: 640 },
  },
  {
    id: 'mobile',
    name: { en: 'Daichi Ono', ja: '大野 大地' },
    firstName: { en: 'Daichi', ja: '大地' },
    role: 'admin',
    plan: 'trial',
    daysHere: 0,
    company: { id: 'ono', name: { en: 'Ono Carpentry', ja: '大野工務店' }, daysHere: 0 },
  },
];

export const personById = (id: string | undefined): Person => {
  const person = people.find((candidate) => candidate.id === id) ?? people[0];
  if (person === undefined) throw new Error('The demo has no people.');
  return person;
};

const PERSON_KEY = 'hinode.person';
const suffixKey = (person: Person): string => `hinode.again.${person.id}`;

export const rememberedPerson = (): Person => personById(recall(PERSON_KEY));
export const rememberPerson = (person: Person): void => remember(PERSON_KEY, person.id);

/** Each reset makes a new user of the same person, so that nothing that Shirube knows about the old one counts. */
export const userIdOf = (person: Person): string => {
  const suffix = recall(suffixKey(person));
  return suffix === undefined ? `demo-${person.id}` : `demo-${person.id}-${suffix}`;
};
export const renewUserId = (person: Person): string => {
  remember(suffixKey(person), crypto.randomUUID().slice(0, 8));
  return userIdOf(person);
};
