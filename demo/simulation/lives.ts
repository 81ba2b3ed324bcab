import type { EventBase, ShirubeEvent } from '@shirube/schema/events';
import type { SimulatedTour } from './generate.ts';
import { pick, type Random, uuidV7 } from './random.ts';

/** Who they are in the product, as its `identify` tells it, and what they did there beside tours. Made up; any likeness is chance. */
type Weighted<T> = readonly (readonly [T, number])[];
const names = {
  ja: {
    family: ['佐藤', '鈴木', '高橋', '田中', '伊藤', '渡辺', '山本', '中村', '小林', '加藤', '吉田', '山田'],
    first: ['陽菜', '結衣', '美咲', '葵', '凛', '蓮', '湊', '大翔', '悠真', '健太', '直樹', '恵子'],
    companies: [
      '青葉商店',
      '港町デザイン',
      '北山工務店',
      'みどり歯科',
      '朝日製作所',
      '桜井法律事務所',
      '川辺印刷',
      '星野ベーカリー',
    ],
  },
  en: {
    family: ['Smith', 'Garcia', 'Chen', 'Novak', 'Patel', 'Okafor', 'Kim', 'Moreau', 'Rossi', 'Larsen'],
    first: ['Emma', 'Liam', 'Sofia', 'Noah', 'Maya', 'Lucas', 'Amara', 'Owen', 'Iris', 'Theo'],
    companies: ['Harbor Studio', 'Northwind Legal', 'Maple Dental', 'Bright Print', 'Oak & Iron', 'Juniper Foods'],
  },
} as const;
const plans: Weighted<string> = [
  ['trial', 4],
  ['team', 4],
  ['business', 2],
];
const roles: Weighted<string> = [
  ['admin', 6],
  ['viewer', 4],
];
/** Days since they joined, by plan: at most so many. */
const joined: Readonly<Record<string, number>> = { trial: 30, team: 400, business: 900 };
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

type Who = Pick<EventBase, 'userId' | 'anonymousId' | 'sessionId' | 'simulated'>;
interface Visit {
  /** Epoch ms at which they came. */
  readonly at: number;
  /** Epoch ms: everything has happened before it. */
  readonly now: number;
  /** Already known of them. */
  readonly who?: Who;
  readonly locale?: string | undefined;
  readonly traits?: Readonly<Record<string, unknown>> | undefined;
}

/** Somebody's visit: who they are, and what they did. Those who view do not send. */
export const lifeOf = (
  random: Random,
  { at, now, who = someone(random, at), locale, traits = {} }: Visit,
): readonly ShirubeEvent[] => {
  const base = (when: number): EventBase => ({ id: uuidV7(random, when), at: when, ...who });
  const language =
    locale ??
    pick(random, [
      ['ja', 3],
      ['en', 1],
    ] satisfies Weighted<string>);
  const known = names[language === 'ja' ? 'ja' : 'en'];
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const [firstName, family] = [one(known.first), one(known.family)];
  const plan = String(traits.plan ?? pick(random, plans));
  const role = String(traits.role ?? pick(random, roles));
  const day = Math.floor(random() * (joined[plan] ?? 100));
  const createdAt = new Date(Math.floor(at / DAY_MS) * DAY_MS - day * DAY_MS).toISOString();
  const company = Math.floor(random() * 40);
  // The same for everybody of the company.
  const companySince = new Date(
    Math.floor(now / DAY_MS) * DAY_MS - ((joined[plan] ?? 100) + 9 * company) * DAY_MS,
  ).toISOString();
  const told: ShirubeEvent = {
    ...base(at),
    type: 'identify',
    traits: {
      firstName,
      name: language === 'ja' ? `${family} ${firstName}` : `${firstName} ${family}`,
      role,
      plan,
      locale: language,
      createdAt,
      ...traits,
    },
    company: {
      id: `simulated-${language}-${plan}-${company}`,
      traits: { name: known.companies[company % known.companies.length], plan, createdAt: companySince },
    },
  };
  const often = role === 'viewer' ? 0 : plan === 'trial' ? 1 : 6;
  const done = Array.from({ length: Math.floor(random() * (often + 1)) }, (_, index): readonly ShirubeEvent[] => {
    const when = at + Math.floor((1 + index + random()) * 4 * MINUTE_MS);
    const props = { total: 1_100 * (1 + Math.floor(random() * 90)), lines: 1 + Math.floor(random() * 4) };
    return [
      ...(random() < 0.3
        ? [
            {
              ...base(when - MINUTE_MS),
              type: 'track',
              name: 'customer_added',
              props: { customers: 1 + index },
            } as const,
          ]
        : []),
      { ...base(when), type: 'track', name: 'invoice_created', props },
      ...(random() < 0.8 ? [{ ...base(when + 1_000), type: 'track', name: 'invoice_sent', props } as const] : []),
      ...(random() < 0.3
        ? [{ ...base(when + MINUTE_MS), type: 'track', name: 'invoice_paid', props: { total: props.total } } as const]
        : []),
    ];
  });
  return [told, ...done.flat()].filter((event) => event.at < now);
};

const someone = (random: Random, at: number): Who => {
  const anonymousId = uuidV7(random, at);
  return {
    userId: `simulated-${anonymousId.slice(-12)}`,
    anonymousId,
    sessionId: uuidV7(random, at),
    simulated: true,
  };
};

/** The life of whoever made a run: known before it began, and of the kind that the tour is for. */
export const lifeAround = (
  random: Random,
  run: readonly ShirubeEvent[],
  { traits }: SimulatedTour,
  now: number,
): readonly ShirubeEvent[] => {
  const [first] = run;
  if (first === undefined) return [];
  const { userId, anonymousId, sessionId, simulated, at } = first;
  const locale = 'locale' in first ? first.locale : undefined;
  return lifeOf(random, { at, now, who: { userId, anonymousId, sessionId, simulated }, locale, traits });
};
