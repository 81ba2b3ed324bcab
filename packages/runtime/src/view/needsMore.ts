import type { Step } from '@shirube/schema/tour';
import { part } from '../lib/part.ts';
import type { StepView } from '../ports.ts';
import { OPENERS } from './openers.ts';

/** What a plain tooltip does without: stepping aside for what the target opens, dimming, modals, media, lists, headings, the bar, and advancing by what the target does. */
export type More = typeof import('./more/index.ts');

const BLOCKS = /"type":"(heading|bulletList|orderedList|image|video)"/;

/** Whether a step of the tour may need it. */
export const stepNeedsMore = ({ kind, spotlight, advance, content }: Step): boolean =>
  kind === 'modal' ||
  spotlight !== undefined ||
  (advance ?? []).some(({ on }) => on === 'click' || on === 'input' || on === 'delay') ||
  BLOCKS.test(JSON.stringify(content));

/** Whether this step, as it is shown, needs it. */
export const needsMore = ({ step, content, progress, target }: StepView): boolean =>
  stepNeedsMore(step) ||
  !!(target?.closest(OPENERS) ?? target?.querySelector(OPENERS)) ||
  progress.kind === 'bar' ||
  BLOCKS.test(JSON.stringify(content));

export const loadMore: () => Promise<More> = part(() => import('./more/index.ts'));
