import type { Bundle } from '@shirube/schema/bundle';
import type { ElementFact, Facts } from '@shirube/schema/rules';
import type { Tour } from '@shirube/schema/tour';
import { type Core, newDevice } from '../core.ts';
import { factsNow } from '../facts.ts';
import type { Store } from '../ports.ts';
import type { Person } from './Person.ts';

/** What is rehearsed: one tour as it is now, what it refers to, and as whom. */
export interface Play {
  readonly tour: Tour;
  readonly library: Pick<Bundle, 'segments' | 'skills' | 'themes'>;
  readonly person: Person;
}

/** The runtime's shared state without a server, without a store, and with the person in the place of the user. */
export const coreOf = ({ tour, library, person }: Play, gone: AbortSignal): Core => ({
  options: person.locale === undefined ? {} : { locale: person.locale },
  endpoint: '',
  key: '',
  store: nowhere,
  diagnose: () => {},
  gone,
  listeners: new Map(),
  device: { ...newDevice(), sessions: 1 },
  user: { id: NAME, traits: person.traits ?? {}, company: person.company },
  bundle: {
    ...library,
    bundleVersion: 1,
    environment: '',
    updatedAt: 0,
    tours: [{ version: 0, tour }],
    killed: [],
  },
  recordId: person.id ?? NAME,
  record: { tours: person.tours ?? {}, history: person.history ?? [] },
});
const NAME = 'rehearsal';

/** Keeps nothing. */
const nowhere: Store = {
  kind: 'memory',
  get: async () => undefined,
  set: async () => {},
  update: async () => {},
  delete: async () => {},
};

/** The same facts that a user's page would gather, of this person. */
export const factsOf = (
  core: Core,
  { device }: Person,
  elements: Readonly<Record<string, ElementFact>>,
  pageAt: number,
): Facts => ({ ...factsNow(core, { arrived: true, elements, pageAt }), ...(device === undefined ? {} : { device }) });
