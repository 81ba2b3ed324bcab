import type { Skill } from '../skill.ts';
import type { Level } from './condition.ts';
import type { PastEvent } from './facts.ts';

/** From the lowest. */
export const LEVELS: readonly Level[] = ['novice', 'learning', 'proficient'];

/**
 * The level that a history amounts to. Each signal counts 1, or 2^(-age / halfLifeDays) when the skill decays; those older than
 * `windowDays` do not count. A signal dated in the future (another device's clock) counts as one of this moment.
 */
export const skillLevel = (skill: Skill, history: readonly PastEvent[], now: number): Level => {
  let sum = 0;
  for (const event of history) {
    const ageDays = Math.max(0, now - event.at) / 864e5;
    if (skill.signals.includes(event.name) && !(ageDays > (skill.windowDays ?? ageDays)))
      sum += skill.halfLifeDays ? 2 ** (-ageDays / skill.halfLifeDays) : 1;
  }
  const { learning, proficient } = skill.levels;
  return LEVELS[sum < learning ? 0 : sum < proficient ? 1 : 2] as Level;
};
