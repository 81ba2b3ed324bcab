import { html, nothing, type TemplateResult } from 'lit';
import { drawing as calendar } from 'lucide-static/icons/calendar.svg?drawing';
import type { Environment } from '../lib/client.ts';
import { daysOf, type Filters, presets } from '../lib/filters.ts';
import type { Words } from '../locale/words.ts';
import { icon } from './icon.ts';

export interface FilterBar {
  readonly words: Words;
  readonly filters: Filters;
  readonly now: number;
  readonly ownTimezone: string;
  readonly environments: readonly Environment[];
  /** Absent where there is one tour's worth of choice to make: the list of all tours has no versions. */
  readonly versions?: readonly number[];
  readonly locales?: readonly string[];
  /** A choice that one screen alone has. */
  readonly more?: TemplateResult;
  href(filters: Filters): string;
  choose(filters: Filters): void;
}

/** Period, version, locale, environment and time zone. Presets are links: each is an address of its own. */
export const filterBar = (bar: FilterBar): TemplateResult => html`
  <div class="filters" role="group" aria-label=${bar.words.say.filters.label}>
    ${periodChoice(bar)}
    ${bar.more ?? nothing}
    ${bar.versions ? versionChoice(bar, bar.versions) : nothing}
    ${bar.locales ? localeChoice(bar, bar.locales) : nothing}
    ${bar.environments.length > 1 ? environmentChoice(bar) : nothing}
    ${zoneChoice(bar)}
  </div>
`;

const periodChoice = (bar: FilterBar): TemplateResult => {
  const { words, filters } = bar;
  const { period } = filters;
  const shown = daysOf(period, bar.now, filters.timezone ?? bar.ownTimezone);
  const custom = period.kind === 'between';
  return html`
    <div class="segments" role="group" aria-label=${words.say.period.label}>
      ${presets.map(
        (days) => html`<a class="segment" href=${bar.href({ ...filters, period: { kind: 'last', days } })}
          aria-current=${period.kind === 'last' && period.days === days ? 'true' : nothing}>${words.say.period.last(days)}</a>`,
      )}
      <button type="button" class="segment" popovertarget="custom-period" aria-pressed=${custom ? 'true' : 'false'}>
        ${icon(calendar)} ${custom ? words.format.days(period.from, period.to) : words.say.period.custom}
      </button>
    </div>
    <form id="custom-period" class="popover popover-form" popover novalidate aria-label=${words.say.period.customLong}
      @submit=${(event: SubmitEvent) => applyCustom(bar, event)}>
      <label class="field">${words.say.period.from} <input type="date" name="from" required .value=${shown.from} /></label>
      <label class="field">${words.say.period.to} <input type="date" name="to" required .value=${shown.to} /></label>
      <p class="field-problem" role="alert"></p>
      <button type="submit" class="button button-primary">${words.say.period.apply}</button>
    </form>
  `;
};

const applyCustom = (bar: FilterBar, event: SubmitEvent): void => {
  event.preventDefault();
  const form = event.currentTarget;
  if (!(form instanceof HTMLFormElement)) return;
  const data = new FormData(form);
  const [from, to] = [String(data.get('from')), String(data.get('to'))];
  const { period } = bar.words.say;
  const problem = from === '' || to === '' ? period.wrongDay : from > to ? period.wrongOrder : '';
  const place = form.querySelector('.field-problem');
  if (place) place.textContent = problem;
  if (problem !== '') return;
  form.hidePopover();
  bar.choose({ ...bar.filters, period: { kind: 'between', from, to } });
};

const versionChoice = ({ words, filters, choose }: FilterBar, versions: readonly number[]): TemplateResult =>
  select(
    words.say.filters.version,
    [
      ['', words.say.filters.anyVersion],
      ...withChosen(versions, filters.version).map(
        (version) => [String(version), words.say.filters.versionNumber(version)] as const,
      ),
    ],
    String(filters.version ?? ''),
    (value) => choose({ ...filters, version: value === '' ? undefined : Number(value) }),
  );

const localeChoice = ({ words, filters, choose }: FilterBar, locales: readonly string[]): TemplateResult =>
  select(
    words.say.filters.locale,
    [
      ['', words.say.filters.anyLocale],
      ...withChosen(locales, filters.locale).map((locale) => [locale, words.format.languageName(locale)] as const),
    ],
    filters.locale ?? '',
    (value) => choose({ ...filters, locale: value || undefined }),
  );

const environmentChoice = ({ words, filters, choose, environments }: FilterBar): TemplateResult =>
  select(
    words.say.filters.environment,
    withChosen(
      environments.map(({ name }) => name),
      filters.environment,
    ).map((name) => [name, name] as const),
    filters.environment ?? 'production',
    (value) => choose({ ...filters, environment: value === 'production' ? undefined : value }),
  );

const zoneChoice = ({ words, filters, choose, ownTimezone }: FilterBar): TemplateResult => {
  const chosen = filters.timezone ?? ownTimezone;
  const common = [...new Set([ownTimezone, chosen, 'UTC'])];
  const option = (zone: string, label = zone) =>
    html`<option value=${zone} .selected=${zone === chosen}>${label}</option>`;
  return html`<label class="choice">
    <span class="choice-label">${words.say.filters.timezone}</span>
    <select @change=${(event: Event) => {
      const zone = chosenValue(event);
      choose({ ...filters, timezone: zone === ownTimezone ? undefined : zone });
    }}>
      <optgroup label=${words.say.filters.commonZones}>
        ${common.map((zone) => option(zone, zone === ownTimezone ? words.say.filters.ownTimezone(zone) : zone))}
      </optgroup>
      <optgroup label=${words.say.filters.otherZones}>
        ${allZones.filter((zone) => !common.includes(zone)).map((zone) => option(zone))}
      </optgroup>
    </select>
  </label>`;
};

const allZones = Intl.supportedValuesOf('timeZone');

/** A labelled list of choices. */
export const select = (
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  onChoose: (value: string) => void,
): TemplateResult => html`<label class="choice">
  <span class="choice-label">${label}</span>
  <select @change=${(event: Event) => onChoose(chosenValue(event))}>
    ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
  </select>
</label>`;

const chosenValue = (event: Event): string =>
  event.currentTarget instanceof HTMLSelectElement ? event.currentTarget.value : '';

/** What is chosen stays choosable, even when this period has none of it. */
const withChosen = <T>(all: readonly T[], chosen: T | undefined): readonly T[] =>
  chosen === undefined || all.includes(chosen) ? all : [...all, chosen];
