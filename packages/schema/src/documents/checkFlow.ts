import type { Problem } from '../problem.ts';
import { fields, items, type Json, problem } from './problems.ts';

/** Where a tour ends; an index beyond every step. */
const END = -1;

interface Ways {
  /** Indexes of steps that this one can lead to, or END. */
  readonly to: ReadonlySet<number>;
  /** The pointer of the unconditional `next` of this step, and where it leads. */
  readonly forced: { readonly path: string; readonly to: number } | undefined;
}

const waysOf = (step: Json, index: number, ids: readonly unknown[]): Ways => {
  const to = new Set<number>();
  const add = (id: unknown) => {
    const at = ids.indexOf(id);
    // An id that does not exist is a problem of its own, and no reason to call the tour endless.
    to.add(at < 0 ? END : at);
  };
  let forced: Ways['forced'];
  items(step.next).some((entry, i) => {
    const { when, goto } = fields(entry);
    add(goto);
    if (when === undefined) forced = { path: `/steps/${index}/next/${i}/goto`, to: ids.indexOf(goto) };
    return when === undefined;
  });
  if (!forced) to.add(index + 1 < ids.length ? index + 1 : END);
  for (const button of items(step.buttons).map(fields)) {
    if (button.action === 'goto') add(button.goto);
    if (button.action === 'complete' || button.action === 'dismiss') to.add(END);
  }
  return { to, forced };
};

/** Every index from which some way leads to one of the goals. */
const leadingTo = (ways: readonly Ways[], goal: number): ReadonlySet<number> => {
  const found = new Set([goal]);
  for (let grown = true; grown; ) {
    grown = false;
    ways.forEach(({ to }, i) => {
      if (!found.has(i) && [...to].some((next) => found.has(next))) {
        found.add(i);
        grown = true;
      }
    });
  }
  return found;
};

const unknownSteps = (steps: readonly Json[], ids: readonly unknown[]): readonly Problem[] => {
  const check = (goto: unknown, path: string): readonly Problem[] =>
    typeof goto === 'string' && !ids.includes(goto)
      ? [problem('unknown_step', path, `There is no step with the id ${JSON.stringify(goto)}.`)]
      : [];
  return steps.flatMap((step, i) => [
    ...items(step.buttons).flatMap((button, j) => check(fields(button).goto, `/steps/${i}/buttons/${j}/goto`)),
    ...items(step.next).flatMap((entry, j) => check(fields(entry).goto, `/steps/${i}/next/${j}/goto`)),
  ]);
};

/** Jumps to nowhere, and steps from which no way whatever leads to an end. */
export const checkFlow = (steps: readonly Json[]): readonly Problem[] => {
  const ids = steps.map((step) => step.id);
  const ways = steps.map((step, i) => waysOf(step, i, ids));
  const ending = leadingTo(ways, END);
  // One problem for each jump back that closes a circle; the steps on the way to it are not to blame.
  const endless = ways.flatMap(({ forced }, i) =>
    forced && !ending.has(i) && forced.to <= i
      ? [
          problem(
            'endless',
            forced.path,
            'From here the tour goes in a circle and can never end: give this jump a "when", or add a way out.',
          ),
        ]
      : [],
  );
  return [...unknownSteps(steps, ids), ...endless];
};

/** Indexes of steps to which no way leads from the first. */
export const unreachableSteps = (steps: readonly Json[]): readonly number[] => {
  const ids = steps.map((step) => step.id);
  const reached = new Set([0]);
  // A set hands out what is added while it is walked.
  for (const at of reached) {
    const step = steps[at];
    if (step) for (const next of waysOf(step, at, ids).to) reached.add(next);
  }
  return steps.flatMap((_, i) => (reached.has(i) ? [] : [i]));
};
