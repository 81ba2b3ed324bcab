import type { Problem } from '@shirube/schema/problem';
import { problem } from './problem.ts';

/** What a small request body holds; `?` may be absent. */
export type Shape = Readonly<Record<string, 'string' | 'string?' | 'number' | 'boolean'>>;
export type Fields =
  | {
      readonly ok: true;
      /** '' when an optional field is absent. */
      readonly text: (name: string) => string;
      readonly number: (name: string) => number;
      readonly flag: (name: string) => boolean;
    }
  | { readonly ok: false; readonly response: Response };

const MAX_TEXT = 2_000;

/** Small bodies that are not documents: every wrong, missing and unknown field is a problem, all at once. */
export const fieldsOf = (input: unknown, shape: Shape): Fields => {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refused([{ code: 'not_an_object', path: '', message: 'The body must be a JSON object.' }]);
  }
  const given = new Map(Object.entries(input));
  const problems: Problem[] = [
    ...Object.entries(shape).flatMap(([name, type]) => fieldProblem(name, type, given.get(name))),
    ...[...given.keys()]
      .filter((name) => !Object.hasOwn(shape, name))
      .map((name) => ({
        code: 'unknown_key',
        path: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        message: `Unknown field; known are ${Object.keys(shape).join(', ')}.`,
      })),
  ];
  if (problems.length > 0) return refused(problems);
  return {
    ok: true,
    text: (name) => String(given.get(name) ?? ''),
    number: (name) => Number(given.get(name) ?? 0),
    flag: (name) => given.get(name) === true,
  };
};

const fieldProblem = (name: string, type: Shape[string], value: unknown): Problem[] => {
  if (type === 'string?' && value === undefined) return [];
  const wanted = type === 'string?' ? 'string' : type;
  const tooLong = typeof value === 'string' && value.length > MAX_TEXT;
  if (typeof value === wanted && !tooLong) return [];
  const message = tooLong ? `At most ${MAX_TEXT} characters.` : `Must be a ${wanted}.`;
  return [{ code: tooLong ? 'too_long' : 'wrong_type', path: `/${name}`, message }];
};

const refused = (problems: readonly Problem[]): Fields => ({
  ok: false,
  response: problem(422, { code: 'bad_request', detail: 'The request has problems.', problems }),
});
