import type { Step, Tour } from '@shirube/schema/tour';

/** Pure edits of a tour's steps. What an edit does not touch keeps its identity. */

export const stepsOf = (tour: Tour): readonly Step[] => (Array.isArray(tour.steps) ? tour.steps : []);

export const stepIn = (tour: Tour, stepId: string | undefined): Step | undefined =>
  stepsOf(tour).find(({ id }) => id === stepId);

/** Letters and digits of a name, as an id has them; `taken` gets a number behind it. Japanese has none: then `fallback` is used. */
export const idFrom = (name: string, taken: readonly string[], fallback = 'step'): string => {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? fallback : plain;
  let id = base;
  for (let number = 2; taken.includes(id); number += 1) id = `${base}-${number}`;
  return id;
};

/** The id with the next number behind it. */
export const idAfter = (id: string): string => {
  const [, base, number = '1'] = /^(.*?)(?:-(\d+))?$/.exec(id) ?? [];
  return `${base}-${Number(number) + 1}`;
};

/** Which step is selected after an edit: the same one; where it is gone, what the edit touched; else its neighbour. */
export const selectedAfter = (before: Tour, after: Tour, selected: string | undefined): string | undefined => {
  if (stepIn(after, selected) !== undefined) return selected;
  const at = stepsOf(before).findIndex(({ id }) => id === selected);
  const touched = stepsOf(after).find((step) => stepIn(before, step.id) !== step);
  return (touched ?? stepsOf(after)[Math.max(0, at - 1)])?.id;
};

/** Behind the step `after`, or at the end. */
export const insertStep = (tour: Tour, step: Step, after: string | undefined): Tour => {
  const steps = stepsOf(tour);
  const at = steps.findIndex(({ id }) => id === after);
  return { ...tour, steps: at < 0 ? [...steps, step] : steps.toSpliced(at + 1, 0, step) };
};

export const changeStep = (tour: Tour, stepId: string, change: (step: Step) => Step): Tour => {
  const at = stepsOf(tour).findIndex(({ id }) => id === stepId);
  const step = stepsOf(tour)[at];
  if (step === undefined) return tour;
  const changed = change(step);
  return changed === step ? tour : { ...tour, steps: stepsOf(tour).with(at, changed) };
};

/** By `by` places, as far as there are places. */
export const moveStep = (tour: Tour, stepId: string, by: number): Tour => {
  const steps = stepsOf(tour);
  const from = steps.findIndex(({ id }) => id === stepId);
  const step = steps[from];
  if (step === undefined) return tour;
  const to = Math.max(0, Math.min(steps.length - 1, from + by));
  return to === from ? tour : { ...tour, steps: steps.toSpliced(from, 1).toSpliced(to, 0, step) };
};

/** With an id of its own, behind the original. What branches to the original still does. */
export const duplicateStep = (tour: Tour, stepId: string): { readonly tour: Tour; readonly id: string } => {
  const step = stepIn(tour, stepId);
  const id = idFrom(
    stepId,
    stepsOf(tour).map((one) => one.id),
  );
  return step === undefined ? { tour, id: stepId } : { tour: insertStep(tour, { ...step, id }, stepId), id };
};

/** Branches and buttons that led to it go with it: a `goto` to nowhere is refused at publishing. */
export const removeStep = (tour: Tour, stepId: string): Tour => {
  if (stepIn(tour, stepId) === undefined) return tour;
  const steps = stepsOf(tour)
    .filter(({ id }) => id !== stepId)
    .map((step) => withoutWaysTo(step, stepId));
  return { ...tour, steps };
};

const withoutWaysTo = (step: Step, stepId: string): Step => {
  const branches = step.next?.some(({ goto }) => goto === stepId);
  const presses = step.buttons?.some(({ action, goto }) => action === 'goto' && goto === stepId);
  if (!branches && !presses) return step;
  const { next, ...rest } = step;
  const left = next?.filter(({ goto }) => goto !== stepId) ?? [];
  return {
    ...rest,
    ...(left.length > 0 && { next: left }),
    ...(step.buttons && {
      buttons: step.buttons.map((button) => {
        if (button.action !== 'goto' || button.goto !== stepId) return button;
        const { goto: _, ...kept } = button;
        return { ...kept, action: 'next' as const };
      }),
    }),
  };
};

/** Sets a field, or takes it out where the value is undefined; the order of the other keys stays. The same value again changes nothing. */
export const setField = <T extends object, K extends keyof T>(holder: T, key: K, value: T[K] | undefined): T => {
  if (value === undefined) {
    if (!(key in holder)) return holder;
    const { [key]: _, ...rest } = holder;
    return rest as T;
  }
  return holder[key] === value ? holder : { ...holder, [key]: value };
};
