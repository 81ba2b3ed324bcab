import type { core } from 'zod';
import type { ProblemCode } from '../problemCatalogue.ts';
import { type ZodType, z } from './zod.ts';

/** Adds a problem of our own to a zod parse, at the value that is being checked. */
export const refuse = <T>(
  ctx: core.ParsePayload<T>,
  code: ProblemCode,
  message: string,
  path: PropertyKey[] = [],
): void => {
  ctx.issues.push({ code: 'custom', input: ctx.value, params: { problem: code }, message, path, continue: true });
};

/** A check with a problem of our own. */
export const must =
  <T>(code: ProblemCode, message: string, holds: (value: T) => boolean) =>
  (ctx: core.ParsePayload<T>): void => {
    if (!holds(ctx.value)) refuse(ctx, code, message);
  };

const replaceParse = <T extends ZodType>(
  schema: T,
  parse: (payload: core.ParsePayload, ctx: core.ParseContextInternal) => core.util.MaybeAsync<core.ParsePayload>,
): T => {
  schema._zod.parse = parse as typeof schema._zod.parse;
  schema._zod.run = schema._zod.parse;
  return schema;
};

/**
 * A union that looks at what tells its members apart, and then reports the problems of that one member, where zod's own union can
 * only say that nothing fitted. `pick` names the member, or gives the problem.
 */
export const dispatch = <Members extends Readonly<Record<string, ZodType>>>(
  members: Members,
  pick: (input: unknown) => keyof Members | readonly [code: ProblemCode, message: string],
) => {
  const union = z.union(Object.values(members) as Members[keyof Members][]);
  return replaceParse(union, (payload, ctx) => {
    const picked = pick(payload.value);
    const member = typeof picked === 'object' ? undefined : members[picked];
    if (member) return member._zod.run(payload, ctx);
    const [code, message] = picked as readonly [ProblemCode, string];
    refuse(payload, code, message);
    return payload;
  });
};

/** A list that is not looked into when it is too long: five thousand steps are one problem, not five thousand. */
export const list = <T extends ZodType>(item: T, { min = 0, max }: { readonly min?: number; readonly max: number }) => {
  const schema = z.array(item).min(min).max(max);
  const run = schema._zod.run;
  schema._zod.run = (payload, ctx) => {
    if (!Array.isArray(payload.value) || payload.value.length <= max) return run(payload, ctx);
    refuse(payload, 'too_many', `There may be at most ${max} items here; there are ${payload.value.length}.`);
    return payload;
  };
  return schema;
};
