import type { TourReport } from '@shirube/schema/report';
import { html, nothing, type TemplateResult } from 'lit';
import { drawing as eyeOff } from 'lucide-static/icons/eye-off.svg?drawing';
import { leftOf } from '../../figures/sortTours.ts';
import type { Words } from '../../locale/words.ts';
import { definition } from '../../parts/definition.ts';
import { icon } from '../../parts/icon.ts';
import { rateBar } from '../../parts/rate.ts';

/** The five numbers of a tour, each with what it is made of; they add up: started = completed + left + in progress. */
export const numbers = (words: Words, report: TourReport): TemplateResult => {
  const { say, format } = words;
  const { summary } = report;
  const rate = summary.completionRate;
  const one = (term: string, value: string, detail: TemplateResult | typeof nothing, help?: TemplateResult) => html`
    <div class="number-item">
      <dt><span>${term}</span> ${help ?? nothing}</dt>
      <dd><span class="number-value">${value}</span> <span class="number-detail muted">${detail}</span></dd>
    </div>`;
  return html`<dl class="numbers card">
    ${one(
      say.tour.rate,
      rate.value === null ? say.noValue : format.rate(rate.value),
      rate.value === null || rate.interval === null
        ? html`${say.noRunsYet}`
        : html`${say.rateOf(format.count(rate.numerator), format.count(rate.denominator))} · ${say.tour.interval(format.interval(rate.interval))}${rateBar(rate)}`,
      definition(words, 'rate', say.tour.rate, ['completionRate', 'interval']),
    )}
    ${one(
      say.tour.started,
      format.count(summary.started),
      nothing,
      definition(words, 'started', say.tour.started, ['started']),
    )}
    ${one(
      say.tour.completed,
      format.count(summary.completed),
      nothing,
      definition(words, 'completed', say.tour.completed, ['completed']),
    )}
    ${one(
      say.tour.left,
      format.count(leftOf(summary)),
      html`${(['dismissed', 'abandoned', 'broken'] as const).map(
        (cause) =>
          html`<span class="split-part"><span class="key key-${cause}" aria-hidden="true"></span>${say.funnel[cause]} ${format.count(summary[cause])}</span> `,
      )}`,
      definition(words, 'left', say.tour.left, ['dismissed', 'abandoned', 'broken']),
    )}
    ${one(
      say.tour.inProgress,
      format.count(summary.inProgress),
      nothing,
      definition(words, 'in-progress', say.tour.inProgress, ['inProgress']),
    )}
  </dl>`;
};

/** Started runs that never showed a step, by what became of them; nothing when there are none. */
export const neverShown = (words: Words, report: TourReport): TemplateResult | typeof nothing => {
  const { say, format } = words;
  const { dismissed, abandoned, broken, inProgress } = report.neverShown;
  const total = dismissed + abandoned + broken + inProgress;
  if (total === 0) return nothing;
  const parts = [
    ...(['dismissed', 'abandoned', 'broken'] as const)
      .filter((cause) => report.neverShown[cause] > 0)
      .map((cause) => say.tour.part[cause](format.count(report.neverShown[cause]), report.neverShown[cause])),
    ...(inProgress > 0 ? [say.tour.inProgressPart(format.count(inProgress))] : []),
  ];
  return html`<p class="never-shown">${icon(eyeOff)} <span>${say.tour.neverShown(format.count(total))}<span class="muted">${say.tour.neverShownParts(format.list(parts))}</span></span>
    ${definition(words, 'never-shown', say.tour.neverShown(format.count(total)), ['neverShown'])}</p>`;
};
