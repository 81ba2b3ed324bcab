import type { Theme } from '@shirube/schema/theme';
import type { Localized, Step, Tour } from '@shirube/schema/tour';
import { pickLocale } from './lib/pickLocale.ts';
import type { StepView } from './ports.ts';

interface Parts extends Pick<StepView, 'runId' | 'progress' | 'canGoBack' | 'opened' | 'target' | 'traits'> {
  readonly tour: Tour;
  readonly step: Step;
  /** What the user reads, BCP 47: of the step's own languages the nearest is taken. */
  readonly locale: string;
  readonly themes: readonly Theme[];
}

/** A step made ready for the presenter: translated, with its buttons and theme. */
export const stepView = ({ tour, step, locale, themes, ...parts }: Parts): StepView => {
  const nearest = (texts: Localized<unknown>): string => pickLocale(locale, Object.keys(texts), tour.defaultLocale);
  const inLocale = <T>(texts: Localized<T>): T | undefined => texts[nearest(texts)];
  const content = nearest(step.content);
  return {
    ...parts,
    tourId: tour.id,
    step,
    locale: content,
    content: step.content[content] ?? {},
    placement: step.placement ?? 'auto',
    buttons: step.buttons?.map(({ id, action, label, style, href }) => ({
      id,
      label: inLocale(label) ?? id,
      style: style ?? (action === 'back' || action === 'dismiss' ? 'secondary' : 'primary'),
      ...(action === 'link' && href !== undefined ? { href } : {}),
    })),
    dismissible: tour.dismissible !== false,
    beaconLabel: step.beacon?.label && inLocale(step.beacon.label),
    theme: themes.find(({ id }) => id === (tour.theme ?? 'default')),
  };
};
