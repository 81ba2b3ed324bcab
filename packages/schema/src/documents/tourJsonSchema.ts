import { conditionSchema } from './conditionSchema.ts';
import { pageSchema } from './pageSchema.ts';
import { tourSchema } from './tourSchema.ts';
import { z } from './zod.ts';

// Registered here and not by `meta`, which would make copies without their own way to parse.
z.globalRegistry.add(conditionSchema, { id: 'Condition', description: 'A rule on who, where or when; groups nest.' });
z.globalRegistry.add(pageSchema, {
  id: 'Page',
  description: 'A URLPattern (a path, or a whole URL), or comparisons by part.',
});

/** The published JSON Schema of a tour (draft 2020-12): what an IDE can check. What its parts say about each other is beyond it. */
export const tourJsonSchema: Readonly<Record<string, unknown>> = z.toJSONSchema(tourSchema, {
  target: 'draft-2020-12',
  io: 'input',
  reused: 'ref',
});
