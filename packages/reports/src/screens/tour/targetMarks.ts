import type { TargetsReport } from '@shirube/schema/report';
import { html, nothing, type TemplateResult } from 'lit';
import { needsRepair } from '../../figures/targets.ts';
import { targetWords } from '../../locale/targets/words.ts';
import type { Words } from '../../locale/words.ts';
import { targetIcon } from '../../parts/targetState.ts';

/** Steps of this tour whose element is gone or only recognised, each a way to what can be done about it. */
export const targetMarks = (
  words: Words,
  report: TargetsReport | undefined,
  href: string,
): TemplateResult | typeof nothing => {
  const say = targetWords(words.language);
  const steps = report?.steps.filter(needsRepair) ?? [];
  if (report === undefined || steps.length === 0) return nothing;
  return html`<ul class="target-marks" aria-label=${words.say.targets}>
    ${steps.map(({ verdict, number, title, stepId }) => {
      const since =
        verdict.since === null ? '' : say.since(words.format.moment(verdict.since, report.request.timezone));
      const place = number === null ? '' : words.format.count(number);
      return html`<li data-step=${stepId}><a href=${href}>${targetIcon(verdict.state)} <span>${say.markOf(place, title, say.mark[verdict.state], since)}</span></a></li>`;
    })}
  </ul>`;
};
