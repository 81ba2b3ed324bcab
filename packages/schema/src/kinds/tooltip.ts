import { pointingShape, stepShape } from '../documents/stepParts.ts';
import { targetSchema } from '../documents/targetSchema.ts';
import { z } from '../documents/zod.ts';

/** A step beside an element of the page. */
export const tooltip = z.strictObject({
  ...stepShape,
  ...pointingShape,
  kind: z.literal('tooltip'),
  target: targetSchema,
});
