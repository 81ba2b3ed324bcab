import type { StepReport, TourReport } from '@shirube/schema/report';
import { html, type TemplateResult } from 'lit';
import { drawing as healedDrawing } from 'lucide-static/icons/bandage.svg?drawing';
import { drawing as check } from 'lucide-static/icons/check.svg?drawing';
import { drawing as missingDrawing } from 'lucide-static/icons/circle-alert.svg?drawing';
import type { Words } from '../../locale/words.ts';
import { definition } from '../../parts/definition.ts';
import { icon } from '../../parts/icon.ts';
import { scrollTable } from '../../parts/pictured.ts';

/** Time on step and target health, one line per step. */
export const stepsSection = (words: Words, report: TourReport): TemplateResult => {
  const { say, format } = words;
  const slowest = Math.max(1, ...report.steps.map((step) => step.timeOnStep?.p90Ms ?? 0));
  const names = [say.steps.forward, say.steps.skipped, say.steps.median, say.steps.p90, say.steps.measured];
  const table = html`<table class="data">
    <caption class="visually-hidden">${say.steps.caption}</caption>
    <thead><tr><th scope="col">${say.funnel.step}</th>${names.map((name) => html`<th scope="col" class="number">${name}</th>`)}<th scope="col" class="number">${say.steps.missing}</th><th scope="col" class="number">${say.steps.healed}</th></tr></thead>
    <tbody>
      ${report.steps.map(
        (step, index) => html`<tr data-step=${step.stepId}>
          <th scope="row"><span class="step-number">${format.count(index + 1)}</span> ${step.title}</th>
          <td class="number">${format.count(step.completed)}</td>
          <td class="number">${format.count(step.skipped)}</td>
          ${timeCells(words, step, slowest)}
          ${targetCells(words, step)}
        </tr>`,
      )}
    </tbody>
  </table>`;
  return html`<section class="card" aria-labelledby="steps-title">
    <div class="card-head">
      <h2 id="steps-title">${say.steps.title}</h2>
      ${definition(words, 'steps', say.steps.title, [
        'timeOnStep',
        'stepCompleted',
        'skipped',
        'targetMissing',
        'targetHealed',
      ])}
    </div>
    ${scrollTable(words, say.steps.title, table)}
  </section>`;
};

const timeCells = ({ say, format }: Words, step: StepReport, slowestMs: number): TemplateResult => {
  const time = step.timeOnStep;
  if (time === null) {
    return html`<td class="number"><span>${say.noValue}</span> <span class="muted small">${say.steps.noTime}</span></td><td class="number">${say.noValue}</td><td class="number">${format.count(0)}</td>`;
  }
  const at = (ms: number) => (ms / slowestMs) * 100;
  return html`<td class="number">${format.duration(time.medianMs)}
      <svg class="time-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="rate-track" y="3" width="100" height="2"></rect>
        <rect class="time-range" y="2" x=${at(time.medianMs)} width=${Math.max(1, at(time.p90Ms) - at(time.medianMs))} height="4"></rect>
        <rect class="time-median" x=${Math.max(0, at(time.medianMs) - 1)} width="2" height="8"></rect>
      </svg></td>
    <td class="number">${format.duration(time.p90Ms)}</td>
    <td class="number">${format.count(time.runs)}</td>`;
};

const targetCells = ({ say, format }: Words, step: StepReport): TemplateResult => {
  if (step.targetMissing === 0 && step.targetHealed === 0 && step.reached > 0) {
    const zero = format.count(0);
    return html`<td class="number"><span class="state good" title=${say.steps.healthy}>${icon(check)} ${zero}</span></td><td class="number">${zero}</td>`;
  }
  const cell = (count: number, tone: string, drawing: typeof check) =>
    count === 0
      ? html`<td class="number">${format.count(0)}</td>`
      : html`<td class="number"><span class="state ${tone}">${icon(drawing)} ${format.count(count)}</span></td>`;
  return html`${cell(step.targetMissing, 'bad', missingDrawing)}${cell(step.targetHealed, 'warn', healedDrawing)}`;
};
