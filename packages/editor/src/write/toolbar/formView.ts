import { html, nothing, type TemplateResult } from 'lit';
import type { WriteTexts } from '../locale/index.ts';
import type { Variable } from '../options.ts';
import { type FieldName, type FormName, forms, type Values } from './forms.ts';

/** A form as it stands open. */
export interface OpenForm {
  readonly name: FormName;
  readonly values: Values;
  /** Is there something already that it changes? */
  readonly changes: boolean;
  readonly wrong: ReturnType<(typeof forms)[FormName]['check']>;
  /** The suggestion that the arrow keys have reached. */
  readonly reached: number;
}

interface FormActions {
  readonly type: (field: FieldName, value: string) => void;
  readonly pick: (variable: Variable) => void;
  readonly save: () => void;
  readonly remove: () => void;
  readonly key: (event: KeyboardEvent) => void;
}

/** The traits that what was typed so far may mean. */
export const suggested = (variables: readonly Variable[], typed = ''): readonly Variable[] => {
  const wanted = typed.trim().toLowerCase();
  if (variables.some(({ attribute }) => attribute.toLowerCase() === wanted)) return variables;
  return variables.filter(({ attribute }) => attribute.toLowerCase().includes(wanted));
};

/** The fields that something takes, with what is wrong said where it is wrong. */
export const formView = (
  form: OpenForm,
  texts: WriteTexts,
  variables: readonly Variable[],
  actions: FormActions,
): TemplateResult => {
  const { name, values, changes, wrong, reached } = form;
  const { fields, hint, remove } = forms[name];
  const listed = name === 'variable' ? suggested(variables, values.attribute) : [];
  const field = (it: FieldName): TemplateResult => {
    const problem = wrong?.field === it ? texts.problems[wrong.problem] : undefined;
    const said = hint(it, texts);
    const isCombo = it === 'attribute' && listed.length > 0;
    return html`<div class="field">
      <label for=${it}>${texts.fields[it]}</label>
      <input id=${it} autocomplete="off" spellcheck=${it === 'alt' || it === 'title' || it === 'fallback' ? 'true' : 'false'}
        inputmode=${it === 'href' || it === 'src' ? 'url' : nothing} .value=${values[it] ?? ''}
        placeholder=${said.length < 30 && !problem ? said : nothing}
        aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? 'problem' : said.length < 30 ? nothing : `${it}-hint`}
        role=${isCombo ? 'combobox' : nothing} aria-expanded=${isCombo ? 'true' : nothing} aria-controls=${isCombo ? 'options' : nothing}
        aria-autocomplete=${isCombo ? 'list' : nothing} aria-activedescendant=${isCombo && listed[reached] ? `option-${reached}` : nothing}
        @input=${({ target }: InputEvent) => actions.type(it, (target as HTMLInputElement).value)}>
      ${
        problem
          ? html`<p class="problem" id="problem" role="alert"><svg viewBox="0 0 24 24" width="14" height="14" aria-hidden="true"><path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8v4M12 16h.01" /></svg>${problem}</p>`
          : said.length < 30
            ? nothing
            : html`<p class="hint" id="${it}-hint">${said}</p>`
      }
      ${it === 'attribute' && listed.length > 0 ? options(listed, reached, texts, actions) : nothing}
    </div>`;
  };
  return html`<form aria-label=${texts.forms[name]} novalidate @keydown=${actions.key} @submit=${(event: Event) => {
    event.preventDefault();
    actions.save();
  }}>
    ${fields.map(field)}
    <div class="actions">
      ${remove && changes ? html`<button type="button" @click=${actions.remove}>${texts.remove}</button>` : nothing}
      <button class="primary">${changes || name === 'link' ? texts.save : texts.insert}</button>
    </div>
  </form>`;
};

const options = (
  listed: readonly Variable[],
  reached: number,
  texts: WriteTexts,
  { pick }: FormActions,
): TemplateResult => html`<ul class="options" id="options" role="listbox" aria-label=${texts.suggestions}>
  ${listed.map(
    (it, index) => html`<li id="option-${index}" role="option" aria-selected=${index === reached ? 'true' : 'false'}
      @mousedown=${(event: Event) => event.preventDefault()} @click=${() => pick(it)}>
      ${it.attribute}${it.example ? html`<span>${texts.example(it.example)}</span>` : nothing}
    </li>`,
  )}
</ul>`;
