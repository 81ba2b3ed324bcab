import { html, nothing, type TemplateResult } from 'lit';
import type { UiLocale } from '../../session/Session.ts';
import { warnIcon } from '../../ui/icons.ts';
import type { FileProblem } from './exchange/csvFile.ts';
import { localeName } from './exchange/locales.ts';
import type { ImportPlan, Note } from './exchange/plan.ts';
import type { LanguageTexts } from './texts.ts';

export interface ReportOptions {
  readonly file: string;
  readonly outcome: ImportPlan | FileProblem;
  readonly ui: UiLocale;
  readonly texts: LanguageTexts;
  readonly withChanged: boolean;
  readonly setWithChanged: (value: boolean) => void;
  readonly apply: () => void;
  readonly close: () => void;
}

/** Lines of one list; a file may have thousands. */
const MOST = 200;

/** What an import would do, before it does it. */
export const importReport = (options: ReportOptions): TemplateResult => {
  const { outcome, texts, file, close } = options;
  const isRefused = 'code' in outcome;
  return html`
    <dialog class="report" aria-labelledby="report-title" @close=${close}>
      <div class="frame">
        <div class="stack head">
          <h2 id="report-title">${texts.report}</h2>
          <p class="hint">${file}</p>
        </div>
        ${isRefused ? html`<p class="problem" role="alert">${warnIcon}<span>${texts.refusedFile[outcome.code](outcome.detail)}</span></p>` : plan(options, outcome)}
        <div class="row end foot">
          <button @click=${close}>${isRefused ? texts.close : texts.cancel}</button>
          ${isRefused || outcome.applied.length === 0 ? nothing : html`<button class="primary" @click=${options.apply}>${texts.apply}</button>`}
        </div>
      </div>
    </dialog>
  `;
};

const plan = (options: ReportOptions, outcome: ImportPlan): TemplateResult => {
  const { texts, ui, withChanged, setWithChanged } = options;
  const { applied, refused, warned, unchanged, added } = outcome;
  const names = new Intl.ListFormat(ui).format(added.map((locale) => localeName(locale, ui)));
  const hasChanged = withChanged || refused.some(({ code }) => code === 'changed_source');
  return html`
    <div class="stack" role="status">
      <p><strong>${applied.length === 0 ? texts.nothingToApply : texts.willApply(applied.length)}</strong>
        ${unchanged === 0 ? nothing : texts.unchanged(unchanged)} ${added.length === 0 ? nothing : texts.adds(names)}</p>
    </div>
    ${
      hasChanged
        ? html`<label class="check">
            <input type="checkbox" .checked=${withChanged} @change=${(event: Event) => setWithChanged((event.target as HTMLInputElement).checked)} />
            <span>${texts.withChanged}</span>
          </label>`
        : nothing
    }
    ${notes(texts.refusedCount(refused.length), refused, options, { open: true })}
    ${notes(texts.warnedCount(warned.length), warned, options, { open: true })}
    ${
      applied.length === 0
        ? nothing
        : html`<details>
            <summary>${texts.appliedCount}</summary>
            <ul tabindex="0">
              ${applied.slice(0, MOST).map(
                ({ unit, locale, before, after }) => html`<li>
                  <span class="hint">${texts.where(unit.stepNumber, texts.role[unit.role])}, ${locale}</span><br />
                  ${before === '' ? nothing : html`<del>${before}</del><br />`}<ins>${after}</ins>
                </li>`,
              )}
              ${applied.length > MOST ? html`<li class="hint">${texts.more(applied.length - MOST)}</li>` : nothing}
            </ul>
          </details>`
    }
  `;
};

const notes = (
  title: string,
  list: readonly Note[],
  { texts }: ReportOptions,
  { open }: { readonly open: boolean },
): TemplateResult | typeof nothing =>
  list.length === 0
    ? nothing
    : html`<details ?open=${open}>
        <summary>${title}</summary>
        <ul tabindex="0">
          ${list.slice(0, MOST).map(
            ({ code, text, unit, detail }) => html`<li>
              <span class="hint">${unit ? `${texts.where(unit.stepNumber, texts.role[unit.role])}, ${text.locale}` : text.locale} · ${/^\d+$/.test(text.at) ? texts.row(text.at) : html`<code>${text.at}</code>`}</span><br />
              ${texts.note[code](detail)}
            </li>`,
          )}
          ${list.length > MOST ? html`<li class="hint">${texts.more(list.length - MOST)}</li>` : nothing}
        </ul>
      </details>`;
