import { html, type TemplateResult } from 'lit';
import type { Forms } from '../../model/form.ts';
import { patch } from '../../model/patch.ts';
import { browserWords, languageWords, weekdayWords } from '../../words/values.ts';
import type { LeafContext } from '../context.ts';
import { checkField, listField, numberField, suggestField } from '../fields.ts';

const DEVICES = ['desktop', 'tablet', 'mobile'] as const;
export const deviceForm = ({ texts, set }: LeafContext, condition: Forms['device']): TemplateResult =>
  checkField(
    texts.device,
    DEVICES.map((value) => ({ value, label: texts.devices[value] })),
    [condition.device].flat(),
    (devices) => {
      const [only] = devices;
      // The last one stays: no device at all is nobody.
      if (only !== undefined) set(patch(condition, { device: devices.length === 1 ? only : devices }));
    },
  );

const SIZES = ['minWidth', 'maxWidth', 'minHeight', 'maxHeight'] as const;
export const viewportForm = ({ texts, set }: LeafContext, condition: Forms['viewport']): TemplateResult => html`
  <div class="pair wrap">${SIZES.map((size, index) => {
    const change = (value: number | undefined): void =>
      set(patch(condition, { viewport: patch(condition.viewport, { [size]: value }) }));
    return numberField(texts.viewport[size], condition.viewport[size], change, {
      min: 0,
      max: 100_000,
      first: index === 0,
      clear: () => change(undefined),
    });
  })}</div>`;

const LOCALES = ['en', 'ja', 'de', 'es', 'fr', 'it', 'ko', 'nl', 'pt', 'zh'];
export const localeForm = (context: LeafContext, condition: Forms['locale']): TemplateResult => {
  const { texts, ui, set, session } = context;
  const tags = [...new Set([...(session.draft?.tour.locales ?? []), ...LOCALES])].filter(
    (tag) => !condition.locale.includes(tag),
  );
  return listField(
    context,
    texts.locale,
    condition.locale.map((tag) => languageWords(tag, ui)),
    tags.map((tag) => ({ value: tag, label: languageWords(tag, ui), note: tag })),
    {
      add: (tag) => set(patch(condition, { locale: [...condition.locale, tag] })),
      remove: (index) => set(patch(condition, { locale: condition.locale.filter((_, at) => at !== index) })),
    },
    { first: true },
  );
};

const BROWSERS = ['chrome', 'edge', 'firefox', 'safari', 'opera', 'other'];
export const browserForm = ({ texts, set }: LeafContext, condition: Forms['browser']): TemplateResult =>
  checkField(
    texts.browser,
    [...new Set([...BROWSERS, ...condition.browser])].map((value) => ({ value, label: browserWords(value) })),
    condition.browser,
    (browser) => {
      if (browser.length > 0) set(patch(condition, { browser }));
    },
  );

export const timeForm = (context: LeafContext, condition: Forms['time']): TemplateResult => {
  const { texts, ui, set } = context;
  const { weekdays, hours, timezone } = condition.time;
  const change = (changes: Readonly<Record<string, unknown>>): void =>
    set(patch(condition, { time: patch(condition.time, changes) }));
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));
  const hour = (label: string, at: 0 | 1): TemplateResult =>
    numberField(
      label,
      hours?.[at],
      (value) => change({ hours: at === 0 ? [value, hours?.[1] ?? 24] : [hours?.[0] ?? 0, value] }),
      { min: 0, max: 24, step: 0.5, clear: () => change({ hours: undefined }) },
    );
  return html`
    ${checkField(
      texts.weekdays,
      [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: day, label: weekdayWords([day], ui) })),
      weekdays ?? [],
      (days) => change({ weekdays: days.length === 0 ? undefined : days }),
    )}
    <div class="pair">${hour(texts.hoursFrom, 0)} ${hour(texts.hoursUntil, 1)}</div>
    ${suggestField(
      texts.timezone,
      timezone ?? '',
      zones,
      (zone) => change({ timezone: zone === '' ? undefined : zone }),
      {
        hint: texts.timezoneHint,
      },
    )}`;
};

export const secondsForm = ({ texts, set }: LeafContext, condition: Forms['secondsOnPage']): TemplateResult =>
  numberField(texts.seconds, condition.secondsOnPage, (secondsOnPage) => set(patch(condition, { secondsOnPage })), {
    min: 0,
    max: 86_400,
    first: true,
  });
