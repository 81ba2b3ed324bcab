import type { Skill } from '../skill.ts';
import { list, refuse } from './dispatch.ts';
import { eventName, id, name } from './values.ts';
import { type ZodType, z } from './zod.ts';

const days = z.number().positive().max(3650).optional();
const count = z.number().positive().max(1_000_000);

export const skillSchema: ZodType<Skill> = z.strictObject({
  id,
  name: name.optional(),
  signals: list(eventName, { min: 1, max: 50 }).check((ctx) => {
    if (new Set(ctx.value).size < ctx.value.length) refuse(ctx, 'duplicate_value', 'Each signal is listed once.');
  }),
  windowDays: days,
  levels: z.strictObject({ learning: count, proficient: count }).check((ctx) => {
    if (ctx.value.learning > ctx.value.proficient)
      refuse(ctx, 'bad_levels', '"proficient" must be at least "learning".', ['proficient']);
  }),
  halfLifeDays: days,
});
