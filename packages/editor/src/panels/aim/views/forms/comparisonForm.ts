import type { Comparison, Operator } from '@shirube/schema/rules';
import { html, type TemplateResult } from 'lit';
import { segmented } from '../../../../ui/segmented.ts';
import {
  operatorsFor,
  type Scalar,
  type ScalarType,
  scalarType,
  toType,
  valueFor,
  valueKind,
} from '../../model/operatorValue.ts';
import { valueWords } from '../../words/values.ts';
import { type LeafContext, todayOf } from '../context.ts';
import { durationField, listField, numberField, selectField, suggestField, textField } from '../fields.ts';

/** What was seen of the thing that is compared; nothing seen leaves every operator open. */
export interface SeenValues {
  readonly types: readonly string[];
  readonly values: readonly { readonly value: Scalar; readonly people: number }[];
}
export const nothingSeen: SeenValues = { types: [], values: [] };

/** An operator and its value. `set` is told what changes: an undefined value takes it out. */
export const comparisonForm = (
  context: LeafContext,
  { op, value }: Comparison,
  seen: SeenValues,
  set: (changes: { readonly op?: Operator; readonly value?: unknown }) => void,
  { operators, first = false }: { readonly operators?: readonly Operator[] | undefined; readonly first?: boolean } = {},
): TemplateResult => {
  const { texts, session } = context;
  const offered = operatorsFor(seen.types, op).filter((one) => one === op || (operators?.includes(one) ?? true));
  const choices = offered.map((one) => ({ value: one, label: texts.operators[one] ?? one }));
  const choose = (next: Operator): void => set({ op: next, value: valueFor(next, value, todayOf(session)) });
  return html`
    ${selectField(texts.operator, op, choices, choose, { first })}
    ${valueForm(context, { op, value }, seen, (next) => set({ value: next }))}`;
};

const valueForm = (
  context: LeafContext,
  { op, value }: Comparison,
  seen: SeenValues,
  set: (value: unknown) => void,
): TemplateResult | '' => {
  const { texts } = context;
  switch (valueKind(op)) {
    case 'none':
      return '';
    case 'number':
      return numberField(texts.value, typeof value === 'number' ? value : undefined, set);
    case 'duration':
      return durationField(context, texts.number, value, set);
    case 'moment':
      return textField(texts.value, String(value ?? ''), set, { type: isDay(value) ? 'date' : 'text' });
    case 'text':
    case 'version':
      return textField(texts.value, String(value ?? ''), set);
    case 'list':
      return listForm(context, value, seen, set);
    default:
      // A list that is compared as a whole is rare, and kept as it is.
      return Array.isArray(value) ? listForm(context, value, seen, set) : scalarForm(context, value, seen, set);
  }
};

const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

const suggestions = ({ texts, ui }: LeafContext, seen: SeenValues, type: ScalarType) =>
  seen.values.flatMap(({ value, people }) =>
    scalarType(value) === type
      ? [
          {
            value: String(value),
            label: ui === 'ja' ? String(value) : valueWords(value, ui),
            note: texts.people_(people),
          },
        ]
      : [],
  );

const scalarForm = (
  context: LeafContext,
  value: unknown,
  seen: SeenValues,
  set: (value: unknown) => void,
): TemplateResult => {
  const { texts } = context;
  const type = scalarType(value);
  return html`
    ${typeForm(context, type, (next) => set(toType(value, next)))}
    ${
      type === 'boolean'
        ? segmented({
            label: texts.value,
            value: String(value),
            options: [
              { value: 'true', label: texts.yes },
              { value: 'false', label: texts.no },
            ],
            choose: (next) => set(next === 'true'),
          })
        : type === 'number'
          ? numberField(texts.value, value as number, set)
          : suggestField(texts.value, String(value ?? ''), suggestions(context, seen, type), set)
    }`;
};

const typeForm = ({ texts }: LeafContext, type: ScalarType, choose: (type: ScalarType) => void): TemplateResult =>
  segmented({
    label: texts.type,
    value: type,
    options: (['string', 'number', 'boolean'] as const).map((one) => ({ value: one, label: texts.types[one] })),
    choose,
  });

const listForm = (
  context: LeafContext,
  value: unknown,
  seen: SeenValues,
  set: (value: unknown) => void,
): TemplateResult => {
  const { texts, ui } = context;
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const type = scalarType(list.at(-1) ?? seen.values[0]?.value ?? '');
  // Types may be mixed: the switch says what the next one will be, by turning the last.
  return html`
    ${list.length === 0 ? '' : typeForm(context, type, (next) => set([...list.slice(0, -1), toType(list.at(-1), next)]))}
    ${listField(
      context,
      texts.values,
      list.map((one) => valueWords(one, ui)),
      suggestions(context, seen, type).filter((one) => !list.map(String).includes(one.value)),
      {
        add: (text) => {
          const next = toType(text, type);
          if (!list.includes(next)) set([...list.filter((one) => one !== ''), next]);
        },
        remove: (index) => set(list.filter((_, at) => at !== index)),
      },
    )}`;
};
