import type { Step, Target, Tour } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from '../../locale/index.ts';
import type { OpenTour, TargetLook, TargetStatus } from '../../model/state.ts';
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
    ${readOnlyNote(row.item.id, context)}
    ${document.name === 'loading' ? waiting(texts.loadingTour) : nothing}
    ${document.name === 'failed' ? failureView(document.failure, context) : nothing}
    ${
      document.name === 'ready'
        ? html`
            <h3>${texts.steps(document.tour.steps.length)}</h3>
            <ol class="steps">
              ${document.tour.steps.map((step) => html`<li>${stepRow(step, document.tour, open, context)}</li>`)}
            </ol>
          `
        : nothing
    }
  `;
};

const stepRow = (step: Step, tour: Tour, open: OpenTour, context: ViewContext): TemplateResult => {
  const { texts, tag } = context.locale;
  const here = isHere(step, context.url);
  const look = open.looks[step.id];
  const shown = open.shown?.stepId === step.id ? open.shown : undefined;
  return html`
    <span class="name">${titleOf(step, tour, tag)}</span>
    ${here && step.target !== undefined ? targetButton(step, shown !== undefined, context) : nothing}
    <span class="quiet wide">${[texts.kind[step.kind], ...placeWords(step, here, texts)].join(' · ')}</span>
    ${here && step.target !== undefined ? statusPart(shown?.status ?? look?.status, look, context) : nothing}
    ${look?.repaired === undefined ? nothing : repairPart(step, look.repaired, open.copied === step.id, context)}
  `;
};

/** Why there is nothing to show of a step on this page. */
const placeWords = (step: Step, here: boolean, texts: Texts): readonly string[] => {
  if (step.target === undefined) return [texts.noTarget];
  return here || step.page === undefined ? [] : [texts.otherPage(pageWords(step.page))];
};

const targetButton = (step: Step, shown: boolean, { locale, send }: ViewContext): TemplateResult => {
  const words = shown ? locale.texts.hideTarget : locale.texts.showTarget;
  return html`<button class="small ${shown ? 'on' : ''}" @click=${() => send({ type: 'target_pressed', stepId: step.id })}>
    ${words}
  </button>`;
};

const marks = {
  found: foundIcon,
  healed: warnIcon,
  hidden: warnIcon,
  ambiguous: warnIcon,
  missing: missingIcon,
} as const;

/** How the target is found on this page now, how sure that is, and why. */
const statusPart = (
  status: TargetStatus | undefined,
  look: TargetLook | undefined,
  { locale }: ViewContext,
): TemplateResult => {
  const { texts, tag } = locale;
  if (status === undefined) return html`<span class="quiet wide">${texts.looking}</span>`;
  const sure = look !== undefined && look.confidence > 0 && look.confidence < 1;
  return html`
    <span class="status wide ${status}">${marks[status]}<span>${texts.status[status]}${
      sure ? html` <span class="quiet">${texts.confidence(percent(look.confidence, tag))}</span>` : nothing
    }</span></span>
    ${
      status === 'found' || look === undefined || look.because.length === 0
        ? nothing
        : html`<details class="note wide"><summary>${texts.why}</summary>
            <div class="because" lang="en">${look.because.map((reason) => html`<p>${reason}</p>`)}</div></details>`
    }
  `;
};
const percent = (share: number, tag: string): string => new Intl.NumberFormat(tag, { style: 'percent' }).format(share);

/** The selectors that lead to the element today: they could be kept. */
const repairPart = (step: Step, repaired: Target, copied: boolean, { locale, send }: ViewContext): TemplateResult => {
  const { texts } = locale;
  return html`<details class="note wide repair">
    <summary>${texts.repair}</summary>
    <p>${texts.repairHow}</p>
    <pre tabindex="0" role="region" aria-label=${texts.repair}><code>${JSON.stringify(repaired, null, 2)}</code></pre>
    <button class="small" @click=${() => send({ type: 'copy_pressed', stepId: step.id })}>${copied ? texts.copied : texts.copy}</button>
  </details>`;
};

/** Where the tour can be changed, as calls that work as they stand. */
const readOnlyNote = (tourId: string, { locale, server }: ViewContext): TemplateResult => {
  const { texts } = locale;
  const address = `${server}/v1/tours/${encodeURIComponent(tourId)}`;
  return html`
    <details class="note">
      <summary>${texts.readOnly}</summary>
      <p>${texts.readOnlySend(`${tourId}.json`)}<br /><code>PUT ${address}</code></p>
      <p>${texts.readOnlyPublish}<br /><code>POST ${address}/publish</code></p>
    </details>
    <p><a href="${server}/tours/${encodeURIComponent(tourId)}" target="_blank" rel="noopener">${texts.report}</a></p>
  `;
};
