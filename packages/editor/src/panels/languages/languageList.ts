import type { Tour } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import type { UiLocale } from '../../session/Session.ts';
import { moreIcon, plusIcon } from '../../ui/icons.ts';
import { canonicalLocale, localeName } from './exchange/locales.ts';
import { coverageOf } from './exchange/readText.ts';
import type { TextUnit } from './exchange/units.ts';
import type { LanguageTexts } from './texts.ts';

export interface LanguageListOptions {
  readonly tour: Tour;
  readonly units: readonly TextUnit[];
  readonly shown: string;
  readonly ui: UiLocale;
  readonly texts: LanguageTexts;
  readonly show: (locale: string) => void;
  readonly openActions: (button: HTMLElement, locale: string) => void;
}

/** Every language of the tour with how much of it is there; the shown one is marked. */
export const languageList = (options: LanguageListOptions): TemplateResult => {
  const { tour } = options;
  const locales = [tour.defaultLocale, ...(tour.locales ?? []).filter((it) => it !== tour.defaultLocale)];
  return html`<ul class="stack">${locales.map((locale) => row(options, locale))}</ul>`;
};

const row = (
  { tour, units, shown, ui, texts, show, openActions }: LanguageListOptions,
  locale: string,
): TemplateResult => {
  const name = localeName(locale, ui);
  const own = localeName(locale, locale);
  const { done, total } = coverageOf(tour, units, locale);
  const share = total === 0 ? 1 : Math.floor((done / total) * 100) / 100;
  const percent = new Intl.NumberFormat(ui, { style: 'percent' }).format(share);
  const isOriginal = locale === tour.defaultLocale;
  const said = total === 0 ? texts.noTexts : texts.coverage(done, total, percent);
  return html`
    <li class="language">
      <button aria-current=${locale === shown} @click=${() => show(locale)}>
        <span class="name truncate">${name}${own === name ? '' : html` <span class="muted" lang=${locale}>${own}</span>`}</span>
        <span class="hint">${isOriginal ? texts.original : locale}</span>
        ${
          isOriginal
            ? total === 0
              ? html`<span class="hint">${texts.noTexts}</span>`
              : nothing
            : html`<span class="hint number">${said}</span><progress aria-hidden="true" max="1" .value=${share}></progress>`
        }
      </button>
      ${
        isOriginal
          ? ''
          : html`<button class="quiet icon-only" aria-haspopup="menu" aria-label=${texts.actions(name)}
              @click=${(event: Event) => openActions(event.currentTarget as HTMLElement, locale)}>${moreIcon}</button>`
      }
    </li>
  `;
};

/** Languages that are offered by name; any other can be given by its tag. */
const COMMON =
  'en ja zh-Hans zh-Hant ko es fr de it pt pt-BR nl pl sv da nb fi cs sk hu ro bg el tr uk ru he ar fa hi bn ta th vi id ms fil en-GB es-MX fr-CA'.split(
    ' ',
  );

const offeredLocales = (tour: Tour): readonly string[] => COMMON.filter((locale) => !tour.locales?.includes(locale));

const isNamed = (tag: string, ui: UiLocale): boolean => {
  const { language } = new Intl.Locale(tag);
  return localeName(language, ui) !== language;
};

export interface AddFormOptions {
  readonly tour: Tour;
  readonly ui: UiLocale;
  readonly texts: LanguageTexts;
  readonly problem: string | undefined;
  readonly submit: (event: Event) => void;
}

/** Takes a name or a tag. */
export const addForm = ({ tour, ui, texts, problem, submit }: AddFormOptions): TemplateResult => html`
        <form class="field" @submit=${submit}>
          <label for="add">${texts.add}</label>
          <div class="row">
            <input id="add" class="grow" list="offered" autocomplete="off" placeholder=${texts.addHow}
              aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? 'add-problem' : nothing} />
            <button>${plusIcon}${texts.addButton}</button>
          </div>
          <datalist id="offered">${offeredLocales(tour).map((locale) => html`<option value=${localeName(locale, ui)}>${locale}</option>`)}</datalist>
          ${problem ? html`<p class="problem" id="add-problem" role="alert">${problem}</p>` : nothing}
        </form>
`;

/** What a person means by a name in the editor's language, or by a tag. */
export const resolveLanguage = (
  tour: Tour,
  said: string,
  ui: UiLocale,
):
  | { readonly ok: true; readonly tag: string }
  | { readonly ok: false; readonly problem: 'noLanguage' | 'hasLanguage' } => {
  const named = COMMON.find((it) => localeName(it, ui).toLowerCase() === said.toLowerCase());
  const tag = named ?? canonicalLocale(said);
  if (tag === undefined || !isNamed(tag, ui)) return { ok: false, problem: 'noLanguage' };
  return tour.locales?.includes(tag) ? { ok: false, problem: 'hasLanguage' } : { ok: true, tag };
};
