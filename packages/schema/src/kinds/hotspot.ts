import { pointingShape, stepShape } from '../documents/stepParts.ts';
import { targetSchema } from '../documents/targetSchema.ts';
import { localized, text } from '../documents/values.ts';
import { z } from '../documents/zod.ts';

const { placement, timeoutMs } = pointingShape;

const beaconSchema = z.strictObject({
  position: z
    .enum(['top-start', 'top', 'top-end', 'start', 'end', 'bottom-start', 'bottom', 'bottom-end'])
    .optional()
    .describe(
      'On which corner or edge of the target; start and end follow the direction of the text. Absent means top-end.',
    ),
  label: localized(text(30)).optional().describe('A word or two on the beacon, such as New.'),
});

/** A beacon on an element of the page, which opens a tip. It never dims the page, and without its target there is nothing to show. */
export const hotspot = z.strictObject({
  ...stepShape,
  kind: z.literal('hotspot'),
  target: targetSchema,
  beacon: beaconSchema.optional(),
  placement: placement.describe('Of the tip, around the beacon.'),
  onMissing: z.enum(['wait', 'skip', 'end']).optional().describe('What to do when the target is not found in time.'),
  timeoutMs,
});
