import type { Advance, Button } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import { idFrom, setField } from '../../../document/steps.ts';
import { pageOf } from '../../../pick/index.ts';
import type { Session } from '../../../session/Session.ts';
import { plusIcon, trashIcon } from '../../../ui/icons.ts';
import { openMenu } from '../../../ui/openMenu.ts';
import type { StepContext } from '../StepPanel.ts';
import { conditionField } from './conditionField.ts';

/** How the step is left: by what people do, and by its buttons. */
export const goesOnView = (context: StepContext, session: Session): TemplateResult => html`
  <div class="section" data-field="advance">
    <h3>${context.texts.goesOn}</h3>
    ${(context.step.advance ?? []).map((way, index) => advanceView(context, session, way, index))}
    <div class="row">
      <button class="quiet" aria-haspopup="menu" @click=${(event: Event) => addAdvance(context, event)}>${plusIcon}${context.texts.addAdvance}</button>
    </div>
  </div>
  ${buttonsView(context)}
`;

const setAdvance = ({ texts, change }: StepContext, ways: readonly Advance[], merge?: string): void =>
  change(texts.edits.advance, (now) => setField(now, 'advance', ways.length > 0 ? ways : undefined), merge);

const addAdvance = (context: StepContext, event: Event): void => {
  const { step, texts, shell } = context;
  const ways: readonly Advance[] = [
    ...(step.target ? ([{ on: 'click' }, { on: 'input' }] as const) : []),
    { on: 'event', event: shell.session.workspace.events[0]?.name ?? 'event_name' },
    { on: 'page', page: pageOf(shell.parts.page.location) },
    { on: 'condition', when: { all: [] } },
    { on: 'delay', ms: 5000 },
  ];
  openMenu(
    event.currentTarget as HTMLElement,
    ways.map((way) => ({
      label: texts.advance[way.on],
      do: () => setAdvance(context, [...(step.advance ?? []), way]),
    })),
  );
};

const advanceView = (context: StepContext, session: Session, way: Advance, index: number): TemplateResult => {
  const { step, texts } = context;
  const ways = step.advance ?? [];
  const set = (next: Advance, merge?: string): void => setAdvance(context, ways.with(index, next), merge);
  const name = texts.advance[way.on];
  const value = (event: Event): string => (event.target as HTMLInputElement).value;
  return html`
    <div class="item">
      <div class="row">
        <span class="grow">${name}</span>
        <button class="quiet icon-only" aria-label=${texts.remove(name)} title=${texts.remove(name)}
          @click=${() => setAdvance(context, ways.toSpliced(index, 1))}>${trashIcon}</button>
      </div>
      ${
        way.on === 'event'
          ? html`<input list="events" aria-label=${texts.eventName} .value=${way.event} @change=${(event: Event) => set({ ...way, event: value(event) })} />
            <datalist id="events">${session.workspace.events.map((one) => html`<option value=${one.name}></option>`)}</datalist>`
          : nothing
      }
      ${way.on === 'page' && typeof way.page === 'string' ? html`<input aria-label=${texts.page} .value=${way.page} @change=${(event: Event) => set({ ...way, page: value(event) })} />` : nothing}
      ${
        way.on === 'delay'
          ? html`<div class="row"><input class="number" type="number" min="1" max="600" aria-label=${texts.seconds} .value=${String(way.ms / 1000)}
              @change=${(event: Event) => {
                const seconds = (event.target as HTMLInputElement).valueAsNumber;
                if (seconds > 0) set({ ...way, ms: Math.round(seconds * 1000) });
              }} /><span class="hint">${texts.seconds}</span></div>`
          : nothing
      }
      ${way.on === 'condition' ? conditionField(context, way.when, name, (when) => set({ ...way, when })) : nothing}
    </div>
  `;
};

const ACTIONS: readonly Button['action'][] = ['next', 'back', 'complete', 'dismiss', 'goto', 'link'];

const buttonsView = (context: StepContext): TemplateResult => {
  const { step, texts, change, shell, locale } = context;
  const { buttons } = step;
  const set = (next: readonly Button[] | undefined, merge?: string): void =>
    change(texts.edits.buttons, (now) => setField(now, 'buttons', next), merge);
  const make = (action: Button['action']): Button => ({
    id: idFrom(
      action,
      (buttons ?? []).map(({ id }) => id),
    ),
    action,
    label: labels(context, action),
    ...(action === 'goto'
      ? { goto: shell.session.draft?.tour.steps.find(({ id }) => id !== step.id)?.id ?? step.id }
      : {}),
    ...(action === 'link' ? { href: 'https://' } : {}),
  });
  const add = (event: Event): void =>
    openMenu(
      event.currentTarget as HTMLElement,
      ACTIONS.map((action) => ({ label: texts.actions[action], do: () => set([...(buttons ?? []), make(action)]) })),
    );
  const acts = step.advance?.some(({ on }) => on !== 'delay') ?? false;
  return html`
    <div class="section" data-field="buttons">
      <h3>${texts.buttons}</h3>
      ${
        buttons === undefined
          ? html`
            <p class="hint">${acts ? texts.noNext : texts.ownButtons}</p>
            <div class="row"><button class="quiet" @click=${() => set(context.index > 0 ? [make('back'), make('next')] : [make('next')])}>${texts.customize}</button></div>
          `
          : html`
            ${buttons.map((button, index) => buttonView(context, button, (next, merge) => set(next === undefined ? buttons.toSpliced(index, 1) : buttons.with(index, next), merge), locale))}
            <div class="row wrap">
              <button class="quiet" aria-haspopup="menu" @click=${add}>${plusIcon}${texts.addButton}</button>
              <button class="quiet" @click=${() => set(undefined)}>${texts.usual}</button>
            </div>
          `
      }
    </div>
  `;
};

/** A label in each language of the tour that the editor speaks; the default language has one at any rate. */
const labels = ({ shell, texts, locale }: StepContext, action: Button['action']): Readonly<Record<string, string>> => {
  const tour = shell.session.draft?.tour;
  const main = tour?.defaultLocale ?? locale;
  return { [main]: texts.defaultLabels[action], [locale]: texts.defaultLabels[action] };
};

const buttonView = (
  context: StepContext,
  button: Button,
  set: (next: Button | undefined, merge?: string) => void,
  locale: string,
): TemplateResult => {
  const { texts, shell } = context;
  const name = button.label?.[locale] ?? button.id;
  const steps = shell.session.draft?.tour.steps ?? [];
  const value = (event: Event): string => (event.target as HTMLInputElement).value;
  const act = (action: Button['action']): void => {
    const { goto: _, href: __, ...rest } = button;
    set({
      ...rest,
      action,
      ...(action === 'goto' ? { goto: button.goto ?? steps[0]?.id ?? '' } : {}),
      ...(action === 'link' ? { href: button.href ?? 'https://' } : {}),
    });
  };
  return html`
    <div class="item">
      <div class="row">
        <input class="grow" aria-label=${texts.label} maxlength="60" .value=${button.label?.[locale] ?? ''}
          @input=${(event: Event) => set({ ...button, label: { ...button.label, [locale]: value(event) } }, `label ${button.id} ${locale}`)} />
        <button class="quiet icon-only" aria-label=${texts.remove(name)} title=${texts.remove(name)} @click=${() => set(undefined)}>${trashIcon}</button>
      </div>
      <div class="pair">
        <select aria-label=${texts.action} @change=${(event: Event) => act(value(event) as Button['action'])}>
          ${ACTIONS.map((one) => html`<option value=${one} .selected=${one === button.action}>${texts.actions[one]}</option>`)}
        </select>
        <select aria-label=${texts.style} @change=${(event: Event) => set({ ...button, style: value(event) as 'primary' | 'secondary' })}>
          ${(['primary', 'secondary'] as const).map((one) => html`<option value=${one} .selected=${one === (button.style ?? (button.action === 'back' || button.action === 'dismiss' ? 'secondary' : 'primary'))}>${texts.styles[one]}</option>`)}
        </select>
      </div>
      ${button.action === 'goto' ? stepSelect(context, button.goto, (goto) => set({ ...button, goto })) : nothing}
      ${button.action === 'link' ? html`<input type="url" aria-label=${texts.href} .value=${button.href ?? ''} @change=${(event: Event) => set({ ...button, href: value(event) })} />` : nothing}
    </div>
  `;
};

/** A choice among the other steps of the tour. */
export const stepSelect = (
  { shell, step, texts, locale }: StepContext,
  chosen: string | undefined,
  choose: (stepId: string) => void,
): TemplateResult => html`
  <select aria-label=${texts.goto} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
    ${(shell.session.draft?.tour.steps ?? []).map((one, index) =>
      one.id === step.id
        ? nothing
        : html`<option value=${one.id} .selected=${one.id === chosen}>${index + 1}. ${one.content?.[locale]?.title || one.id}</option>`,
    )}
  </select>
`;
