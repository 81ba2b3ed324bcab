import { stepShape } from '../documents/stepParts.ts';
import { z } from '../documents/zod.ts';

/** A card at a corner or a side of the screen. It points at nothing and holds nothing, so it has neither a target nor a spotlight. */
export const slideout = z.strictObject({
  ...stepShape,
  kind: z.literal('slideout'),
  position: z
    .enum(['top-start', 'top-end', 'start', 'end', 'bottom-start', 'bottom-end'])
    .optional()
    .describe('Where on the screen; start and end follow the direction of the text. Absent means bottom-end.'),
});
