import type { Problem } from '../problem.ts';
import type { Step, Tour } from '../tour.ts';
import { unreachableSteps } from './checkFlow.ts';
import { isFragile } from './isFragile.ts';
import { type Json, pointer, problem } from './problems.ts';
import { richTextLength } from './richTextLength.ts';

/** Characters of one step's body that people still read. */
const MAX_TEXT = 200;
/** Steps that people still finish. */
const MAX_STEPS = 5;

const missing = (texts: object, { locales, defaultLocale }: Tour, path: string): readonly Problem[] =>
  locales
    .filter((locale) => locale !== defaultLocale && !Object.hasOwn(texts, locale))
    .map((locale) =>
      problem('missing_translation', path + pointer([locale]), `There is no text in ${JSON.stringify(locale)}.`),
    );

/** A step without a list of buttons is given a Next. */
const leadsOn = (step: Step): boolean =>
  !step.buttons ||
  Boolean(step.advance?.length) ||
  Boolean(step.buttons.some(({ action }) => action !== 'back' && action !== 'dismiss'));

const warnStep = (step: Step, tour: Tour, path: string): readonly Problem[] => {
  const warnings: Problem[] = [];
  if (step.target && isFragile(step.target))
    warnings.push(
      problem(
        'fragile_target',
        `${path}/target`,
        'This target hangs on its position or on generated names: add a stable selector, a text or a fingerprint.',
      ),
    );
  for (const [locale, content] of Object.entries(step.content)) {
    const length = richTextLength(content.body);
    if (length > MAX_TEXT)
      warnings.push(
        problem(
          'long_text',
          `${path}/content${pointer([locale])}/body`,
          `${length} characters; up to ${MAX_TEXT} are read.`,
        ),
      );
  }
  warnings.push(...missing(step.content, tour, `${path}/content`));
  if (step.beacon?.label) warnings.push(...missing(step.beacon.label, tour, `${path}/beacon/label`));
  step.buttons?.forEach((button, i) => {
    warnings.push(...missing(button.label, tour, `${path}/buttons/${i}/label`));
  });
  if (!leadsOn(step))
    warnings.push(problem('no_way_forward', path, 'No button and no "advance" leads on from this step.'));
  return warnings;
};

/** What is allowed and yet worth a look. */
export const warnTour = (tour: Tour): readonly Problem[] => [
  ...(tour.steps.length > MAX_STEPS
    ? [
        problem(
          'many_steps',
          `/steps/${MAX_STEPS}`,
          `${tour.steps.length} steps; most people finish up to ${MAX_STEPS}.`,
        ),
      ]
    : []),
  ...tour.steps.flatMap((step, i) => warnStep(step, tour, `/steps/${i}`)),
  ...unreachableSteps(tour.steps as readonly unknown[] as readonly Json[]).map((i) =>
    problem('unreachable_step', `/steps/${i}`, 'No way leads to this step.'),
  ),
];
