import type { EstimateAnswer } from '@shirube/schema/api';
import { type Answer, type Condition, compile, type Facts, type References } from '@shirube/schema/rules';
import type { EventStore } from '../events/EventStore.ts';
import { LATEST, type PeopleAlike } from '../events/People.ts';
import { askedOf, momentOpen } from './askedOf.ts';

export interface Estimate extends References {
  readonly environment: string;
  readonly condition: Condition;
  /** How far back someone counts as active. */
  readonly days: number;
  /** Epoch ms of the question. */
  readonly now: number;
}
const DAY_MS = 86_400_000;

/** Whom a condition would match among the people who were active lately: by what is known of them, and nothing of where they are at the moment. */
export const estimateAudience = async (events: EventStore, estimate: Estimate): Promise<EstimateAnswer> => {
  const { environment, days, now, skills } = estimate;
  const condition = momentOpen(estimate.condition);
  const segments = estimate.segments?.map((segment) => ({ ...segment, condition: momentOpen(segment.condition) }));
  const asked = askedOf({ condition, segments, skills, now });
  const groups = await events.people({ ...asked, environment, activeSince: now - days * DAY_MS });
  const rule = compile(condition, { segments, skills });
  const answered = groups.map((group) => ({ group, answer: rule(factsOf(group, now)) }));
  const matching = (wanted: Answer) => answered.flatMap(({ group, answer }) => (answer === wanted ? [group] : []));
  const latest = matching(true)
    .flatMap((group) => group.latest)
    .sort((a, b) => b.lastSeenAt - a.lastSeenAt)
    .slice(0, LATEST);
  return {
    days,
    people: countIn(groups),
    matched: countIn(matching(true)),
    undecided: countIn(matching('unknown')),
    sample: await events.findPeople({ environment, ids: latest.map(({ userId }) => userId), limit: LATEST }),
    simulated: groups.some(({ simulated }) => simulated),
  };
};

export const countIn = (groups: readonly PeopleAlike[]): number => groups.reduce((sum, { people }) => sum + people, 0);

const factsOf = ({ user, company, history, tours, locale, latest }: PeopleAlike, now: number): Facts => ({
  now,
  user,
  company,
  history,
  tours,
  ...(locale === null ? {} : { locale }),
  // Whoever is asked for a share of users is a group of their own.
  sampleId: latest[0]?.userId,
});
