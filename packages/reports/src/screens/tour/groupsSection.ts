import type { TourReport } from '@shirube/schema/report';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../locale/words.ts';
import { definition } from '../../parts/definition.ts';
import { scrollTable } from '../../parts/pictured.ts';
import { rateCell } from '../../parts/rate.ts';

/** The same tour by version (rates with intervals) and by locale (shares of the started runs). */
export const groupsSection = (words: Words, report: TourReport): TemplateResult =>
  html`<div class="columns">${versions(words, report)} ${locales(words, report)}</div>`;

const versions = (words: Words, report: TourReport): TemplateResult => {
  const { say, format } = words;
  const live = report.summary.liveVersion;
  const table = html`<table class="data">
    <caption class="visually-hidden">${say.versions.caption}</caption>
    <thead><tr><th scope="col">${say.versions.version}</th><th scope="col" class="number">${say.tour.started}</th><th scope="col" class="number">${say.tour.completed}</th><th scope="col">${say.tour.rate}</th></tr></thead>
    <tbody>
      ${report.versions.map(
        (one) => html`<tr data-version=${one.version}>
          <th scope="row">${format.count(one.version)} ${one.version === live ? html`<span class="badge badge-live">${say.versions.live}</span>` : nothing}</th>
          <td class="number">${format.count(one.started)}</td>
          <td class="number">${format.count(one.completed)}</td>
          <td>${rateCell(words, one.completionRate)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
  return html`<section class="card" aria-labelledby="versions-title">
    <div class="card-head">
      <h2 id="versions-title">${say.versions.title}</h2>
      ${definition(words, 'versions', say.versions.title, ['versions'])}
    </div>
    ${report.versions.length === 0 ? html`<p class="muted">${say.versions.none}</p>` : scrollTable(words, say.versions.title, table)}
  </section>`;
};

const locales = (words: Words, report: TourReport): TemplateResult => {
  const { say, format } = words;
  const total = report.locales.reduce((sum, one) => sum + one.started, 0);
  const table = html`<table class="data">
    <caption class="visually-hidden">${say.locales.caption}</caption>
    <thead><tr><th scope="col">${say.locales.locale}</th><th scope="col" class="number">${say.locales.started}</th><th scope="col" class="number">${say.locales.share}</th></tr></thead>
    <tbody>
      ${report.locales.map(
        (one) => html`<tr data-locale=${one.locale}>
          <th scope="row">${format.languageName(one.locale)} <span class="muted">${one.locale}</span></th>
          <td class="number">${format.count(one.started)}</td>
          <td class="number">${total === 0 ? say.noValue : format.rate(one.started / total)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
  return html`<section class="card" aria-labelledby="locales-title">
    <div class="card-head"><h2 id="locales-title">${say.locales.title}</h2></div>
    ${scrollTable(words, say.locales.title, table)}
  </section>`;
};
