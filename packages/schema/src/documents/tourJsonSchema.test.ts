import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bad, documentOf, good } from '../../cases/helpers/documentCases.ts';
import { accepts } from '../../cases/helpers/jsonSchema.ts';
import { tourJsonSchema } from './tourJsonSchema.ts';

test('tour.schema.json is what the script writes', () => {
  const file = readFileSync(new URL('../../tour.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(tourJsonSchema)));
});

test.each(good.filter(({ parse }) => parse === 'tour').map((row) => [row.name, row] as const))(
  'an IDE accepts: %s',
  (_name, row) => {
    expect(accepts(tourJsonSchema, documentOf(row))).toBe(true);
  },
);

/** Codes that a JSON Schema can see. The others compare parts of the document, or read what a text means. */
const VISIBLE = [
  'missing',
  'unknown_key',
  'wrong_type',
  'unknown_value',
  'unknown_kind',
  'unknown_operator',
  'unknown_condition',
  'ambiguous_condition',
  'wrong_value',
  'out_of_range',
  'too_long',
  'newer_version',
  'bad_duration',
  'bad_id',
];
/** What needs a program after all. */
const BEYOND = [
  'advance on an input with a value and no operator',
  'an id that is a dangerous key',
  'a slideout that waits for a click on nothing',
  'a slideout that waits for an input into nothing',
  'a banner that waits for a click on nothing',
  'a banner that waits for an input into nothing',
];

test.each(
  bad
    .filter(
      ({ parse, problems, name }) =>
        parse === 'tour' && problems.some(({ code }) => VISIBLE.includes(code)) && !BEYOND.includes(name),
    )
    .map((row) => [row.name, row] as const),
)('an IDE refuses: %s', (_name, row) => {
  expect(accepts(tourJsonSchema, documentOf(row))).toBe(false);
});
