import { describeElement } from '@shirube/runtime/target';
import type { Comparison, Operator, PageMatch } from '@shirube/schema/rules';
import type { Target } from '@shirube/schema/tour';
import { html, type TemplateResult } from 'lit';
import { pageOf } from '../../../../pick/index.ts';
import type { Forms } from '../../model/form.ts';
import { patch } from '../../model/patch.ts';
import { elementWords } from '../../words/values.ts';
import type { LeafContext } from '../context.ts';
import { selectField, textField } from '../fields.ts';
import { comparisonForm, nothingSeen } from './comparisonForm.ts';

const TEXTS: readonly Operator[] = [
  'eq',
  'neq',
  'in',
  'notIn',
  'contains',
  'notContains',
  'startsWith',
  'endsWith',
  'matches',
  'exists',
  'notExists',
];
const PARTS = ['host', 'path', 'hash'] as const;

/** A page: a pattern, or (as files may have it) comparisons by part, which stay comparisons. */
export const pageFields = (context: LeafContext, page: PageMatch, set: (page: PageMatch) => void): TemplateResult => {
  const { texts } = context;
  const here = html`<button class="quiet start" @click=${() => set(pageOf(context.session.page.location))}>${texts.useThisPage}</button>`;
  if (typeof page === 'string')
    return html`${textField(texts.page, page, set, { first: true, hint: texts.pageHint })} ${here}`;
  const one = (label: string, comparison: Comparison, change: (comparison: Comparison) => void): TemplateResult => html`
    <div class="sub"><span class="label">${label}</span>
      ${comparisonForm(context, comparison, nothingSeen, (changes) => change(patch(comparison, changes)), { operators: TEXTS })}</div>`;
  return html`
    ${PARTS.map((part) => {
      const comparison = page[part];
      return comparison && one(texts.pageParts[part], comparison, (next) => set(patch(page, { [part]: next })));
    })}
    ${Object.entries(page.query ?? {}).map(([name, comparison]) =>
      one(texts.queryPart(name), comparison, (next) =>
        set(patch(page, { query: patch(page.query ?? {}, { [name]: next }) })),
      ),
    )}
    ${here}`;
};
export const pageForm = (context: LeafContext, condition: Forms['page']): TemplateResult =>
  pageFields(context, condition.page, (page) => context.set(patch(condition, { page })));

/** Which element, and a way to point at another. */
export const elementFields = (context: LeafContext, target: Target, set: (target: Target) => void): TemplateResult => {
  const { texts, session } = context;
  const pick = (): void =>
    context.away(async () => {
      const element = await session.pickElement(texts.pickPrompt);
      if (element !== undefined) set(describeElement(element) as Target);
    });
  return html`
    <div class="field"><span class="label">${texts.element}</span>
      <span class="truncate"><strong>${elementWords(target)}</strong>
        ${target.selectors?.[0] === undefined ? '' : html`<code class="muted">${target.selectors[0]}</code>`}</span>
      <button data-first class="start" @click=${pick}>${texts.pick}</button>
    </div>`;
};

const STATES = ['present', 'absent', 'visible', 'enabled', 'disabled', 'text', 'value'] as const;
export const elementForm = (context: LeafContext, condition: Forms['element']): TemplateResult => {
  const { texts, set } = context;
  const compared = 'text' in condition ? 'text' : 'value' in condition ? 'value' : undefined;
  const comparison = 'text' in condition ? condition.text : 'value' in condition ? condition.value : undefined;
  const choose = (state: (typeof STATES)[number]): void => {
    const isCompared = state === 'text' || state === 'value';
    const start: Comparison = comparison ?? { op: 'contains', value: '' };
    set(
      patch(condition, {
        is: undefined,
        text: undefined,
        value: undefined,
        ...(isCompared ? { [state]: start } : { is: state }),
      }),
    );
  };
  return html`
    ${elementFields(context, condition.element, (element) => set(patch(condition, { element })))}
    ${selectField(
      texts.state,
      compared ?? ('is' in condition ? condition.is : 'visible'),
      STATES.map((value) => ({ value, label: texts.elementIs[value] })),
      choose,
    )}
    ${
      compared && comparison
        ? comparisonForm(
            context,
            comparison,
            nothingSeen,
            (changes) => set(patch(condition, { [compared]: patch(comparison, changes) })),
            { operators: TEXTS },
          )
        : ''
    }`;
};
