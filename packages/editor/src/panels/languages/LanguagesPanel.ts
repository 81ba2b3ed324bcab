import type { Tour } from '@shirube/schema/tour';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { closeIcon, downloadIcon, foundIcon, sideIcon, uploadIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/Panel.ts';
import { textsIn } from '../../ui/texts.ts';
import { ClearedPage } from './ClearedPage.ts';
import { addLocale, localeName } from './exchange/locales.ts';
import { outdatedIds } from './exchange/outdated.ts';
import { planImport } from './exchange/plan.ts';
import { coverageOf, readText, standing } from './exchange/readText.ts';
import { listUnits, type TextUnit } from './exchange/units.ts';
import { takeStructure, writeText } from './exchange/writeText.ts';
import { createPlanner, openExports, type PickedImport, pickImport } from './files.ts';
import { importReport } from './importReport.ts';
import { addForm, languageList, resolveLanguage } from './languageList.ts';
import { openLanguageMenu } from './languageMenu.ts';
import { type StepTextsOptions, stepTexts } from './stepTexts.ts';
import { languageStyles } from './styles.ts';
import { textAt } from './textAt.ts';
import { type LanguageTexts, languageTexts } from './texts.ts';

interface Typing {
  readonly id: string;
  readonly locale: string;
  readonly text: string;
  /** How the tour writes it. */
  readonly written: string;
}
/** Every text of the tour in every language, side by side, and the way to translators' tools and back. */
export class LanguagesPanel extends Panel {
  static override styles = [Panel.sheet, languageStyles];
  static override properties = {
    ...Panel.properties,
    isWide: { state: true },
    missingOnly: { state: true },
    typing: { state: true },
    import: { state: true },
    withChanged: { state: true },
    published: { state: true },
    addProblem: { state: true },
  };
  declare isWide: boolean;
  declare missingOnly: boolean;
  declare typing: Typing | undefined;
  declare import: PickedImport | undefined;
  declare withChanged: boolean;
  declare published: { readonly version: number; readonly tour: Tour } | undefined;
  declare addProblem: string | undefined;
  /** Id of the text that is asked for and not shown yet. */
  #wanted: string | undefined;
  readonly #plan = createPlanner();
  readonly #closed = new AbortController();

  constructor() {
    super();
    this.isWide = false;
    this.missingOnly = false;
    this.withChanged = false;
    new ClearedPage(this);
  }

  override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void this.#readPublished();
  }
  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { draft } = this.session;
    if (!changed.has('focusPath') || this.focusPath === undefined || !draft) return;
    const asked = textAt(draft.tour, this.focusPath);
    if (!asked) return;
    this.#wanted = asked.unit?.id;
    this.missingOnly = false;
    if (asked.locale !== draft.contentLocale) this.session.showLocale(asked.locale);
  }
  override updated(): void {
    const wanted = this.#wanted && this.renderRoot.querySelector<HTMLElement>(`[data-unit="${this.#wanted}"]`);
    this.#wanted = undefined;
    if (wanted) (wanted.querySelector<HTMLElement>('.target') ?? wanted.querySelector<HTMLElement>('.source'))?.focus();
    // The import stands above the sheet, so it opens after it.
    for (const dialog of this.renderRoot.querySelectorAll('dialog')) if (!dialog.open) dialog.showModal();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closed.abort();
  }

  get #texts(): LanguageTexts {
    return textsIn(languageTexts, this.session.ui);
  }
  #name(locale: string): string {
    return localeName(locale, this.session.ui);
  }

  override render(): TemplateResult | typeof nothing {
    const { tour } = this.session.draft ?? {};
    if (tour === undefined) return nothing;
    const units = listUnits(tour);
    const texts = this.#texts;
    return html`
      ${this.isWide ? this.#sheet(tour, units, texts) : html`${this.#side(tour, units, texts)}${this.#main(tour, units, texts)}`}
      ${this.import ? this.#report(tour, this.import, texts) : nothing}
    `;
  }

  #widen(tour: Tour): void {
    this.isWide = true;
    const other = tour.locales?.find((it) => it !== tour.defaultLocale);
    if (other && this.session.draft?.contentLocale === tour.defaultLocale) this.session.showLocale(other);
  }
  #sheet(tour: Tour, units: readonly TextUnit[], texts: LanguageTexts): TemplateResult {
    const close = (): void => {
      this.isWide = false;
    };
    return html`
      <dialog class="sheet" aria-labelledby="sheet-title" @close=${close}>
        <div class="frame">
          <div class="bar">
            <h2 id="sheet-title">${texts.languages}</h2>
            <button class="quiet icon-only" aria-label=${texts.close} @click=${close}>${closeIcon}</button>
          </div>
          <div class="side">${this.#side(tour, units, texts)}</div>
          <div class="main">${this.#main(tour, units, texts)}</div>
        </div>
      </dialog>
    `;
  }

  #side(tour: Tour, units: readonly TextUnit[], texts: LanguageTexts): TemplateResult {
    const { ui, draft } = this.session;
    return html`
      <div class="section">
        ${languageList({
          tour,
          units,
          ui,
          texts,
          shown: draft?.contentLocale ?? tour.defaultLocale,
          show: (locale) => this.session.showLocale(locale),
          openActions: (button, locale) => openLanguageMenu(button, this.session, locale),
        })}
        ${addForm({ tour, ui, texts, problem: this.addProblem, submit: this.#add })}
      </div>
      <div class="section">
        <h3>${texts.files}</h3>
        <p class="hint">${texts.filesHow}</p>
        <div class="row wrap">
          <button aria-haspopup="menu" @click=${(event: Event) => openExports(event.currentTarget as HTMLElement, this.renderRoot as ShadowRoot, this.session)}>${downloadIcon}${texts.exportFile}</button>
          <button @click=${() => void this.#import()}>${uploadIcon}${texts.importFile}</button>
        </div>
      </div>
    `;
  }

  #main(tour: Tour, units: readonly TextUnit[], texts: LanguageTexts): TemplateResult {
    const { ui, draft } = this.session;
    const locale = draft?.contentLocale ?? tour.defaultLocale;
    const isOriginal = locale === tour.defaultLocale;
    const { done, total } = coverageOf(tour, units, locale);
    const outdated = outdatedIds(tour, units, locale, this.published?.tour);
    const options: StepTextsOptions = {
      tour,
      locale,
      ui,
      texts,
      outdatedSince: ({ id }) => (outdated.has(id) ? this.published?.version : undefined),
      typed: (unit, at) => this.#typed(tour, unit, at),
      type: this.#type,
      settle: this.#settle,
      enter: ({ stepId }) => this.session.select(stepId),
      editBody: ({ id }) =>
        this.session.openPanel('step', `/steps/${tour.steps.findIndex((it) => it.id === id)}/content/${locale}/body`),
      takeStructure: ({ id }) =>
        this.session.editTour({ name: texts.did.take, select: id }, (it) => takeStructure(it, id, locale)),
    };
    const isShown = (unit: TextUnit): boolean =>
      !this.missingOnly || isOriginal || this.typing?.id === unit.id || standing(tour, unit, locale) === 'missing';
    const shown = units.filter(isShown);
    return html`
      <div class="section">
        <div class="row">
          <h3 class="grow">${isOriginal ? this.#name(locale) : texts.texts(this.#name(tour.defaultLocale), this.#name(locale))}</h3>
          ${this.isWide ? nothing : html`<button @click=${() => this.#widen(tour)}>${sideIcon}${texts.wide}</button>`}
        </div>
        ${
          isOriginal
            ? nothing
            : html`<label class="check">
                <input type="checkbox" .checked=${this.missingOnly} @change=${(event: Event) => {
                  this.missingOnly = (event.target as HTMLInputElement).checked;
                }} />
                <span>${texts.missingOnly(total - done)}</span>
              </label>`
        }
        ${units.some(({ rich }) => rich) ? html`<p class="hint">${texts.markupHow}</p>` : nothing}
      </div>
      <div class="texts">
        ${units.length === 0 ? html`<p class="empty">${texts.noTexts}</p>` : nothing}
        ${units.length > 0 && shown.length === 0 ? html`<p class="empty"><span class="row good">${foundIcon}${texts.allDone}</span></p>` : nothing}
        ${repeat(
          tour.steps ?? [],
          ({ id }) => id,
          (step) =>
            stepTexts(
              options,
              step,
              shown.filter(({ stepId }) => stepId === step.id),
            ),
        )}
      </div>
    `;
  }

  readonly #type = (unit: TextUnit, locale: string, text: string): void => {
    // An original that is being written anew is empty for a moment; it is not to vanish meanwhile.
    if (text.trim() !== '' || locale !== this.session.draft?.tour.defaultLocale) this.#write(unit, locale, text);
    const { tour } = this.session.draft ?? {};
    if (tour) this.typing = { id: unit.id, locale, text, written: readText(tour, unit, locale) };
  };
  /** What is in the field, unless the text has changed by other ways since: an undo, an import. */
  #typed(tour: Tour, unit: TextUnit, locale: string): string | undefined {
    const { typing } = this;
    if (typing?.id !== unit.id || typing.locale !== locale) return undefined;
    return readText(tour, unit, locale) === typing.written ? typing.text : undefined;
  }
  readonly #settle = (unit: TextUnit, locale: string, text: string): void => {
    if (this.typing?.id !== unit.id || this.typing.locale !== locale) return;
    const isCurrent = this.session.draft && this.#typed(this.session.draft.tour, unit, locale) !== undefined;
    this.typing = undefined;
    if (isCurrent) this.#write(unit, locale, text);
  };
  #write(unit: TextUnit, locale: string, text: string): void {
    const texts = this.#texts;
    const name = texts.did.write(texts.where(unit.stepNumber, texts.role[unit.role]));
    this.session.editTour({ name, merge: `text ${unit.id} ${locale}`, select: unit.stepId }, (tour) =>
      writeText(tour, unit, locale, text),
    );
  }

  readonly #add = (event: Event): void => {
    event.preventDefault();
    const { draft, ui } = this.session;
    const texts = this.#texts;
    const input = this.renderRoot.querySelector<HTMLInputElement>('#add');
    const said = input?.value.trim() ?? '';
    if (!draft || !input || said === '') return;
    const found = resolveLanguage(draft.tour, said, ui);
    this.addProblem = found.ok ? undefined : texts[found.problem];
    if (!found.ok) return;
    const { tag } = found;
    input.value = '';
    this.session.editTour({ name: texts.did.add(this.#name(tag)) }, (tour) => addLocale(tour, tag));
    this.session.showLocale(tag);
  };
  async #import(): Promise<void> {
    const file = await pickImport(this.renderRoot as ShadowRoot, this.session);
    if (!file || this.#closed.signal.aborted) return;
    this.withChanged = false;
    this.import = file;
  }
  #report(tour: Tour, { name, texts: incoming, problem }: PickedImport, texts: LanguageTexts): TemplateResult {
    const options = { withChangedSources: this.withChanged };
    const outcome = problem ?? this.#plan(tour, incoming, options.withChangedSources);
    const close = (): void => {
      this.import = undefined;
    };
    return importReport({
      file: name,
      outcome,
      ui: this.session.ui,
      texts,
      withChanged: this.withChanged,
      setWithChanged: (value) => {
        this.withChanged = value;
      },
      apply: () => {
        close();
        this.session.editTour({ name: texts.did.import }, (it) => planImport(it, incoming, options).tour);
        if ('applied' in outcome)
          this.session.notify(texts.applied(outcome.applied.length), {
            label: texts.undo,
            do: () => this.session.undo(),
          });
      },
      close,
    });
  }

  /** What is live now: a translation that is as it was there, while its original is not, may no longer fit. */
  async #readPublished(): Promise<void> {
    const { draft, workspace, api } = this.session;
    const live = draft?.listed?.live ?? [];
    const version = (live.find(({ environment }) => environment === workspace.environment) ?? live[0])?.version;
    if (!draft || version === undefined) return;
    const answer = await api.readVersion(draft.tour.id, version, this.#closed.signal);
    if (!answer.ok || this.#closed.signal.aborted || this.session.draft?.tour.id !== draft.tour.id) return;
    this.published = { version, tour: answer.value.tour };
  }
}
