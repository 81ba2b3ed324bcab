import type { ShirubeEvent } from '@shirube/schema/events';
import { randomFrom, uuidV7 } from '../simulation/random.ts';
import { personById } from '../src/people.ts';
import { sendEvents } from './sendEvents.ts';

export const VETERAN = 'demo-veteran';
const DAY_MS = 86_400_000;
/** When the veteran sent invoices, in days before today: often enough, and recent enough, to count as proficient. */
const SENT_DAYS_AGO = [2, 9, 17, 28, 40];

/** What the veteran did elsewhere, before this account. `now` is epoch ms. */
export const veteranHistory = (userId: string, now: number): readonly ShirubeEvent[] => {
  const random = randomFrom([...userId].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, 7));
  const base = (at: number) => ({
    id: uuidV7(random, at),
    at,
    userId,
    anonymousId: uuidV7(random, at),
    sessionId: uuidV7(random, at),
  });
  const sent = SENT_DAYS_AGO.map(
    (days, index): ShirubeEvent => ({
      ...base(now - days * DAY_MS),
      type: 'track',
      name: 'invoice_sent',
      props: { total: 52_800 + index * 17_600, lines: 1 + (index % 3) },
    }),
  );
  const { firstName, name, role, plan, company } = personById('veteran');
  // As the product tells it at each visit, so that authors find the veteran before the first one.
  const told: ShirubeEvent = {
    ...base(now - DAY_MS),
    type: 'identify',
    traits: {
      firstName: firstName.en,
      name: name.en,
      role,
      plan,
      locale: 'en',
      createdAt: new Date(now - DAY_MS).toISOString(),
    },
    company: {
      id: company.id,
      traits: { name: company.name.en, plan, createdAt: new Date(now - DAY_MS).toISOString() },
    },
  };
  return [...sent, told];
};

/** Makes the history known to the server, unless it is already. */
export const giveHistory = async (endpoint: string, key: string, userId: string): Promise<void> => {
  const address = new URL(`/v1/users/${encodeURIComponent(userId)}/state`, endpoint);
  address.searchParams.set('key', key);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The state of ${userId} was answered with ${response.status}.`);
  const { history } = (await response.json()) as { readonly history: readonly { readonly name: string }[] };
  const sent = history.filter((event) => event.name === 'invoice_sent');
  if (sent.length < SENT_DAYS_AGO.length) await sendEvents(endpoint, key, veteranHistory(userId, Date.now()));
};
