import type { TourReport } from '@shirube/schema/report';
import { html, type nothing, type TemplateResult } from 'lit';
import type { Draw } from '../../charts/Chart.ts';
import { funnelPx } from '../../charts/sizes.ts';
import { stepFigures } from '../../figures/steps.ts';
import type { Words } from '../../locale/words.ts';
import { definition } from '../../parts/definition.ts';
import { pictured, type View } from '../../parts/pictured.ts';
import { rateCell } from '../../parts/rate.ts';

const parts = ['passed', 'inProgress', 'dismissed', 'abandoned', 'broken'] as const;

/** Where runs leave: bars per step, and the same as a table. */
export const funnelSection = (
  words: Words,
  report: TourReport,
  view: View,
  onView: (view: View) => void,
  marks: TemplateResult | typeof nothing,
): TemplateResult => {
  const { say } = words;
  const figures = stepFigures(report.steps);
  const label = say.funnel.chart(report.summary.name, figures.length);
  const draw: Draw = (charts, widthPx) => charts.drawFunnel(words, figures, widthPx, label);
  return pictured({
    words,
    id: 'funnel',
    title: say.funnel.title,
    help: definition(words, 'funnel', say.funnel.dropOff, ['dropOff', 'reached', 'dismissed', 'abandoned', 'broken']),
    view,
    onView,
    chart: html`
      <ul class="legend" aria-hidden="true">
        ${parts.map((part) => html`<li><span class="key key-${part}"></span>${say.funnel[part]}</li>`)}
      </ul>
      <shirube-chart class="chart" .draw=${draw} .heightAt=${(widthPx: number) => funnelPx(widthPx, figures.length)}></shirube-chart>`,
    table: funnelTable(words, report),
    after: marks,
  });
};

const funnelTable = (words: Words, report: TourReport): TemplateResult => {
  const { say, format } = words;
  const head = [say.funnel.reached, ...parts.map((part) => say.funnel[part])];
  return html`<table class="data">
    <caption class="visually-hidden">${say.funnel.caption}</caption>
    <thead><tr><th scope="col">${say.funnel.step}</th>${head.map((name) => html`<th scope="col" class="number">${name}</th>`)}<th scope="col">${say.funnel.dropOff}</th></tr></thead>
    <tbody>
      ${stepFigures(report.steps).map(
        ({ number, step, passed }) => html`<tr data-step=${step.stepId}>
          <th scope="row"><span class="step-number">${format.count(number)}</span> ${step.title}</th>
          ${[
            step.reached,
            passed,
            step.inProgress,
            step.dropOff.dismissed,
            step.dropOff.abandoned,
            step.dropOff.broken,
          ].map((count) => html`<td class="number">${format.count(count)}</td>`)}
          <td>${rateCell(words, step.dropOff.rate, 'loss')}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
};
