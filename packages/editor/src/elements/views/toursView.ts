import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TourRow } from '../../model/state.ts';
import type { ViewContext } from '../context.ts';

/** The workspace's tours, those that are live here first. */
export const toursView = (environment: string, rows: readonly TourRow[], context: ViewContext): TemplateResult => {
  const { locale, server, send } = context;
  const { texts } = locale;
  return html`
    <div class="bar">
      <h2 tabindex="-1">${texts.tours} <span class="count">${rows.length}</span></h2>
      <button class="small" @click=${() => send({ type: 'reload_pressed' })}>${texts.reload}</button>
    </div>
    ${
      rows.length === 0
        ? html`<p><b>${texts.noTours}</b></p><p class="quiet">${texts.noToursHow(`${server}/v1/tours/:id`)}</p>`
        : html`<ul class="rows">${repeat(
            rows,
            (row) => row.item.id,
            (row) => html`<li>${tourRow(row, environment, context)}</li>`,
          )}</ul>`
    }
  `;
};

const tourRow = (row: TourRow, environment: string, { locale, send }: ViewContext): TemplateResult => {
  const { texts } = locale;
  const { item, live } = row;
  const count = live === undefined ? [] : [texts.steps(live.tour.steps.length)];
  return html`
    <button class="row" @click=${() => send({ type: 'tour_pressed', tourId: item.id })}>
      <span class="name">${item.name}</span>
      <span class=${live === undefined ? 'quiet' : 'live'}>${[...liveWords(row, environment, locale.texts), ...count].join(' · ')}</span>
      <span class="quiet">${texts.updated(item.updatedBy, momentWords(item.updatedAt, locale.tag))}</span>
    </button>
  `;
};

/** Where a tour is live: this page's environment first, then the others. */
const liveWords = (row: TourRow, environment: string, texts: ViewContext['locale']['texts']): readonly string[] => {
  const here = row.live === undefined ? [] : [texts.liveHere(row.live.version, environment)];
  const elsewhere = row.item.live
    .filter((live) => live.environment !== environment)
    .map((live) => texts.liveElsewhere(live.version, live.environment));
  return here.length + elsewhere.length === 0 ? [texts.notLive] : [...here, ...elsewhere];
};

/** `at`: epoch ms; read out in the reader's own time zone. */
const momentWords = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
