import type { Step } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { localeName } from './exchange/locales.ts';
import { standing } from './exchange/readText.ts';
import { leavesOf, type TextUnit } from './exchange/units.ts';
import { ownBody } from './ownBody.ts';
import { type PairOptions, textPair } from './textPair.ts';

export interface StepTextsOptions extends PairOptions {
  /** Opens the body in the step itself. */
  readonly editBody: (step: Step) => void;
  /** Divides the body as the original is. */
  readonly takeStructure: (step: Step) => void;
}

/** The texts of one step, in the order in which people meet them. */
export const stepTexts = (
  options: StepTextsOptions,
  step: Step,
  units: readonly TextUnit[],
): TemplateResult | typeof nothing => {
  const [first] = units;
  if (!first) return nothing;
  const { tour, locale, texts, ui } = options;
  const number = first.stepNumber;
  const isOwn = (unit: TextUnit): boolean => locale !== tour.defaultLocale && standing(tour, unit, locale) === 'own';
  const own = units.filter(isOwn);
  const title = step.content?.[locale]?.title ?? step.content?.[tour.defaultLocale]?.title;
  const pair = (unit: TextUnit): TemplateResult | typeof nothing => {
    if (!own.includes(unit)) return textPair(options, unit);
    if (unit !== own[0]) return nothing;
    return ownBody({
      tour,
      units: own,
      texts,
      language: localeName(locale, ui),
      leaves: leavesOf(step.content?.[locale]?.body),
      edit: () => options.editBody(step),
      take: () => options.takeStructure(step),
    });
  };
  return html`
    <section class="step" aria-label="${texts.step(number)}${title ? `, ${title}` : ''}">
      <h4><span class="muted number">${number}</span><span class="truncate">${title ?? texts.step(number)}</span></h4>
      ${repeat(units, ({ id }) => id, pair)}
    </section>
  `;
};
