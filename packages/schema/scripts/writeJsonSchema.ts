import { writeFileSync } from 'node:fs';
import { tourJsonSchema } from '../src/index.ts';

/** Writes the published schema beside package.json: `node packages/schema/scripts/writeJsonSchema.ts`. */
writeFileSync(new URL('../tour.schema.json', import.meta.url), `${JSON.stringify(tourJsonSchema, null, 2)}\n`);
