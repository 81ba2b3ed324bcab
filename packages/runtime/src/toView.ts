import type { Condition } from '@shirube/schema/rules';
import type { Step } from '@shirube/schema/tour';
import type { Core } from './core.ts';
import type { Plan } from './engine/plan.ts';
import { countSteps } from './engine/stepOrder.ts';
import type { Answer, RunState } from './engine/transition.ts';
import type { StepView } from './ports.ts';
import { stepView } from './stepView.ts';

interface Parts {
  readonly core: Core;
  readonly plan: Plan;
  readonly state: RunState;
  readonly step: Step;
  readonly target: Element | null;
  ask(condition: Condition): Answer;
}

export const progressOf = ({
  plan: { tour },
  state,
  ask,
}: Pick<Parts, 'plan' | 'state' | 'ask'>): StepView['progress'] => ({
  kind: tour.progress ?? 'dots',
  ...countSteps(tour, state.step, state.path, ask),
});

/** A step of a run, made ready for the presenter: chosen, translated and counted. */
export const toView = ({ core, plan, state, step, target, ask }: Parts): StepView =>
  stepView({
    tour: plan.tour,
    step,
    locale: plan.locale,
    runId: plan.runId,
    target,
    progress: progressOf({ plan, state, ask }),
    canGoBack: state.path.length > 0,
    opened: state.opened.includes(step.id),
    traits: core.user?.traits ?? {},
    themes: core.bundle.themes ?? [],
  });
