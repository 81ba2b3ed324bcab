import type { TourReport } from '@shirube/schema/report';
import { html, type TemplateResult } from 'lit';
import type { Draw } from '../../charts/Chart.ts';
import { trendPx } from '../../charts/sizes.ts';
import type { Words } from '../../locale/words.ts';
import { definition } from '../../parts/definition.ts';
import { pictured, type View } from '../../parts/pictured.ts';

/** Started and completed per day. */
export const trendSection = (
  words: Words,
  report: TourReport,
  view: View,
  onView: (view: View) => void,
): TemplateResult => {
  const { say, format } = words;
  const { days } = report;
  const range = format.days(report.request.from, report.request.to);
  const label = say.trend.chart(report.summary.name, range);
  const draw: Draw = (charts, widthPx) => charts.drawTrend(words, days, widthPx, label);
  return pictured({
    words,
    id: 'trend',
    title: say.trend.title,
    help: definition(words, 'trend', say.trend.title, ['days']),
    view,
    onView,
    chart: html`<shirube-chart class="chart" .draw=${draw} .heightAt=${trendPx}></shirube-chart>`,
    table: html`<table class="data">
      <caption class="visually-hidden">${say.trend.caption}</caption>
      <thead><tr><th scope="col">${say.trend.day}</th><th scope="col" class="number">${say.trend.started}</th><th scope="col" class="number">${say.trend.completed}</th></tr></thead>
      <tbody>
        ${days.map(
          (day) =>
            html`<tr data-day=${day.day}><th scope="row">${format.day(day.day)}</th><td class="number">${format.count(day.started)}</td><td class="number">${format.count(day.completed)}</td></tr>`,
        )}
      </tbody>
    </table>`,
  });
};
