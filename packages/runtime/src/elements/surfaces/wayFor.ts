import { surfaceStringsFor } from '../../locale/surfaces/index.ts';
import type { StepView } from '../../ports.ts';

/** How to get there, to be said after what it is: only where there is likely to be a keyboard. */
export const wayFor = ({ locale }: StepView): string =>
  matchMedia('(any-pointer: fine)').matches ? ` ${surfaceStringsFor(locale).f6}` : '';
