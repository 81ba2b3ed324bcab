import type { Condition } from '../rules/condition.ts';
import { comparisonSchema, NUMBER_OPERATORS, OPERATORS, TEXT_OPERATORS } from './comparisonSchema.ts';
import { dispatch, list, must, refuse } from './dispatch.ts';
import { pageSchema } from './pageSchema.ts';
import { isRecord } from './problems.ts';
import { targetSchema } from './targetSchema.ts';
import { duration, eventName, id, locale, timezone, traitPath } from './values.ts';
import { type ZodType, z } from './zod.ts';

const inner = z.lazy((): ZodType<Condition> => conditionSchema);
const level = z.enum(['novice', 'learning', 'proficient']);
const device = z.enum(['desktop', 'tablet', 'mobile']);
const pixels = z.number().min(0).max(100_000).optional();

const time = z
  .strictObject({
    weekdays: list(z.int().min(1).max(7), { min: 1, max: 7 }).optional().describe('1 is Monday, 7 is Sunday.'),
    hours: z
      .tuple([z.number().min(0).max(24), z.number().min(0).max(24)])
      .optional()
      .describe('From (included) to (excluded), hours of the day; [22, 6] crosses midnight.'),
    timezone: timezone.optional().describe('IANA zone; absent means that of the device.'),
  })
  .check((ctx) => {
    const { weekdays, hours } = ctx.value;
    if (!weekdays && !hours) refuse(ctx, 'empty', 'Say which weekdays or which hours.');
    if (hours && hours[0] % 24 === hours[1] % 24 && !(hours[0] === 0 && hours[1] === 24))
      refuse(ctx, 'bad_hours', 'The hours end when they begin; the whole day is [0, 24].', ['hours']);
  });

/** A form whose kind is told by a second key. */
const byKey = (subject: string, members: Readonly<Record<string, ZodType>>) =>
  dispatch(members, (input) => {
    const keys = Object.keys(members).filter((key) => isRecord(input) && input[key] !== undefined);
    if (keys.length === 1) return keys[0] as string;
    const known = Object.keys(members).join(', ');
    return keys.length
      ? ['ambiguous_condition', `A condition on ${subject} takes only one of ${known}.`]
      : ['missing', `A condition on ${subject} needs one of ${known}.`];
  });

/** One entry per form of a condition, by the key that tells it from the others. */
export const conditionForms = {
  all: z.strictObject({ all: list(inner, { max: 200 }) }),
  any: z.strictObject({ any: list(inner, { max: 200 }) }),
  not: z.strictObject({ not: inner }),
  user: comparisonSchema({ user: traitPath }, OPERATORS),
  company: comparisonSchema({ company: traitPath }, OPERATORS),
  event: z.strictObject({
    event: eventName,
    count: comparisonSchema({}, NUMBER_OPERATORS).optional().describe('Absent means at least once.'),
    within: duration.optional(),
    where: list(comparisonSchema({ prop: traitPath }, OPERATORS), { max: 20 })
      .optional()
      .describe('All must hold of one event.'),
  }),
  skill: byKey('a skill', {
    is: z.strictObject({ skill: id, is: level }),
    atLeast: z.strictObject({ skill: id, atLeast: level }),
    atMost: z.strictObject({ skill: id, atMost: level }),
  }),
  tour: z.strictObject({
    tour: id,
    is: z.enum(['never_seen', 'started', 'completed', 'dismissed']),
    within: duration.optional(),
  }),
  page: z.strictObject({ page: pageSchema }),
  element: byKey('an element', {
    is: z.strictObject({ element: targetSchema, is: z.enum(['present', 'absent', 'visible', 'enabled', 'disabled']) }),
    text: z.strictObject({ element: targetSchema, text: comparisonSchema({}, TEXT_OPERATORS) }),
    value: z.strictObject({ element: targetSchema, value: comparisonSchema({}, TEXT_OPERATORS) }),
  }),
  device: z.strictObject({
    device: dispatch({ one: device, several: list(device, { min: 1, max: 3 }) }, (input) =>
      Array.isArray(input) ? 'several' : 'one',
    ),
  }),
  viewport: z.strictObject({
    viewport: z
      .strictObject({ minWidth: pixels, maxWidth: pixels, minHeight: pixels, maxHeight: pixels })
      .check(
        must(
          'empty',
          'Say at least one of minWidth, maxWidth, minHeight, maxHeight.',
          (value: object) => Object.keys(value).length > 0,
        ),
      ),
  }),
  locale: z.strictObject({ locale: list(locale, { min: 1, max: 100 }) }),
  browser: z.strictObject({ browser: list(z.string().min(1).max(50), { min: 1, max: 20 }) }),
  time: z.strictObject({ time }),
  sessions: z.strictObject({ sessions: comparisonSchema({}, NUMBER_OPERATORS) }),
  secondsOnPage: z.strictObject({ secondsOnPage: z.number().min(0).max(86_400) }),
  segment: z.strictObject({ segment: id }),
  sample: z.strictObject({ sample: z.number().min(0).max(1), salt: z.string().max(200).optional() }),
} as const;

const FORMS = Object.keys(conditionForms) as (keyof typeof conditionForms)[];

/** Audience rules: who. */
export const conditionSchema = dispatch<Readonly<Record<string, ZodType>>>(conditionForms, (input) => {
  if (input === undefined) return ['missing', 'A condition is required.'];
  if (!isRecord(input))
    return ['wrong_type', 'A condition must be an object such as { "user": "plan", "op": "eq", "value": "trial" }.'];
  const found = FORMS.filter((form) => Object.hasOwn(input, form));
  if (found.length === 1) return found[0] as string;
  if (found.length > 1)
    return ['ambiguous_condition', `A condition asks one thing; this one has ${found.join(' and ')}.`];
  return ['unknown_condition', `A condition has one of the keys ${FORMS.join(', ')}.`];
}) as unknown as ZodType<Condition>;
