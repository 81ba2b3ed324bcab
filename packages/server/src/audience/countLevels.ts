import type { Skill } from '@shirube/schema';
import type { LevelsAnswer } from '@shirube/schema/api';
import { type Level, skillLevel } from '@shirube/schema/rules';
import type { EventStore } from '../events/EventStore.ts';
import { HISTORY_PER_NAME } from '../events/history.ts';
import { momentsOf, windowsOf } from './askedOf.ts';
import { countIn } from './estimateAudience.ts';

const ACTIVE_MS = 30 * 86_400_000;

/** Everyone who was active in the last 30 days, by the level that their past amounts to at `now` (epoch ms). */
export const countLevels = async (
  events: EventStore,
  { environment, skill, now }: { readonly environment: string; readonly skill: Skill; readonly now: number },
): Promise<LevelsAnswer> => {
  const groups = await events.people({
    environment,
    activeSince: now - ACTIVE_MS,
    user: [],
    company: [],
    events: momentsOf(windowsOf(skill), now),
    perName: HISTORY_PER_NAME,
    tours: [],
    also: new Set(),
  });
  const at = (level: Level) => countIn(groups.filter(({ history }) => skillLevel(skill, history, now) === level));
  return { people: countIn(groups), novice: at('novice'), learning: at('learning'), proficient: at('proficient') };
};
