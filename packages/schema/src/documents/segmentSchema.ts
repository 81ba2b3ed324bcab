import type { Segment } from '../segment.ts';
import { conditionSchema } from './conditionSchema.ts';
import { id, name } from './values.ts';
import { type ZodType, z } from './zod.ts';

export const segmentSchema: ZodType<Segment> = z.strictObject({ id, name, condition: conditionSchema });
