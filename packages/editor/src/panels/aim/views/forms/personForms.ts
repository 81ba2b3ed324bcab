import type { Operator } from '@shirube/schema/rules';
import { html, type TemplateResult } from 'lit';
import type { Forms } from '../../model/form.ts';
import { patch } from '../../model/patch.ts';
import { eventSuggestions, type LeafContext, traitSuggestions } from '../context.ts';
import { durationField, numberField, selectField, suggestField, textField } from '../fields.ts';
import { comparisonForm, nothingSeen } from './comparisonForm.ts';

export const traitForm = (context: LeafContext, condition: Forms['user'] | Forms['company']): TemplateResult => {
  const { session, texts, set } = context;
  const of = 'user' in condition ? 'user' : 'company';
  const path = 'user' in condition ? condition.user : condition.company;
  const seen = session.workspace.traits.find((one) => one.of === of && one.path === path);
  return html`
    ${suggestField(
      of === 'user' ? texts.trait : texts.accountTrait,
      path,
      traitSuggestions(context, of),
      (next) => set(patch(condition, { [of]: next })),
      { first: path === '', invalid: path === '', hint: seen || path === '' ? undefined : texts.notSeen },
    )}
    ${comparisonForm(context, condition, seen ?? nothingSeen, (changes) => set(patch(condition, changes)), {
      first: path !== '',
    })}`;
};

const OFTEN = ['gte', 'lte', 'eq', 'gt', 'lt', 'neq'] as const;
export const eventForm = (context: LeafContext, condition: Forms['event']): TemplateResult => {
  const { session, texts, set } = context;
  const { event, count = { op: 'gte', value: 1 }, within, where = [] } = condition;
  const isNever = count.op === 'eq' && count.value === 0;
  const often = [
    ...OFTEN.map((value) => ({ value, label: texts.often[value] })),
    { value: 'never' as const, label: texts.often.never },
  ];
  const chooseOften = (op: (typeof often)[number]['value']): void =>
    set(
      patch(condition, { count: op === 'never' ? { op: 'eq', value: 0 } : { op, value: isNever ? 1 : count.value } }),
    );
  const setWhere = (next: typeof where): void => set(patch(condition, { where: next.length === 0 ? undefined : next }));
  return html`
    ${suggestField(texts.event, event, eventSuggestions(context), (next) => set(patch(condition, { event: next })), {
      first: event === '',
      invalid: event === '',
      hint: event === '' || session.workspace.events.some(({ name }) => name === event) ? undefined : texts.notSeen,
    })}
    <div class="pair">
      ${selectField(texts.howOften, isNever ? 'never' : count.op, often, chooseOften, { first: event !== '' })}
      ${isNever ? '' : numberField(texts.times, count.value, (value) => set(patch(condition, { count: { ...count, value } })), { min: 0, step: 1 })}
    </div>
    ${withinForm(context, within, (next) => set(patch(condition, { within: next })))}
    ${where.map(
      (one, index) => html`
        <div class="sub">
          ${textField(texts.property, one.prop, (prop) => setWhere(where.map((it, at) => (at === index ? { ...it, prop } : it))))}
          ${comparisonForm(context, one, nothingSeen, (changes) =>
            setWhere(where.map((it, at) => (at === index ? patch(it, changes) : it))),
          )}
          <button class="quiet" @click=${() => setWhere(where.filter((_, at) => at !== index))}>${texts.removeProperty}</button>
        </div>`,
    )}
    <button class="quiet start" @click=${() => setWhere([...where, { prop: '', op: 'eq', value: '' }])}>${texts.addProperty}</button>`;
};

const withinForm = (
  context: LeafContext,
  within: string | undefined,
  set: (within: string | undefined) => void,
): TemplateResult => {
  const { texts } = context;
  const choices = [
    { value: 'ever' as const, label: texts.ever },
    { value: 'last' as const, label: texts.inTheLast },
  ];
  return html`
    ${selectField(texts.within, within === undefined ? 'ever' : 'last', choices, (one) => set(one === 'ever' ? undefined : '30d'))}
    ${within === undefined ? '' : durationField(context, texts.number, within, set)}`;
};

const LEVELS = ['novice', 'learning', 'proficient'] as const;
const MODES = ['is', 'atLeast', 'atMost'] as const;
export const skillForm = ({ session, texts, set }: LeafContext, condition: Forms['skill']): TemplateResult => {
  const mode = MODES.find((one) => one in condition) ?? 'is';
  const level = (condition as unknown as Readonly<Record<string, string>>)[mode] ?? 'novice';
  const skills = session.workspace.skills.map(({ id, name }) => ({ value: id, label: name ?? id }));
  const levels = LEVELS.map((value) => ({ value: value as string, label: texts.levels[value] }));
  const modes = MODES.map((value) => ({ value, label: texts.levelModes[value] }));
  const without = { is: undefined, atLeast: undefined, atMost: undefined };
  return html`
    ${selectField(texts.skill, condition.skill, skills, (skill) => set(patch(condition, { skill })), { first: true })}
    <div class="pair">
      ${selectField(texts.operator, mode, modes, (next) => set(patch(condition, { ...without, [next]: level })))}
      ${selectField(texts.level, level, levels, (next) => set(patch(condition, { [mode]: next })))}
    </div>`;
};

const STATES = ['never_seen', 'started', 'completed', 'dismissed'] as const;
export const tourForm = (context: LeafContext, condition: Forms['tour']): TemplateResult => {
  const { session, texts, set } = context;
  const tours = session.workspace.tours.map(({ id, name }) => ({ value: id, label: name }));
  const states = STATES.map((value) => ({ value, label: texts.tourStates[value] }));
  return html`
    ${selectField(texts.tour, condition.tour, tours, (tour) => set(patch(condition, { tour })), { first: true })}
    ${selectField(texts.state, condition.is, states, (is) => set(patch(condition, { is })))}
    ${withinForm(context, condition.within, (within) => set(patch(condition, { within })))}`;
};

export const segmentForm = ({ session, texts, set }: LeafContext, condition: Forms['segment']): TemplateResult => {
  const segments = session.workspace.segments.map(({ id, name }) => ({ value: id, label: name }));
  return selectField(texts.segment, condition.segment, segments, (segment) => set(patch(condition, { segment })), {
    first: true,
  });
};

export const sampleForm = ({ texts, set }: LeafContext, condition: Forms['sample']): TemplateResult => html`
  ${numberField(
    texts.share,
    Number((condition.sample * 100).toFixed(6)),
    (percent) => set(patch(condition, { sample: Number((percent / 100).toFixed(8)) })),
    { min: 0, max: 100, first: true },
  )}
  ${textField(texts.salt, condition.salt ?? '', (salt) => set(patch(condition, { salt: salt === '' ? undefined : salt })), { hint: texts.saltHint })}`;

const NUMBERS: readonly Operator[] = ['eq', 'neq', 'lt', 'lte', 'gt', 'gte'];
export const sessionsForm = (context: LeafContext, condition: Forms['sessions']): TemplateResult => {
  const { op, value } = condition.sessions;
  const { texts, set } = context;
  const choices = NUMBERS.map((one) => ({ value: one, label: texts.operators[one] }));
  const change = (changes: object): void =>
    set(patch(condition, { sessions: patch(condition.sessions, { ...changes }) }));
  return html`<div class="pair">
    ${selectField(texts.sessions, op, choices, (next) => change({ op: next }), { first: true })}
    ${numberField(texts.number, typeof value === 'number' ? value : undefined, (next) => change({ value: next }), { min: 0, step: 1 })}
  </div>`;
};
