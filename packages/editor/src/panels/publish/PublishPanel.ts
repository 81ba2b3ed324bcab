import { compareTours, explainChange } from '@shirube/schema';
import type { EstimateAnswer } from '@shirube/schema/api';
import { html, nothing, type TemplateResult } from 'lit';
import { Panel } from '../../ui/Panel.ts';
import { textsIn } from '../../ui/texts.ts';
import { askEstimate } from '../aim/askEstimate.ts';
import { Latest } from '../aim/Latest.ts';
import { changesView } from './changesView.ts';
import { type Check, checkForPublishing, checksOfProblems } from './checks.ts';
import { checksView } from './checksView.ts';
import { lookAtTargets } from './looks.ts';
import { outcomeView } from './outcomeView.ts';
import { Releases } from './Releases.ts';
import { reachView } from './reachView.ts';
import { publishSheet } from './styles.ts';
import { TargetWatch } from './TargetWatch.ts';
import { publishTexts } from './texts.ts';
import { type VersionsState, versionsView } from './versionsView.ts';

/** Makes the tour live: what will happen, what refuses it, what changed, and what was live before. */
export class PublishPanel extends Panel {
  static override styles = [Panel.sheet, publishSheet];
  #own: Releases | undefined;
  #environment: string | undefined;
  #note = '';
  #versions: VersionsState = { compare: undefined };
  #announced = '';
  #targets: TargetWatch | undefined;
  readonly #reach = new Latest<EstimateAnswer>(400, () => this.requestUpdate());

  get #texts() {
    return textsIn(publishTexts, this.session.ui);
  }
  get #releases(): Releases {
    this.#own ??= new Releases(this.session, () => this.requestUpdate());
    return this.#own;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.session.page.addEventListener('online', this.#online);
  }
  get #watch(): TargetWatch {
    this.#targets ??= new TargetWatch(this.session.page, () => this.requestUpdate());
    return this.#targets;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.page.removeEventListener('online', this.#online);
    this.#targets?.follow(undefined);
    this.#reach.stop();
  }
  readonly #online = (): void => this.requestUpdate();

  protected override render(): TemplateResult {
    const { session } = this;
    const texts = this.#texts;
    const { draft, workspace } = session;
    if (draft === undefined) return html`<p class="empty">${texts.noTour}</p>`;
    const releases = this.#releases;
    releases.follow();
    this.#watch.follow(draft.tour);
    askEstimate(session, this.#reach, draft.tour.audience);
    const environment = this.#environment ?? workspace.environment;
    const checks = this.#checks();
    const errors = checks.filter(({ severity }) => severity === 'error');
    const newest = releases.versions[0]?.version;
    const base = releases.liveIn(environment) ?? newest;
    const before = base === undefined ? undefined : releases.tour(base);
    const changes = before === undefined ? [] : compareTours(before, draft.tour);
    const library = libraryLines(this.session, texts);
    const count = changes.length + library.length;
    const known = workspace.loaded && releases.state !== 'loading' && (base === undefined || before !== undefined);
    const next = (newest ?? 0) + 1;
    const live = releases.liveIn(environment);
    const nothingNew = known && count === 0 && live !== undefined;
    const headline =
      errors.length > 0
        ? texts.headline.blocked(errors.length)
        : !known
          ? texts.loading
          : base === undefined
            ? texts.headline.first(environment)
            : count > 0
              ? texts.headline.changes(next, environment, count)
              : live === undefined
                ? texts.headline.sameElsewhere(next, environment, base)
                : texts.headline.same(live, environment);
    const refused = errors.length > 0 || nothingNew || releases.busy;
    const summary = changes
      .slice(0, 3)
      .map((change) => explainChange(change, session.ui))
      .join(session.ui === 'ja' ? '、' : '; ');
    const publish = (): void => {
      if (refused) session.announce(headline);
      else void this.#publish(environment);
    };
    return html`
      <section class="section" aria-labelledby="headline">
        <h2 id="headline" tabindex="-1">${headline}</h2>
        ${outcomeView(session, releases, texts, publish)}
        ${
          workspace.environments.length > 1
            ? html`<div class="segmented" role="radiogroup" aria-label=${texts.environment} @keydown=${moveInGroup}>
                ${workspace.environments.map(
                  ({ name }) => html`<button
                    type="button"
                    role="radio"
                    aria-checked=${String(name === environment)}
                    tabindex=${name === environment ? 0 : -1}
                    @click=${() => this.#choose(name)}
                  >${name}</button>`,
                )}
              </div>`
            : nothing
        }
        <div class="field">
          <label for="note">${texts.note}</label>
          <textarea
            id="note"
            rows="2"
            maxlength="500"
            placeholder=${summary}
            .value=${this.#note}
            @input=${(event: Event) => {
              this.#note = (event.target as HTMLTextAreaElement).value;
            }}
            @keydown=${(event: KeyboardEvent) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
              event.preventDefault();
              publish();
            }}
          ></textarea>
        </div>
        <div class="row">
          <button type="button" class="primary publish" aria-disabled=${String(refused)} aria-describedby="headline" @click=${publish}>
            ${releases.busy ? texts.publishing : texts.publish}
          </button>
          <span class="hint">${texts.publishHint}</span>
        </div>
      </section>
      ${reachView(session, draft.tour, this.#reach.asked, texts)}
      ${checksView(session, checks, texts)}
      ${changesView({ ui: session.ui, texts, base, known, changes, library })}
      ${versionsView({
        session,
        releases,
        texts,
        environment,
        state: this.#versions,
        set: (state) => {
          this.#versions = state;
          this.requestUpdate();
        },
      })}
      <p class="visually-hidden" role="status">${releases.state === 'loading' ? '' : headline}</p>
    `;
  }

  protected override updated(): void {
    const { outcome } = this.#releases;
    const texts = this.#texts;
    const said =
      outcome === undefined
        ? ''
        : outcome.name === 'failed'
          ? texts.failed(outcome.failure)
          : outcome.name === 'stopped'
            ? texts.stopped(outcome.environment)
            : texts[outcome.name === 'published' ? 'published' : 'rolledBack'](outcome.version, outcome.environment);
    if (said === this.#announced) return;
    this.#announced = said;
    if (said !== '') this.session.announce(said);
  }

  #checks(): readonly Check[] {
    const { draft, workspace, page } = this.session;
    if (draft === undefined) return [];
    const { tour, problems, warnings } = draft;
    const { segments, skills, themes } = workspace;
    const now = Date.now();
    const looks = lookAtTargets(tour, page, now);
    const own = checkForPublishing({ tour, problems, warnings, segments, skills, themes, looks, now });
    const { outcome } = this.#releases;
    const refused = outcome?.name === 'failed' ? checksOfProblems(outcome.problems) : [];
    return [...refused.filter((one) => !own.some(({ code, path }) => code === one.code && path === one.path)), ...own];
  }
  async #publish(environment: string): Promise<void> {
    await this.#releases.publish(environment, this.#note.trim());
    // The note was of that version.
    if (this.#releases.outcome?.name === 'published') this.#note = '';
    this.requestUpdate();
  }
  #choose(environment: string): void {
    this.#environment = environment;
    this.requestUpdate();
  }
}

/** Segments, skills and themes that are saved with it. */
const libraryLines = ({ draft }: Panel['session'], texts: typeof publishTexts.en): readonly string[] =>
  (['segments', 'skills', 'themes'] as const).flatMap((kind) =>
    Object.entries(draft?.work.library[kind] ?? {}).map(([id, value]) =>
      texts.libraryChange[kind]((value as { readonly name?: string } | null)?.name ?? id, value === null),
    ),
  );

/** Arrow keys choose in a radio group. */
const moveInGroup = (event: KeyboardEvent): void => {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  if (by === undefined || at < 0) return;
  event.preventDefault();
  const next = buttons[(at + by + buttons.length) % buttons.length];
  next?.click();
  next?.focus();
};
