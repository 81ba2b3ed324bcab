import { judgeRegex } from '../regex/judgeRegex.ts';
import type { PageMatch } from '../rules/condition.ts';
import { patternSources, urlPattern } from '../rules/urlPattern.ts';
import { textComparison } from './comparisonSchema.ts';
import { dispatch, must, refuse } from './dispatch.ts';
import { eventName, text } from './values.ts';
import { type ZodType, z } from './zod.ts';

const pattern = text(1000).check((ctx) => {
  try {
    if (patternSources(ctx.value).some((source) => source !== undefined && judgeRegex(source) === 'unsafe'))
      refuse(
        ctx,
        'unsafe_regex',
        'This pattern could take very long on some addresses: use fewer * and simpler groups.',
      );
    urlPattern(ctx.value);
  } catch {
    refuse(
      ctx,
      'bad_url_pattern',
      'This must be a path such as "/invoices/:id", or a URL with a host, as a URLPattern.',
    );
  }
});

const parts = z
  .strictObject({
    host: textComparison.optional().describe('Host name, with the port when there is one.'),
    path: textComparison.optional().describe('Path, percent-decoded.'),
    query: z.record(eventName, textComparison).optional().describe('Query parameters by name; the first of each.'),
    hash: textComparison.optional().describe('Fragment without #, percent-decoded.'),
  })
  .check(
    must('empty', 'Compare at least one of host, path, query, hash.', (page: object) => Object.keys(page).length > 0),
  );

/** Where: a URLPattern, or comparisons by part. */
export const pageSchema: ZodType<PageMatch> = dispatch({ pattern, parts }, (input) => {
  if (typeof input === 'string') return 'pattern';
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return 'parts';
  return input === undefined
    ? ['missing', '"page" is required.']
    : ['wrong_type', 'A page is a pattern such as "/invoices/:id", or an object of comparisons.'];
});
