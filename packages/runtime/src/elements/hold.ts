import type { StepKind } from '@shirube/schema/tour';
import type { StepView } from '../ports.ts';

/**
 * How much of the page a step holds: `none` of it, all but the step and its target (`target`), or `all` but the step.
 * A spotlight whose target is missing holds nothing: a page is never blocked for something that is not there.
 */
export type Hold = 'none' | 'target' | 'all';

export const holdOf = (view: StepView): Hold => view.hold ?? wished(view);

/** Whether the page is dimmed around the step, which a step that is only looked at is too. */
export const dims = (view: StepView): boolean => wished(view) !== 'none';

const wished = ({ step, target }: StepView): Hold => {
  if (step.kind === 'modal') return 'all';
  if (!step.spotlight || !target) return 'none';
  return step.spotlight.interactive ? 'target' : 'all';
};

/** Whether the step stands at an edge of the screen, and points at nothing. */
export const isDocked = ({ step: { kind } }: { readonly step: { readonly kind: StepKind } }): boolean =>
  kind === 'slideout' || kind === 'banner';
