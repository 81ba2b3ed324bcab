import type { Target } from '../target.ts';
import { list, must } from './dispatch.ts';
import { text } from './values.ts';
import { type ZodType, z } from './zod.ts';

const fingerprint = z
  .strictObject({
    tag: text(100).describe('Tag name in lower case.'),
    role: text(100).optional().describe('ARIA role.'),
    name: z.string().max(1000).optional().describe('Accessible name.'),
    text: z.string().max(1000).optional().describe('Own text, white space folded.'),
    attributes: z.record(text(200), z.string().max(2000)).optional().describe('Attributes that seem stable.'),
    position: z
      .strictObject({ index: z.int().min(0), of: z.int().min(0) })
      .optional()
      .describe('Place among neighbours of the same kind, from 0.'),
    landmarks: list(z.string().max(1000), { max: 50 }).optional().describe('Landmarks around it, innermost first.'),
    places: list(z.int().min(0), { max: 20 })
      .optional()
      .describe("Its index among siblings of its tag, its parent's, and so on, from 0."),
    heading: z.string().max(200).optional().describe('What heads its section.'),
    before: z.string().max(200).optional().describe('The text nearest before it.'),
    after: z.string().max(200).optional().describe('The text nearest behind it.'),
    siblings: list(z.string().max(200), { max: 20 }).optional().describe('What its siblings say, the nearest first.'),
    ancestors: list(z.string().max(400), { max: 30 })
      .optional()
      .describe('Ancestors as `tag#id.class`, innermost first.'),
    inside: list(z.string().max(400), { max: 20 })
      .optional()
      .describe('What it is made of, as `tag#id.class`, in document order.'),
    others: z.string().max(1000).optional().describe('Labels of others of its kind on the page, hashed.'),
    lang: z.string().max(35).optional().describe('The language of the page, BCP 47.'),
  })
  .describe('What the element is, kept so that it can be found again when its selectors fail.');

const shape = {
  selectors: list(text(2000), { min: 1, max: 20 }).optional().describe('CSS selectors, the most stable first.'),
  text: text(1000).optional().describe('Visible text, white space folded, compared exactly.'),
  fingerprint: fingerprint.optional(),
};

const inner = z.lazy((): ZodType<Target> => targetSchema);

/** The page element that a step points at. */
export const targetSchema: ZodType<Target> = z
  .strictObject({
    ...shape,
    frame: inner.optional().describe('The frame in which to look.'),
    within: inner.optional().describe('The container in which to look.'),
  })
  .check(
    must('empty_target', 'A target needs "selectors", "text" or "fingerprint".', (target: Target) =>
      [target.selectors, target.text, target.fingerprint].some((part) => part !== undefined),
    ),
  )
  .meta({ id: 'Target', description: 'The page element that a step points at.' });
