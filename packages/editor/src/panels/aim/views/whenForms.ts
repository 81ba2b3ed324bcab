import type { Frequency, Tour, Trigger } from '@shirube/schema/tour';
import { html, type TemplateResult } from 'lit';
import { pageOf } from '../../../pick/index.ts';
import { segmented } from '../../../ui/segmented.ts';
import { patch } from '../model/patch.ts';
import { fromLocalField, toLocalField } from '../model/zoned.ts';
import { eventSuggestions, type LeafContext } from './context.ts';
import { numberField, selectField, suggestField } from './fields.ts';
import { elementFields, pageFields } from './forms/placeForms.ts';

/** The second sentence's parts: what each chip opens. `set` of the context is not used here. */
export const WHEN_PARTS = ['trigger', 'delay', 'frequency', 'schedule', 'priority'] as const;
export type WhenPart = (typeof WHEN_PARTS)[number];
export type ChangeTour = (changes: Partial<Record<keyof Tour, unknown>>) => void;

export const whenForm = (part: WhenPart, context: LeafContext, tour: Tour, change: ChangeTour): TemplateResult => {
  const { texts } = context;
  switch (part) {
    case 'trigger':
      return triggerForm(context, tour.trigger ?? { on: 'manual' }, (trigger) => change({ trigger }));
    case 'delay': {
      const trigger = tour.trigger;
      if (trigger === undefined || trigger.on === 'manual') return html``;
      return numberField(
        texts.delayLabel,
        trigger.delayMs,
        (delayMs) => change({ trigger: patch(trigger, { delayMs: Math.round(delayMs) }) }),
        {
          min: 0,
          max: 3_600_000,
          step: 100,
          first: true,
          clear: () => change({ trigger: patch(trigger, { delayMs: undefined }) }),
        },
      );
    }
    case 'frequency':
      return frequencyForm(context, tour.frequency ?? { show: 'once' }, (frequency) => change({ frequency }));
    case 'schedule':
      return scheduleForm(context, tour.schedule ?? {}, (schedule) =>
        change({ schedule: Object.keys(schedule).length === 0 ? undefined : schedule }),
      );
    case 'priority':
      return numberField(
        texts.priorityLabel,
        tour.priority ?? 0,
        (priority) => change({ priority: Math.round(priority) }),
        {
          min: -1_000_000,
          max: 1_000_000,
          step: 1,
          first: true,
          hint: texts.priorityHint,
        },
      );
  }
};

const ON = ['page', 'event', 'element', 'manual'] as const;
const triggerForm = (context: LeafContext, trigger: Trigger, set: (trigger: Trigger) => void): TemplateResult => {
  const { texts, session } = context;
  const choose = (on: Trigger['on']): void => {
    const delay = 'delayMs' in trigger ? { delayMs: trigger.delayMs } : {};
    if (on === 'page') set({ on, page: pageOf(context.session.page.location), ...delay });
    else if (on === 'event') set({ on, event: session.workspace.events[0]?.name ?? '', ...delay });
    else if (on === 'element') set({ on, element: { selectors: ['body'] }, ...delay });
    else set({ on });
  };
  return html`
    ${selectField(
      texts.triggerLabel,
      trigger.on,
      ON.map((value) => ({ value, label: texts.triggerOn[value] })),
      choose,
      { first: true },
    )}
    ${
      trigger.on === 'page'
        ? pageFields(context, trigger.page, (page) => set(patch(trigger, { page })))
        : trigger.on === 'event'
          ? suggestField(texts.event, trigger.event, eventSuggestions(context), (event) =>
              set(patch(trigger, { event })),
            )
          : trigger.on === 'element'
            ? html`
              ${elementFields(context, trigger.element, (element) => set(patch(trigger, { element })))}
              ${segmented({
                label: texts.state,
                value: trigger.is ?? 'visible',
                options: (['visible', 'present'] as const).map((value) => ({ value, label: texts.elementIs[value] })),
                choose: (is) => set(patch(trigger, { is })),
              })}`
            : html`<p class="hint">${texts.manualHint}</p>`
    }`;
};

const SHOW = ['once', 'untilCompleted', 'every', 'always'] as const;
const frequencyForm = (
  { texts }: LeafContext,
  frequency: Frequency,
  set: (frequency: Frequency) => void,
): TemplateResult => html`
  ${selectField(
    texts.frequencyLabel,
    frequency.show,
    SHOW.map((value) => ({ value, label: texts.frequencyOptions[value] })),
    (show) => set(show === 'every' ? { show, days: 7 } : { show }),
    { first: true },
  )}
  ${
    frequency.show === 'every'
      ? html`<div class="pair">
          ${numberField(texts.days, frequency.days, (days) => set(patch(frequency, { days })), { min: 0.01, max: 3650 })}
          ${numberField(texts.atMost, frequency.atMost, (atMost) => set(patch(frequency, { atMost })), {
            min: 1,
            max: 1000,
            step: 1,
            clear: () => set(patch(frequency, { atMost: undefined })),
          })}
        </div>`
      : ''
  }`;

const scheduleForm = (
  { texts }: LeafContext,
  schedule: NonNullable<Tour['schedule']>,
  set: (schedule: object) => void,
): TemplateResult => {
  const moment = (key: 'from' | 'until', label: string, first: boolean): TemplateResult => html`
    <label class="field"><span class="label">${label}</span>
      <input type="datetime-local" ?data-first=${first} .value=${toLocalField(schedule[key])}
        @change=${(event: Event) => {
          const next = fromLocalField((event.target as HTMLInputElement).value);
          set(patch(schedule, { [key]: next }));
        }}>
    </label>`;
  return html`${moment('from', texts.from, true)} ${moment('until', texts.until, false)}
    <p class="hint">${texts.inZone(Intl.DateTimeFormat().resolvedOptions().timeZone)}</p>`;
};
