import { pointingShape, stepShape } from '../documents/stepParts.ts';
import { targetSchema } from '../documents/targetSchema.ts';
import { z } from '../documents/zod.ts';

/** A step in the middle of the screen, which holds the page. What it would point at is kept for when its kind is changed back. */
export const modal = z.strictObject({
  ...stepShape,
  ...pointingShape,
  kind: z.literal('modal'),
  target: targetSchema.optional(),
});
