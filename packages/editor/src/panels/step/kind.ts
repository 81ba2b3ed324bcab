import type { Step, StepKind } from '@shirube/schema/tour';
import { setField } from '../../document/steps.ts';

const POINTS: readonly StepKind[] = ['tooltip', 'hotspot', 'modal'];

/** The same step as another kind. What the kind cannot have is left out; a modal keeps its target for when it is changed back. */
export const asKind = (step: Step, kind: StepKind): Step => {
  let next: Step = { ...step, kind };
  if (!POINTS.includes(kind))
    for (const key of ['target', 'placement', 'spotlight', 'onMissing', 'timeoutMs'] as const)
      next = setField(next, key, undefined);
  if (kind === 'hotspot') {
    next = setField(next, 'spotlight', undefined);
    if (next.onMissing === 'center') next = setField(next, 'onMissing', 'wait');
  } else next = setField(next, 'beacon', undefined);
  if (kind === 'banner') next = setField(next, 'position', next.position?.startsWith('bottom') ? 'bottom' : undefined);
  else if (kind !== 'slideout') next = setField(next, 'position', undefined);
  else if (next.position === 'top' || next.position === 'bottom') next = setField(next, 'position', undefined);
  // Only these are left by what is done with a target.
  if (
    !POINTS.includes(kind) &&
    next.advance?.some((way) => (way.on === 'click' || way.on === 'input') && !way.target)
  ) {
    const left = next.advance.filter((way) => !((way.on === 'click' || way.on === 'input') && !way.target));
    next = setField(next, 'advance', left.length > 0 ? left : undefined);
  }
  return next;
};
