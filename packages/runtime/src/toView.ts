import type { Condition } from '@shirube/schema/rules';
import type { Step } from '@shirube/schema/tour';
import type { Core } from './core.ts';
import type { Plan } from './engine/plan.ts';
import { countSteps } from './engine/stepOrder.ts';
import type { Answer, RunState } from './engine/transition.ts';
import { pickLocale } from './lib/pickLocale.ts';
import type { StepView } from './ports.ts';

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

/** A step made ready for the presenter: chosen, translated and counted. */
export const toView = ({ core, plan, state, step, target, ask }: Parts): StepView => {
  const { tour, runId, locale } = plan;
  const { defaultLocale } = tour;
  const inLocale = <T>(texts: Readonly<Record<string, T>>): T | undefined =>
    texts[pickLocale(locale, Object.keys(texts), defaultLocale)];
  const content = pickLocale(locale, Object.keys(step.content), defaultLocale);
  return {
    runId,
    tourId: tour.id,
    step,
    locale: content,
    content: step.content[content] ?? {},
    target,
    placement: step.placement ?? 'auto',
    buttons: step.buttons?.map(({ id, action, label, style, href }) => ({
      id,
      label: inLocale(label) ?? id,
      style: style ?? (action === 'back' || action === 'dismiss' ? 'secondary' : 'primary'),
      ...(action === 'link' && href !== undefined ? { href } : {}),
    })),
    progress: progressOf({ plan, state, ask }),
    canGoBack: state.path.length > 0,
    dismissible: tour.dismissible !== false,
    opened: state.opened.includes(step.id),
    beaconLabel: step.beacon?.label && inLocale(step.beacon.label),
    traits: core.user?.traits ?? {},
    theme: core.bundle.themes?.find(({ id }) => id === (tour.theme ?? 'default')),
  };
};
