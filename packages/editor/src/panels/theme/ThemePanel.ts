import type { Theme } from '@shirube/schema/theme';
import type { Tour } from '@shirube/schema/tour';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { foundIcon, warnIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/Panel.ts';
import { segmented } from '../../ui/segmented.ts';
import { textsIn } from '../../ui/texts.ts';
import { colorRows } from './colorRows.ts';
import { fromApp } from './fromApp.ts';
import {
  checkPairs,
  type DarkMode,
  darkModeOf,
  type PairCheck,
  type Scheme,
  withColors,
  withDarkMode,
  withFix,
} from './model.ts';
import { hasBothSchemes, readLook, readLooks } from './readLooks.ts';
import { type Sampled, sampleElement, sampleTheme, withSampled } from './sample.ts';
import { shape } from './shape.ts';
import { themeStyles } from './styles.ts';
import { type ThemeTexts, themeTexts } from './texts.ts';
import { changeTheme, freeThemeId, wearing, withTheme, wornTheme } from './themeEdits.ts';
import { tourFields } from './tourFields.ts';

/** How the tour looks: its theme, taken over from the app by one click or made by hand, with its contrast checked meanwhile. */
export class ThemePanel extends Panel {
  static override styles = [Panel.sheet, themeStyles];
  static override properties = {
    ...Panel.properties,
    scheme: { state: true },
    sampled: { state: true },
    liveThemes: { state: true },
    saving: { state: true },
  };
  declare scheme: Scheme;
  declare sampled: Sampled | undefined;
  /** By id of a live tour: the theme that it wears. */
  declare liveThemes: Readonly<Record<string, string | undefined>>;
  declare saving: boolean;
  /** What a drag changes is one step of undo; the next drag is another. */
  #drag = 0;
  readonly #closed = new AbortController();

  constructor() {
    super();
    this.scheme = 'light';
    this.liveThemes = {};
    this.saving = false;
  }

  override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.#sample();
    void this.#readLive();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closed.abort();
  }

  override render(): TemplateResult | typeof nothing {
    const { draft, ui } = this.session;
    if (draft === undefined) return nothing;
    const texts = textsIn(themeTexts, ui);
    const { tour, work } = draft;
    const theme = wornTheme(tour, this.session.workspace);
    return html`
      ${this.#chooser(tour, theme, texts)}
      ${fromApp({
        sampled: this.sampled,
        texts,
        use: () => this.sampled && this.#takeOver(this.sampled),
        again: () => this.#sample(),
        pick: () => void this.#pick(),
      })}
      <div class="section">
        <div class="previews">
          ${(['light', 'dark'] as const).map(
            (
              scheme,
            ) => html`<shirube-editor-mini-preview role="img" aria-label=${texts.preview[scheme]} scheme=${scheme} lang=${ui}
              .theme=${theme} .tour=${tour} .words=${texts.sample}></shirube-editor-mini-preview>`,
          )}
        </div>
        ${this.#judgement(theme, texts)}
      </div>
      ${this.#colors(theme, texts)}
      ${shape({
        theme,
        texts,
        appFont: this.sampled?.fontFamily,
        change: (name, merge, change) => this.#change(name, change, merge),
        settle: this.#settle,
      })}
      ${tourFields(this.session, tour, texts)}
      ${Object.keys(work.library.themes).length === 0 ? nothing : this.#save(texts)}
    `;
  }

  #chooser(tour: Tour, theme: Theme | undefined, texts: ThemeTexts): TemplateResult {
    const { themes } = this.session.workspace;
    const isKnown = tour.theme === undefined || tour.theme === 'default' || theme !== undefined;
    const others = Object.entries(this.liveThemes).filter(([id, worn]) => id !== tour.id && worn === theme?.id).length;
    return html`
      <div class="section">
        <div class="field">
          <label for="theme">${texts.theme}</label>
          <div class="row">
            <select id="theme" class="grow" @change=${this.#choose}>
              ${themes.some(({ id }) => id === 'default') ? nothing : html`<option value="default" .selected=${!theme}>${texts.default}</option>`}
              ${themes.map((it) => html`<option value=${it.id} .selected=${it === theme}>${it.name ?? it.id}</option>`)}
            </select>
            <button @click=${() => this.#create(texts.ownName(tour.name ?? tour.id), {}, texts.did.create)}>${texts.newTheme}</button>
          </div>
        </div>
        ${isKnown ? nothing : html`<p class="problem">${warnIcon}${texts.gone(tour.theme ?? '')}</p>`}
        ${
          theme
            ? html`<div class="field">
                <label for="name">${texts.name}</label>
                <input id="name" maxlength="200" .value=${theme.name ?? ''} @input=${this.#name} />
              </div>`
            : html`<p class="hint">${texts.isDefault}</p>`
        }
        ${
          theme && others > 0
            ? html`<p class="warn">${warnIcon}<span>${texts.usedBy(others)}</span></p>
                <div class="row"><button @click=${() => this.#create(texts.copyName(theme.name ?? theme.id), theme, texts.did.copy)}>${texts.copy}</button></div>`
            : nothing
        }
      </div>
    `;
  }

  #judgement(theme: Theme | undefined, texts: ThemeTexts): TemplateResult {
    const failing = (['light', 'dark'] as const).flatMap((scheme) =>
      checkPairs(theme, scheme).flatMap((pair) => (pair.passes ? [] : [{ scheme, pair }])),
    );
    if (failing.length === 0) return html`<p class="row good">${foundIcon}<span>${texts.allPass}</span></p>`;
    const fixAll = (): void =>
      this.#change(texts.did.fix, (it) => failing.reduce((now, { scheme, pair }) => withFix(now, scheme, pair), it));
    return html`<div class="row">
      <p class="warn grow">${warnIcon}<span>${texts.somePass(failing.length)}</span></p>
      <button @click=${fixAll}>${texts.fixAll}</button>
    </div>`;
  }

  #colors(theme: Theme | undefined, texts: ThemeTexts): TemplateResult {
    const { scheme } = this;
    const mode = theme ? darkModeOf(theme) : 'own';
    return html`
      <div class="section">
        <h3>${texts.colors}</h3>
        ${segmented({
          label: texts.whichScheme,
          value: scheme,
          options: (['light', 'dark'] as const).map((value) => ({ value, label: texts.scheme[value] })),
          choose: (value) => {
            this.scheme = value;
          },
        })}
        ${
          scheme === 'dark'
            ? html`${segmented<DarkMode>({
                label: texts.darkColors,
                value: mode,
                options: (['suggested', 'same', 'own'] as const).map((value) => ({
                  value,
                  label: texts.darkMode[value],
                })),
                choose: (value) => this.#change(texts.did.dark, (it) => withDarkMode(it, value)),
              })}
                <p class="hint">${texts.darkHow[mode]}</p>`
            : nothing
        }
        ${colorRows({
          theme,
          scheme,
          texts,
          set: (name, hex) =>
            this.#change(
              texts.did.color(texts.color[name]),
              (it) => withColors(it, scheme, { [name]: hex }),
              `color ${scheme} ${name}`,
            ),
          settle: this.#settle,
          fix: (pair: PairCheck) => this.#change(texts.did.fix, (it) => withFix(it, scheme, pair)),
        })}
      </div>
    `;
  }

  #save(texts: ThemeTexts): TemplateResult {
    return html`<div class="section save">
      <div class="row">
        <p class="hint grow">${texts.saved}</p>
        <button ?disabled=${this.saving} @click=${() => void this.#saveNow(texts)}>${texts.saveNow}</button>
      </div>
    </div>`;
  }

  #change(name: string, change: (theme: Theme) => Theme, merge?: string): void {
    const { workspace, ui, draft } = this.session;
    const own = textsIn(themeTexts, ui).ownName(draft?.tour.name ?? '');
    this.session.edit({ name, merge: merge && `theme ${merge} ${this.#drag}` }, (work) =>
      changeTheme(work, workspace, own, change),
    );
  }
  readonly #settle = (): void => {
    this.#drag += 1;
  };
  readonly #name = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    this.#change(textsIn(themeTexts, this.session.ui).did.name, (it) => ({ ...it, name: value || undefined }), 'name');
  };
  readonly #choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    const { did } = textsIn(themeTexts, this.session.ui);
    this.session.edit({ name: did.choose }, (work) => wearing(work, value === 'default' ? undefined : value));
  };
  #create(name: string, from: Partial<Theme>, did: string): void {
    const { themes } = this.session.workspace;
    this.session.edit({ name: did }, (work) => {
      const id = freeThemeId(work.tour.id, themes);
      return wearing(withTheme(work, { ...from, id, name: name.slice(0, 200) }), id);
    });
  }

  #sample(): void {
    this.sampled = sampleTheme(readLooks(this.session.page.document));
  }
  #takeOver(sampled: Sampled): void {
    const { did, tookOver } = textsIn(themeTexts, this.session.ui);
    const hasBoth = hasBothSchemes(this.session.page.document);
    this.#change(did.sample, (theme) => withSampled(theme, sampled, { hasBoth }));
    this.session.announce(tookOver);
  }
  async #pick(): Promise<void> {
    const texts = textsIn(themeTexts, this.session.ui);
    const element = await this.session.pickElement(texts.pickPrompt);
    if (!element || this.#closed.signal.aborted) return;
    const { colors, radiusPx, fontFamily } = sampleElement(readLook(element));
    if (colors.accent === undefined) return this.session.notify(texts.nothingTaken);
    this.#change(texts.did.sample, (theme) => ({
      ...withColors(theme, this.scheme, colors),
      ...(radiusPx === undefined ? {} : { radiusPx }),
      ...(fontFamily === undefined ? {} : { fontFamily }),
    }));
    this.session.announce(texts.tookOver);
  }

  async #readLive(): Promise<void> {
    const answer = await this.session.api.readBundle(this.#closed.signal);
    if (!answer.ok || this.#closed.signal.aborted) return;
    this.liveThemes = Object.fromEntries(answer.value.tours.map(({ tour }) => [tour.id, tour.theme]));
  }
  async #saveNow(texts: ThemeTexts): Promise<void> {
    this.saving = true;
    const [problem] = await this.session.saveLibrary();
    if (this.#closed.signal.aborted) return;
    this.saving = false;
    this.session.notify(problem ? texts.notSaved(problem.message) : texts.savedNow);
  }
}
