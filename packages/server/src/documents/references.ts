import type { Condition, Segment } from '@shirube/schema';
import type { Tour } from '@shirube/schema/tour';

export interface References {
  readonly segments: ReadonlySet<string>;
  readonly skills: ReadonlySet<string>;
  readonly themes: ReadonlySet<string>;
}

/** Ids that tours name, directly or through the segments that they name. */
export const referencesIn = (tours: readonly Tour[], segments: readonly Segment[]): References => ({
  ...referencesOf(tours.flatMap(conditionsIn), segments),
  themes: new Set(tours.flatMap(({ theme }) => (theme === undefined ? [] : [theme]))),
});

/** Ids that conditions name. Segments that name each other in a circle are walked once. */
export const referencesOf = (conditions: readonly Condition[], segments: readonly Segment[]): References => {
  const found = { segments: new Set<string>(), skills: new Set<string>(), themes: new Set<string>() };
  const visit = (condition: Condition): void => {
    if ('all' in condition) for (const inner of condition.all) visit(inner);
    else if ('any' in condition) for (const inner of condition.any) visit(inner);
    else if ('not' in condition) visit(condition.not);
    else if ('skill' in condition) found.skills.add(condition.skill);
    else if ('segment' in condition && !found.segments.has(condition.segment)) {
      found.segments.add(condition.segment);
      for (const { id, condition: inner } of segments) if (id === condition.segment) visit(inner);
    }
  };
  for (const condition of conditions) visit(condition);
  return found;
};

/** Every condition of a tour: who, and at each step whether, where to, and when it is left. */
export const conditionsIn = (tour: Tour): readonly Condition[] => [
  ...(tour.audience === undefined ? [] : [tour.audience]),
  ...tour.steps.flatMap((step) => [
    ...(step.showIf === undefined ? [] : [step.showIf]),
    ...(step.next ?? []).flatMap(({ when }) => (when === undefined ? [] : [when])),
    ...(step.advance ?? []).flatMap((advance) => (advance.on === 'condition' ? [advance.when] : [])),
  ]),
];
