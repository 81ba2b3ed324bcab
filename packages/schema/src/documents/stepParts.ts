import type { Advance, Button, StepContent } from '../tour.ts';
import { TEXT_OPERATORS } from './comparisonSchema.ts';
import { conditionSchema } from './conditionSchema.ts';
import { list, must } from './dispatch.ts';
import { pageSchema } from './pageSchema.ts';
import { richTextSchema } from './richTextSchema.ts';
import { targetSchema } from './targetSchema.ts';
import { eventName, id, link, localized, ms, text } from './values.ts';
import { type ZodType, z } from './zod.ts';

const HOUR = 3_600_000;

export const advanceSchema: ZodType<Advance> = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('click'),
    target: targetSchema.optional().describe('Absent means the target of the step.'),
  }),
  z.strictObject({
    on: z.literal('input'),
    target: targetSchema.optional().describe('Absent means the target of the step.'),
    op: z.enum(TEXT_OPERATORS).optional().describe('How the typed text is compared; absent means any text.'),
    value: z.unknown().optional(),
  }),
  z.strictObject({ on: z.literal('event'), event: eventName }),
  z.strictObject({ on: z.literal('page'), page: pageSchema }),
  z.strictObject({ on: z.literal('condition'), when: conditionSchema }),
  z.strictObject({ on: z.literal('delay'), ms: ms(HOUR) }),
]);

const label = { id, label: localized(text(100)), style: z.enum(['primary', 'secondary']).optional() };
export const buttonSchema: ZodType<Button> = z.discriminatedUnion('action', [
  z.strictObject({ ...label, action: z.literal('next') }),
  z.strictObject({ ...label, action: z.literal('back') }),
  z.strictObject({ ...label, action: z.literal('dismiss') }),
  z.strictObject({ ...label, action: z.literal('complete') }),
  z.strictObject({ ...label, action: z.literal('goto'), goto: id }),
  z.strictObject({ ...label, action: z.literal('link'), href: link }),
]);

const contentSchema: ZodType<StepContent> = z
  .strictObject({ title: text(200).optional(), body: richTextSchema.optional() })
  .check(
    must(
      'empty',
      'Write a title or a body.',
      ({ title, body }: StepContent) => title !== undefined || body !== undefined,
    ),
  );

/** What steps of every kind have. */
export const stepShape = {
  id: id.describe('Stable across versions: reports follow a step by it.'),
  page: pageSchema.optional().describe('Where this step lives; the run waits, and resumes, across pages.'),
  content: localized(contentSchema).describe('Text by locale; the default locale is required.'),
  advance: list(advanceSchema, { max: 20 }).optional().describe('How the step is left forward, besides its buttons.'),
  buttons: list(buttonSchema, { max: 10 })
    .optional()
    .describe(
      'Absent: Back, and Next unless `advance` waits for an action of the user (anything but a delay). An empty list: none.',
    ),
  showIf: conditionSchema.optional().describe('The step is skipped when this is false.'),
  next: list(z.strictObject({ when: conditionSchema.optional(), goto: id }), { max: 20 })
    .optional()
    .describe('Where to go from here: the first that holds; absent means the following step.'),
};
export const placementSchema = z.enum([
  'auto',
  'top',
  'top-start',
  'top-end',
  'bottom',
  'bottom-start',
  'bottom-end',
  'left',
  'left-start',
  'left-end',
  'right',
  'right-start',
  'right-end',
]);
/** What steps that point at an element have besides. */
export const pointingShape = {
  placement: placementSchema.optional(),
  spotlight: z
    .strictObject({
      paddingPx: z.number().min(0).max(200).optional(),
      radiusPx: z.number().min(0).max(200).optional(),
      interactive: z.boolean().optional().describe('Whether the target can be used meanwhile.'),
    })
    .optional()
    .describe('Dims the page and holds it; absent means that the page stays usable.'),
  onMissing: z
    .enum(['wait', 'skip', 'end', 'center'])
    .optional()
    .describe('What to do when the target is not found in time.'),
  timeoutMs: ms(600_000).optional(),
};
