import type { TourSummary, ToursReport } from '@shirube/schema/report';
import { html, nothing, type TemplateResult } from 'lit';
import { drawing as down } from 'lucide-static/icons/arrow-down.svg?drawing';
import { drawing as up } from 'lucide-static/icons/arrow-up.svg?drawing';
import { drawing as unsorted } from 'lucide-static/icons/chevrons-up-down.svg?drawing';
import { sortTours } from '../figures/sortTours.ts';
import { reportQuery } from '../lib/filters.ts';
import { Load } from '../lib/load.ts';
import type { Route, SortColumn } from '../lib/route.ts';
import { Screen } from '../lib/screen.ts';
import { definition } from '../parts/definition.ts';
import { filterBar } from '../parts/filterBar.ts';
import { icon } from '../parts/icon.ts';
import { failureNotice, simulatedLabel } from '../parts/notices.ts';
import { periodWords } from '../parts/periodWords.ts';
import { rateCell } from '../parts/rate.ts';
import { splitCell } from '../parts/splitBar.ts';
import { firstTour } from './firstTour.ts';

/** All tours: how many are live, how many runs finished, and one line each. */
export class ToursScreen extends Screen {
  declare route: Route & { screen: 'tours' };
  readonly #report = new Load<ToursReport>(this);
  #announced: ToursReport | undefined;

  override render(): TemplateResult {
    const { context, route } = this;
    const { words } = context;
    const query = reportQuery(route.filters, context.now(), context.ownTimezone);
    this.#report.want(query.toString(), (signal) => context.client.tours(query, signal));
    const { failure, value, busy } = this.#report;
    return html`
      <div class="page" aria-busy=${busy ? 'true' : 'false'}>
        <header class="page-head">
          <h1 class="page-title" tabindex="-1">${words.say.allTours}</h1>
          
        </header>
        ${filterBar({
          words,
          filters: route.filters,
          now: context.now(),
          ownTimezone: context.ownTimezone,
          environments: context.environments,
          href: (filters) => context.href({ ...route, filters }),
          choose: (filters) => context.go({ ...route, filters }),
        })}
        ${failure ? failureNotice(words, failure, () => this.#report.retry()) : value ? this.#content(value) : this.#skeleton()}
      </div>
    `;
  }

  protected override updated(): void {
    const { failure, value, busy } = this.#report;
    if (failure?.kind === 'signed-out') this.context.signedOut();
    if (value && !busy && value !== this.#announced) {
      this.#announced = value;
      this.context.announce(this.#sentence(value));
    }
  }

  #content(report: ToursReport): TemplateResult {
    if (report.tours.length === 0) return firstTour(this.context, this.route.filters.environment ?? 'production');
    return html`<p class="finding">${this.#sentence(report)}</p>${this.#table(report)}`;
  }

  #sentence(report: ToursReport): string {
    const { say, format } = this.context.words;
    const live = report.tours.filter((tour) => tour.liveVersion !== null).length;
    const sum = (pick: (tour: TourSummary) => number) => report.tours.reduce((total, tour) => total + pick(tour), 0);
    const started = sum((tour) => tour.started);
    const period = periodWords(this.context.words, this.route.filters.period);
    const first = live === 0 ? say.list.noneLive : say.list.live(live, format.count(live));
    const second =
      started === 0
        ? say.list.nothingStarted(period)
        : say.list.finished(format.count(sum((tour) => tour.completed)), format.count(started), started, period);
    return this.context.words.language === 'ja' ? `${first}${second}` : `${first} ${second}`;
  }

  #table(report: ToursReport): TemplateResult {
    const { words } = this.context;
    const { list } = words.say;
    const tours = sortTours(report.tours, this.route.sort, words.language);
    return html`
      <div class="card card-flush">
        <table class="tours" role="table">
          <caption class="visually-hidden">${list.caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              ${this.#heading('name', list.name, '')}
              ${this.#heading('started', list.started, 'number')}
              ${this.#heading('completed', list.completed, 'number')}
              ${this.#heading('rate', list.rate, 'wide', definition(words, 'rate', list.rate, ['completionRate', 'interval']))}
              ${this.#heading('left', list.left, 'wide', definition(words, 'left', list.left, ['dismissed', 'abandoned', 'broken']))}
              ${this.#heading('lastEventAt', list.lastActivity, '')}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${tours.map((tour) => this.#row(tour, report.request.timezone))}
          </tbody>
        </table>
      </div>
    `;
  }

  #heading(column: SortColumn, label: string, kind: string, help?: TemplateResult): TemplateResult {
    const { sort } = this.route;
    const active = sort.column === column;
    const next = active
      ? sort.direction === 'ascending'
        ? 'descending'
        : 'ascending'
      : column === 'name'
        ? 'ascending'
        : 'descending';
    return html`<th scope="col" role="columnheader" class=${kind} aria-sort=${active ? sort.direction : nothing}>
      <span class="heading">
        <button type="button" class="sort" @click=${() =>
          this.context.go({ ...this.route, sort: { column, direction: next } }, 'replace')}>
          ${label} ${icon(active ? (sort.direction === 'ascending' ? up : down) : unsorted)}
        </button>
        ${help ?? nothing}
      </span>
    </th>`;
  }

  #row(tour: TourSummary, timezone: string): TemplateResult {
    const { words } = this.context;
    const { say, format } = words;
    const href = this.context.href({ screen: 'tour', tourId: tour.tourId, filters: this.route.filters });
    return html`<tr role="row">
      <th scope="row" role="rowheader">
        <a class="tour-link" href=${href}>${tour.name}</a>
        <span class="tour-state muted"><span class="dot ${tour.liveVersion === null ? '' : 'dot-live'}" aria-hidden="true"></span>
          ${tour.liveVersion === null ? say.list.notLive : say.list.liveVersion(tour.liveVersion)}</span>
        ${tour.simulated ? simulatedLabel(words) : nothing}
      </th>
      <td role="cell" class="number" data-label=${say.list.started}>${format.count(tour.started)}</td>
      <td role="cell" class="number" data-label=${say.list.completed}>${format.count(tour.completed)}</td>
      <td role="cell" class="wide" data-label=${say.list.rate}>${rateCell(words, tour.completionRate)}</td>
      <td role="cell" class="wide" data-label=${say.list.left}>${splitCell(words, tour, tour.started)}</td>
      <td role="cell" data-label=${say.list.lastActivity}>
        ${
          tour.lastEventAt === null
            ? html`<span class="muted">${say.list.never}</span>`
            : html`<time datetime=${new Date(tour.lastEventAt).toISOString()} title=${format.moment(tour.lastEventAt, timezone)}>${format.ago(tour.lastEventAt, this.context.now())}</time>`
        }
      </td>
    </tr>`;
  }

  #skeleton(): TemplateResult {
    return html`<p class="finding skeleton-text" aria-hidden="true"><span class="skeleton"></span></p>
      <div class="card card-flush skeleton-table" aria-hidden="true">
        ${[0, 1, 2, 3].map(() => html`<div class="skeleton-row"><span class="skeleton"></span><span class="skeleton"></span><span class="skeleton"></span></div>`)}
      </div>
      <p class="visually-hidden">${this.context.words.say.loading}</p>`;
  }
}
