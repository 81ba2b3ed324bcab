import type { Tour } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { UiLocale } from '../../session/Session.ts';
import { warnIcon } from '../../ui/icons.ts';
import { localeName } from './exchange/locales.ts';
import { fromMarkup, toMarkup } from './exchange/markup.ts';
import { codesOf } from './exchange/plan.ts';
import { readText } from './exchange/readText.ts';
import type { TextUnit } from './exchange/units.ts';
import type { LanguageTexts } from './texts.ts';

export interface PairOptions {
  readonly tour: Tour;
  /** The language beside the original; the original itself where it stands alone. */
  readonly locale: string;
  readonly ui: UiLocale;
  readonly texts: LanguageTexts;
  /** The version since which the original has changed while this translation has not. */
  readonly outdatedSince: (unit: TextUnit) => number | undefined;
  /** What a person is typing now, which is not written in the tour's own way yet. */
  readonly typed: (unit: TextUnit, locale: string) => string | undefined;
  readonly type: (unit: TextUnit, locale: string, text: string) => void;
  /** The cursor is in a text of it. */
  readonly enter: (unit: TextUnit) => void;
  readonly settle: (unit: TextUnit, locale: string, text: string) => void;
}

/** Most characters of what is plain; what is rich has its own limit in the schema. */
const MOST: Partial<Record<TextUnit['role'], number>> = { title: 200, button: 100, beacon: 30, alt: 1000, video: 200 };

/** One text, in the original and in the shown language. */
export const textPair = (options: PairOptions, unit: TextUnit): TemplateResult => {
  const { tour, locale, texts } = options;
  const since = options.outdatedSince(unit);
  const isAlone = locale === tour.defaultLocale;
  return html`
    <div class="pair" data-unit=${unit.id}>
      <div class="role">
        <span>${texts.role[unit.role]}</span>
        ${since === undefined ? nothing : html`<span class="warn">${warnIcon}${texts.outdated(since)}</span>`}
      </div>
      <div class="sides ${isAlone ? '' : 'two'}">
        <div>${field(options, unit, tour.defaultLocale)}</div>
        ${isAlone ? nothing : html`<div>${field(options, unit, locale)}${lostCodes(options, unit)}</div>`}
      </div>
    </div>
  `;
};

const field = (
  { tour, ui, texts, typed, type, settle, enter }: PairOptions,
  unit: TextUnit,
  locale: string,
): TemplateResult => {
  const isSource = locale === tour.defaultLocale;
  const text = typed(unit, locale) ?? readText(tour, unit, locale);
  const language = localeName(locale, ui);
  const value = (event: Event): string => (event.target as HTMLTextAreaElement).value;
  return html`<textarea rows="1" dir="auto" lang=${locale} class="${isSource ? 'source' : 'target'} ${text.trim() === '' ? 'missing' : ''}"
    aria-label=${texts.field(texts.role[unit.role], language)} placeholder=${texts.placeholder(language)} maxlength=${MOST[unit.role] ?? 5000}
    .value=${live(text)}
    @focus=${() => enter(unit)}
    @keydown=${unit.rich ? shortcuts : undefined}
    @input=${(event: Event) => type(unit, locale, value(event))}
    @change=${(event: Event) => settle(unit, locale, value(event))}
    @blur=${(event: Event) => settle(unit, locale, value(event))}></textarea>`;
};

/** Bold and italic by the keys that people know. */
const shortcuts = (event: KeyboardEvent): void => {
  const sign = { b: '**', i: '*' }[event.key.toLowerCase()];
  if (sign === undefined || !(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  const area = event.target as HTMLTextAreaElement;
  const { selectionStart: from, selectionEnd: to, value } = area;
  area.setRangeText(sign + value.slice(from, to) + sign, from, to, 'end');
  if (from === to) area.setSelectionRange(from + sign.length, from + sign.length);
  area.dispatchEvent(new Event('input'));
};

/** Variables and links of the original that the translation lacks: a press puts one where the cursor is. */
const lostCodes = (options: PairOptions, unit: TextUnit): TemplateResult | typeof nothing => {
  const { tour, locale, texts, typed, type, settle } = options;
  if (!unit.rich) return nothing;
  const target = typed(unit, locale) ?? readText(tour, unit, locale);
  const has = codesOf(target);
  const lost = codeMarkups(readText(tour, unit, tour.defaultLocale)).filter(({ code }) => !has.includes(code));
  if (lost.length === 0) return nothing;
  const insert = (event: Event, markup: string): void => {
    const area = (event.target as HTMLElement).closest('.pair')?.querySelector<HTMLTextAreaElement>('textarea.target');
    if (!area) return;
    area.setRangeText(markup, area.selectionStart, area.selectionEnd, 'end');
    type(unit, locale, area.value);
    settle(unit, locale, area.value);
    area.focus();
  };
  return html`<div class="chips">
    ${texts.insert}
    ${lost.map(({ markup }) => html`<button @click=${(event: Event) => insert(event, markup)}>${markup}</button>`)}
  </div>`;
};

const codeMarkups = (markup: string): readonly { readonly code: string; readonly markup: string }[] =>
  fromMarkup(markup).content.flatMap((inline) => {
    if (inline.type === 'hardBreak') return [];
    const link = inline.marks?.find(({ type }) => type === 'link');
    const code =
      inline.type === 'variable' ? inline.attrs.attribute : link?.type === 'link' ? link.attrs.href : undefined;
    if (code === undefined) return [];
    const bare = inline.type === 'variable' ? { ...inline, marks: [] } : { ...inline, marks: link ? [link] : [] };
    return [{ code, markup: toMarkup([bare]) }];
  });
