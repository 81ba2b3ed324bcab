import { stepShape } from '../documents/stepParts.ts';
import { z } from '../documents/zod.ts';

/** A strip along the top or the bottom of the screen. It stays there while the page scrolls, lies over the page, and shifts nothing of it. */
export const banner = z.strictObject({
  ...stepShape,
  kind: z.literal('banner'),
  position: z.enum(['top', 'bottom']).optional().describe('At which edge of the screen. Absent means top.'),
});
