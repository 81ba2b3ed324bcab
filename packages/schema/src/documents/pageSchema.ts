import { judgeRegex } from '../regex/judgeRegex.ts';
import type { PageMatch } from '../rules/condition.ts';
import { urlPattern } from '../rules/urlPattern.ts';
import { textComparison } from './comparisonSchema.ts';
import { dispatch, must, refuse } from './dispatch.ts';
import { eventName, text, works } from './values.ts';
import { type ZodType, z } from './zod.ts';

/** Each `*` may cost a pass over the address. */
const MAX_WILDCARDS = 4;

const pattern = text(1000).check((ctx) => {
  if (!works(() => urlPattern(ctx.value)))
    return refuse(
      ctx,
      'bad_url_pattern',
      'This must be a path such as "/invoices/:id", or a URL with a host, as a URLPattern.',
    );
  const groups = ctx.value.match(/\((?:\\.|[^()\\]|\(\?(?:\\.|[^()\\])*\))+\)/g) ?? [];
  const wildcards = ctx.value.split('*').length - 1;
  if (wildcards > MAX_WILDCARDS || groups.some((group) => judgeRegex(group) === 'unsafe'))
    refuse(
      ctx,
      'unsafe_regex',
      `This pattern could take very long: use at most ${MAX_WILDCARDS} *, and simple groups.`,
    );
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
