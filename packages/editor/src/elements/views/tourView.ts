import type { Step, Tour } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import type { OpenTour, TargetStatus } from '../../model/state.ts';
import { isHere, pageWords, titleOf } from '../../model/steps.ts';
import type { ViewContext } from '../context.ts';
import { backIcon, foundIcon, missingIcon, warnIcon } from './icons.ts';
import { failureView, waiting } from './message.ts';

/** One tour: where it stands, how to change it, its steps. */
export const tourView = (open: OpenTour, environment: string, context: ViewContext): TemplateResult => {
  const { locale, send } = context;
  const { texts } = locale;
  const { row, document } = open;
  const stands = row.live === undefined ? texts.showsDraft : texts.showsVersion(row.live.version, environment);
  return html`
    <button class="small" @click=${() => send({ type: 'list_pressed' })}>${backIcon}${texts.back}</button>
    <h2 tabindex="-1">${row.item.name}</h2>
    <p class="quiet">${stands}</p>
    ${document.name === 'loading' ? waiting(texts.loadingTour) : nothing}
    ${document.name === 'failed' ? failureView(document.failure, context) : nothing}
    ${
      document.name === 'ready'
        ? html`
            <p class="quiet">${texts.steps(document.tour.steps.length)}</p>
            <ol class="steps">
              ${document.tour.steps.map((step) => html`<li>${stepRow(step, document.tour, open, context)}</li>`)}
            </ol>
          `
        : nothing
    }
    ${readOnlyNote(row.item.id, context)}
  `;
};

const stepRow = (step: Step, tour: Tour, open: OpenTour, context: ViewContext): TemplateResult => {
  const { texts, tag } = context.locale;
  return html`
    <span class="name">${titleOf(step, tour, tag)}</span>
    <span class="quiet">${texts.kind[step.kind]}</span>
    ${
      !isHere(step, context.url) && step.page !== undefined
        ? html`<span class="quiet">${texts.otherPage(pageWords(step.page))}</span>`
        : step.target === undefined
          ? html`<span class="quiet">${texts.noTarget}</span>`
          : targetPart(step, open, context)
    }
  `;
};

const targetPart = (step: Step, open: OpenTour, { locale, send }: ViewContext): TemplateResult => {
  const { texts } = locale;
  const shown = open.shown?.stepId === step.id ? open.shown : undefined;
  return html`
    <button class="small" aria-pressed=${shown !== undefined} @click=${() => send({ type: 'target_pressed', stepId: step.id })}>
      ${shown === undefined ? texts.showTarget : texts.hideTarget}
    </button>
    ${shown === undefined ? nothing : statusPart(shown.status, texts)}
  `;
};

const marks = {
  found: foundIcon,
  healed: warnIcon,
  hidden: warnIcon,
  ambiguous: warnIcon,
  missing: missingIcon,
} as const;

const statusPart = (status: TargetStatus | undefined, texts: ViewContext['locale']['texts']): TemplateResult =>
  status === undefined
    ? html`<span class="quiet">${texts.looking}</span>`
    : html`<span class="status ${status}">${marks[status]}${texts.status[status]}</span>`;

/** Where the tour can be changed, as calls that work as they stand. */
const readOnlyNote = (tourId: string, { locale, server }: ViewContext): TemplateResult => {
  const { texts } = locale;
  const address = `${server}/v1/tours/${encodeURIComponent(tourId)}`;
  return html`
    <section class="note" aria-label=${texts.readOnly}>
      <p><b>${texts.readOnly}</b><br />${texts.readOnlyLead} <code>${tourId}.json</code></p>
      <p>${texts.readOnlySend}<br /><code>PUT ${address}</code></p>
      <p>${texts.readOnlyPublish}<br /><code>POST ${address}/publish</code></p>
      <p><a href="${server}/tours/${encodeURIComponent(tourId)}" target="_blank" rel="noopener">${texts.report}</a></p>
    </section>
  `;
};
