import { TARGET_DEFINITIONS, type TargetDefinitionId, type TargetsReport } from '@shirube/schema/report';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { drawing as crosshair } from 'lucide-static/icons/crosshair.svg?drawing';
import type { Filters } from '../lib/filters.ts';
import { Load } from '../lib/load.ts';
import { readAppAddress, storeAppAddress } from '../lib/preferences.ts';
import { defaultSort, type Route } from '../lib/route.ts';
import { Screen } from '../lib/screen.ts';
import { targetsQuery } from '../lib/targetsQuery.ts';
import { targetWords } from '../locale/targets/words.ts';
import { definitionOf } from '../parts/definition.ts';
import { filterBar, select } from '../parts/filterBar.ts';
import { icon } from '../parts/icon.ts';
import { failureNotice } from '../parts/notices.ts';
import { appForm } from './targets/appForm.ts';
import { targetsSentences } from './targets/finding.ts';
import { targetRow } from './targets/targetRow.ts';

/** Which steps are not found any more, since when, why, and what to do: worst first. */
export class TargetsScreen extends Screen {
  static override properties = { ...Screen.properties, app: { state: true } };
  declare route: Route & { screen: 'targets' };
  declare app: string;
  readonly #report = new Load<TargetsReport>(this);
  #announced: TargetsReport | undefined;
  /** What the filters can offer: kept from answer to answer, because a filtered report knows less. */
  #tours: ReadonlyMap<string, string> = new Map();
  #versions: readonly number[] = [];
  #offeredFor: string | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    const { context, route } = this;
    if (changed.has('route')) this.app = readAppAddress(this.#environment());
    // Another environment has tours and versions of its own.
    if (this.#offeredFor !== this.#environment()) {
      this.#offeredFor = this.#environment();
      this.#tours = new Map();
      this.#versions = [];
    }
    const query = targetsQuery(route.filters, route.tour, context.now(), context.ownTimezone);
    this.#report.want(query.toString(), (signal) => context.client.targets(query, signal));
    const steps = this.#report.value?.steps ?? [];
    this.#tours = new Map([...this.#tours, ...steps.map((step) => [step.tourId, step.tourName] as const)]);
    const versions = steps.flatMap((step) => step.versions.map(({ version }) => version));
    this.#versions = [...new Set([...this.#versions, ...versions])].toSorted((a, b) => b - a);
  }

  override render(): TemplateResult {
    const { context, route } = this;
    const { words } = context;
    const { failure, value, busy } = this.#report;
    return html`
      <div class="page" aria-busy=${busy ? 'true' : 'false'}>
        <header class="page-head"><h1 class="page-title" tabindex="-1">${words.say.targets}</h1></header>
        ${filterBar({
          words,
          filters: route.filters,
          now: context.now(),
          ownTimezone: context.ownTimezone,
          environments: context.environments,
          versions: this.#versions,
          more: this.#tourChoice(),
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
      if (value.steps.length > 0) this.context.announce(this.#sentences(value).join(' '));
    }
  }

  #environment(): string {
    return this.route.filters.environment ?? 'production';
  }

  #sentences(report: TargetsReport): readonly string[] {
    return targetsSentences(this.context.words, report, this.route.filters.period);
  }

  #tourChoice(): TemplateResult {
    const { context, route } = this;
    const say = targetWords(context.words.language);
    const tours = [...this.#tours];
    const { tour } = route;
    const all = tour === undefined || this.#tours.has(tour) ? tours : [...tours, [tour, tour] as const];
    return select(say.tour, [['', say.anyTour], ...all], tour ?? '', (value) =>
      context.go({ ...route, tour: value || undefined }),
    );
  }

  #content(report: TargetsReport): TemplateResult {
    const { context, route } = this;
    const { words } = context;
    const say = targetWords(words.language);
    if (report.steps.length === 0) return this.#empty();
    const href = (tourId: string) => context.href({ screen: 'tour', tourId, filters: route.filters });
    const heading = (label: string, id: string, meanings: readonly TargetDefinitionId[]) =>
      html`<th scope="col" role="columnheader" class="wide"><span class="heading">${label} ${meanings.length === 0 ? nothing : this.#definition(id, label, meanings)}</span></th>`;
    const [first, ...rest] = this.#sentences(report);
    return html`<div class="headline">
        <p class="finding">${first}</p>
        ${rest.length === 0 ? nothing : html`<p class="because muted">${rest.join(words.language === 'ja' ? '' : ' ')}</p>`}
      </div>
      <div class="card card-flush">
        <table class="tours targets" role="table">
          <caption class="visually-hidden">${say.caption}</caption>
          <thead role="rowgroup"><tr role="row">
            ${heading(say.step, 'state', ['verdict'])}
            ${heading(say.how, 'how', ['looked', 'found', 'healed', 'missing', 'last24h'])}
            ${heading(say.why, 'why', ['became', 'confidence'])}
            ${heading(say.next, 'next', [])}
          </tr></thead>
          <tbody role="rowgroup">
            ${report.steps.map((step) =>
              targetRow({ words, step, timezone: report.request.timezone, href: href(step.tourId), app: this.app }),
            )}
          </tbody>
        </table>
      </div>
      ${appForm(words, this.app, (app) => {
        storeAppAddress(this.#environment(), app);
        this.app = app;
      })}
      <p class="footnote muted">${words.say.footer(report.request.timezone)}</p>`;
  }

  #definition(id: string, term: string, meanings: readonly TargetDefinitionId[]): TemplateResult {
    const found = meanings.flatMap((meaning) => TARGET_DEFINITIONS.filter((one) => one.id === meaning));
    return definitionOf(this.context.words, id, term, found);
  }

  #empty(): TemplateResult {
    const { context, route } = this;
    const say = targetWords(context.words.language);
    const filtered = route.tour !== undefined || route.filters.version !== undefined;
    const plain: Filters = { ...route.filters, version: undefined };
    const href = filtered
      ? context.href({ screen: 'targets', filters: plain })
      : context.href({ screen: 'tours', filters: plain, sort: defaultSort });
    return html`<section class="empty">
      <span class="empty-icon">${icon(crosshair, 20)}</span>
      <h2>${say.emptyTitle}</h2>
      <p>${say.emptyBody}</p>
      <a class="button button-primary" href=${href}>${filtered ? say.emptyClear : say.emptyAction}</a>
    </section>`;
  }

  #skeleton(): TemplateResult {
    return html`<p class="finding skeleton-text" aria-hidden="true"><span class="skeleton"></span></p>
      <div class="card card-flush skeleton-table" aria-hidden="true">
        ${[0, 1, 2, 3].map(() => html`<div class="skeleton-row"><span class="skeleton"></span><span class="skeleton"></span><span class="skeleton"></span></div>`)}
      </div>
      <p class="visually-hidden">${this.context.words.say.loading}</p>`;
  }
}
