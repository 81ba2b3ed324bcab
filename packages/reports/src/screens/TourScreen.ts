import type { TargetsReport, TourReport } from '@shirube/schema/report';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { drawing as back } from 'lucide-static/icons/arrow-left.svg?drawing';
import { drawing as noRuns } from 'lucide-static/icons/chart-no-axes-column.svg?drawing';
import { type Filters, reportQuery } from '../lib/filters.ts';
import { Load } from '../lib/load.ts';
import { defaultSort, type Route } from '../lib/route.ts';
import { Screen } from '../lib/screen.ts';
import { targetsQuery } from '../lib/targetsQuery.ts';
import { definition } from '../parts/definition.ts';
import { filterBar } from '../parts/filterBar.ts';
import { icon } from '../parts/icon.ts';
import { failureNotice, simulatedLabel } from '../parts/notices.ts';
import { periodWords } from '../parts/periodWords.ts';
import type { View } from '../parts/pictured.ts';
import { funnelSection } from './tour/funnelSection.ts';
import { groupsSection } from './tour/groupsSection.ts';
import { headline, headlineSentence } from './tour/headline.ts';
import { neverShown, numbers } from './tour/numbers.ts';
import { stepsSection } from './tour/stepsSection.ts';
import { targetMarks } from './tour/targetMarks.ts';
import { trendSection } from './tour/trendSection.ts';

/** One tour: whether it works, where runs leave, and what to do next. */
export class TourScreen extends Screen {
  static override properties = { ...Screen.properties, funnelView: { state: true }, trendView: { state: true } };
  declare route: Route & { screen: 'tour' };
  declare funnelView: View;
  declare trendView: View;
  readonly #report = new Load<TourReport>(this);
  /** Beside the report: without it nothing is marked. */
  readonly #targets = new Load<TargetsReport>(this);
  #announced: TourReport | undefined;
  /** What the filters can offer: kept from answer to answer, because a filtered report knows less. */
  #versions: readonly number[] = [];
  #locales: readonly string[] = [];

  constructor() {
    super();
    this.funnelView = 'chart';
    this.trendView = 'chart';
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before: unknown = changed.get('route');
    if (before && (before as typeof this.route).tourId !== this.route.tourId) {
      this.#report.clear();
      this.#targets.clear();
      this.#versions = [];
      this.#locales = [];
    }
    const { context, route } = this;
    const query = reportQuery(route.filters, context.now(), context.ownTimezone);
    this.#report.want(`${route.tourId}?${query}`, (signal) => context.client.tour(route.tourId, query, signal));
    const targets = targetsQuery(route.filters, route.tourId, context.now(), context.ownTimezone);
    this.#targets.want(targets.toString(), (signal) => context.client.targets(targets, signal));
    const { value } = this.#report;
    if (value) {
      this.#versions = union(
        this.#versions,
        value.versions.map((one) => one.version),
      ).toSorted((a, b) => b - a);
      this.#locales = union(
        this.#locales,
        value.locales.map((one) => one.locale),
      ).toSorted();
    }
  }

  override render(): TemplateResult {
    const { failure, value, busy } = this.#report;
    if (failure?.kind === 'not-found') return this.#notFound();
    const { words } = this.context;
    const { say } = words;
    const summary = value?.summary;
    return html`
      <div class="page" aria-busy=${busy ? 'true' : 'false'}>
        <header class="page-head">
          ${this.#backLink()}
          <div class="page-head-line">
            <h1 class="page-title" tabindex="-1">${summary?.name ?? this.route.tourId}</h1>
            ${
              summary
                ? html`<span class="badge ${summary.liveVersion === null ? '' : 'badge-live'}">${summary.liveVersion === null ? say.tour.notLive : say.tour.liveVersion(summary.liveVersion)}</span>`
                : nothing
            }
            ${summary?.simulated ? html`${simulatedLabel(words)}${definition(words, 'simulated', say.simulated, ['simulated'])}` : nothing}
          </div>
        </header>
        ${filterBar({
          words,
          filters: this.route.filters,
          now: this.context.now(),
          ownTimezone: this.context.ownTimezone,
          environments: this.context.environments,
          versions: this.#versions,
          locales: this.#locales,
          href: (filters) => this.#href(filters),
          choose: (filters) => this.context.go({ ...this.route, filters }),
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
      this.context.announce(headlineSentence(this.context.words, value, this.route.filters.period));
      document.title = `${value.summary.name} – ${this.context.words.say.product}`;
    }
  }

  #content(report: TourReport): TemplateResult {
    const { words } = this.context;
    if (report.summary.started === 0) return this.#empty();
    return html`
      <div class="headline">${headline(words, report, this.route.filters.period)}</div>
      ${numbers(words, report)} ${neverShown(words, report)}
      ${funnelSection(
        words,
        report,
        this.funnelView,
        (view) => {
          this.funnelView = view;
        },
        targetMarks(words, this.#targets.value, this.#targetsHref()),
      )}
      ${stepsSection(words, report)}
      ${trendSection(words, report, this.trendView, (view) => {
        this.trendView = view;
      })}
      ${groupsSection(words, report)}
      <p class="footnote muted">${words.say.footer(report.request.timezone)}</p>
    `;
  }

  #targetsHref(): string {
    const { tourId, filters } = this.route;
    return this.context.href({ screen: 'targets', tour: tourId, filters: { ...filters, locale: undefined } });
  }

  #empty(): TemplateResult {
    const { words } = this.context;
    const { tour } = words.say;
    const { filters } = this.route;
    const filtered = filters.version !== undefined || filters.locale !== undefined;
    const wider: Filters = filtered
      ? { ...filters, version: undefined, locale: undefined }
      : { ...filters, period: { kind: 'last', days: 90 } };
    const widest = !filtered && filters.period.kind === 'last' && filters.period.days === 90;
    return html`<section class="empty">
      <span class="empty-icon">${icon(noRuns, 20)}</span>
      <h2>${tour.emptyTitle(periodWords(words, filters.period))}</h2>
      <p>${tour.emptyBody}</p>
      ${widest ? nothing : html`<a class="button button-primary" href=${this.#href(wider)}>${filtered ? tour.emptyClear : tour.emptyAction}</a>`}
    </section>`;
  }

  #notFound(): TemplateResult {
    const { tour } = this.context.words.say;
    return html`<div class="page">
      ${this.#backLink()}
      <section class="empty">
        <h1 class="page-title" tabindex="-1">${tour.notFoundTitle}</h1>
        <p>${tour.notFoundBody(this.route.tourId)}</p>
        <a class="button button-primary" href=${this.context.href({ screen: 'tours', filters: this.route.filters, sort: defaultSort })}>${tour.back}</a>
      </section>
    </div>`;
  }

  #skeleton(): TemplateResult {
    return html`<div class="skeleton-tour" aria-hidden="true">
        <p class="finding skeleton-text"><span class="skeleton"></span></p>
        <div class="card skeleton-numbers"></div>
        <div class="card skeleton-chart"></div>
      </div>
      <p class="visually-hidden">${this.context.words.say.loading}</p>`;
  }

  #backLink(): TemplateResult {
    const { filters } = this.route;
    const href = this.context.href({
      screen: 'tours',
      filters: { ...filters, version: undefined, locale: undefined },
      sort: defaultSort,
    });
    return html`<a class="back no-print" href=${href}>${icon(back)} ${this.context.words.say.tour.back}</a>`;
  }

  #href(filters: Filters): string {
    return this.context.href({ ...this.route, filters });
  }
}

const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];
