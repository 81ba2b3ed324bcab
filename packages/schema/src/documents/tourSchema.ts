import { kinds } from '../kinds/index.ts';
import type { Frequency, Step, Tour, Trigger } from '../tour.ts';
import { conditionSchema } from './conditionSchema.ts';
import { list } from './dispatch.ts';
import { pageSchema } from './pageSchema.ts';
import { targetSchema } from './targetSchema.ts';
import { date, eventName, id, locale, ms, name } from './values.ts';
import { type ZodType, z } from './zod.ts';

export const MAX_STEPS = 100;
const delayMs = ms(3_600_000).optional();

const stepSchema: ZodType<Step> = z.discriminatedUnion('kind', [...kinds]);

const triggerSchema: ZodType<Trigger> = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('page'), page: pageSchema, delayMs }),
  z.strictObject({ on: z.literal('event'), event: eventName, delayMs }),
  z.strictObject({
    on: z.literal('element'),
    element: targetSchema,
    is: z.enum(['present', 'visible']).optional(),
    delayMs,
  }),
  z.strictObject({ on: z.literal('manual') }),
]);
const frequencySchema: ZodType<Frequency> = z.discriminatedUnion('show', [
  z.strictObject({ show: z.literal('once') }),
  z.strictObject({ show: z.literal('untilCompleted') }),
  z.strictObject({ show: z.literal('always') }),
  z.strictObject({
    show: z.literal('every'),
    days: z.number().positive().max(3650),
    atMost: z.int().min(1).max(1000).optional(),
  }),
]);

export const tourSchema: ZodType<Tour> = z
  .strictObject({
    $schema: z.string().max(1000).optional(),
    schemaVersion: z.literal(1),
    id: id.describe('Unique in the workspace.'),
    name: name.describe('For the team; users never see it.'),
    description: z.string().max(5000).optional(),
    defaultLocale: locale.describe('The locale that every text has.'),
    locales: list(locale, { min: 1, max: 100 }).describe('All locales in which the tour is written.'),
    audience: conditionSchema.optional().describe('Who; absent means everyone.'),
    trigger: triggerSchema
      .optional()
      .describe('When and where it starts by itself; absent means that it is only started by hand.'),
    frequency: frequencySchema.optional().describe('Absent means once.'),
    priority: z.int().min(-1_000_000).max(1_000_000).optional().describe('Higher first when several are eligible.'),
    schedule: z.strictObject({ from: date.optional(), until: date.optional() }).optional(),
    theme: id.optional(),
    progress: z.enum(['dots', 'bar', 'count', 'none']).optional(),
    dismissible: z.boolean().optional().describe('Absent means true.'),
    steps: list(stepSchema, { min: 1, max: MAX_STEPS }),
  })
  .meta({ title: 'Shirube tour', description: 'A guided tour, as the author wrote it.' });
