import type { Bundle } from '../bundle.ts';
import { list } from './dispatch.ts';
import { segmentSchema } from './segmentSchema.ts';
import { skillSchema } from './skillSchema.ts';
import { themeSchema } from './themeSchema.ts';
import { tourSchema } from './tourSchema.ts';
import { id } from './values.ts';
import { type ZodType, z } from './zod.ts';

export const bundleSchema: ZodType<Bundle> = z.strictObject({
  bundleVersion: z.literal(1),
  environment: id,
  updatedAt: z.number().min(0),
  tours: list(z.strictObject({ version: z.int().min(1), tour: tourSchema }), { max: 5000 }),
  segments: list(segmentSchema, { max: 5000 }),
  skills: list(skillSchema, { max: 5000 }),
  themes: list(themeSchema, { max: 1000 }),
  killed: list(id, { max: 5000 }),
});
