import { html, nothing, type TemplateResult } from 'lit';
import type { Context, Page } from '../context.ts';
import type { Company, Plan } from '../data/types.ts';
import type { Lang, MessageKey } from '../i18n/index.ts';
import { fieldError } from '../ui/parts.ts';

const plans: readonly {
  readonly plan: Plan;
  readonly name: MessageKey;
  readonly lead: MessageKey;
  readonly price: number;
}[] = [
  { plan: 'trial', name: 'planTrial', lead: 'planTrialLead', price: 0 },
  { plan: 'team', name: 'planTeam', lead: 'planTeamLead', price: 2_980 },
  { plan: 'business', name: 'planBusiness', lead: 'planBusinessLead', price: 9_800 },
];
const languages: readonly { readonly lang: Lang; readonly name: string }[] = [
  { lang: 'en', name: 'English' },
  { lang: 'ja', name: '日本語' },
];

export const settingsPage = (company: Company): Page => {
  const draft: { -readonly [key in keyof Company]: string } = { ...company };
  let tried = false;
  const input = (
    context: Context,
    name: keyof Company,
    label: MessageKey,
    hint?: TemplateResult,
    invalid = false,
  ) => html`
    <div class="field">
      <label for="company-${name}">${context.t(label)}</label>
      <input
        id="company-${name}"
        type="text"
        .value=${draft[name]}
        ?disabled=${context.person.role !== 'admin'}
        aria-invalid=${invalid ? 'true' : nothing}
        aria-describedby=${hint === undefined ? nothing : `company-${name}-hint company-${name}-error`}
        @input=${(event: InputEvent) => {
          if (event.currentTarget instanceof HTMLInputElement) draft[name] = event.currentTarget.value;
        }}
      />
      ${hint ?? nothing}
    </div>
  `;
  const companyForm = (context: Context): TemplateResult => {
    const { t } = context;
    const wrong = tried && !/^T\d{13}$/.test(draft.registrationNumber);
    const save = (event: Event): void => {
      event.preventDefault();
      tried = true;
      if (!/^T\d{13}$/.test(draft.registrationNumber)) {
        context.update();
        document.querySelector<HTMLElement>('#company-registrationNumber')?.focus();
        return;
      }
      context.store.change((data) => ({ ...data, company: { ...draft } }));
      context.toast(t('savedToast'));
    };
    const hint = html`<p class="field-hint" id="company-registrationNumber-hint">${t('registrationHint')}</p>
      ${fieldError('company-registrationNumber-error', wrong ? t('needRegistration') : undefined)}`;
    return html`<form class="card form" novalidate aria-labelledby="company-title" @submit=${save}>
      <h2 id="company-title">${t('company')}</h2>
      ${input(context, 'name', 'companyName')} ${input(context, 'registrationNumber', 'registrationNumber', hint, wrong)}
      ${input(context, 'address', 'address')}
      ${context.person.role === 'admin' ? html`<button type="submit" class="primary">${t('save')}</button>` : nothing}
    </form>`;
  };
  return {
    title: ({ t }) => t('settings'),
    view: (context) => html`
      <div class="page-head"><h1>${context.t('settings')}</h1></div>
      <div class="settings">${companyForm(context)} ${languageForm(context)} ${planCards(context)}</div>
    `,
  };
};

const languageForm = ({ t, lang, setLang }: Context): TemplateResult => html`
  <fieldset class="card form">
    <legend><h2>${t('language')}</h2></legend>
    <p class="muted">${t('languageLead')}</p>
    ${languages.map(
      (language) => html`<label class="choice">
        <input type="radio" name="language" .checked=${language.lang === lang} @change=${() => setLang(language.lang)} />
        <span lang=${language.lang}>${language.name}</span>
      </label>`,
    )}
  </fieldset>
`;

const planCards = (context: Context): TemplateResult => {
  const { t, format, store, person } = context;
  const choose = (plan: Plan, name: string): void => {
    store.change((data) => ({ ...data, plan }));
    context.toast(t('planToast', { plan: name }));
  };
  return html`<section class="card form" aria-labelledby="plan-title" data-tour="plan">
    <h2 id="plan-title">${t('plan')}</h2>
    <ul class="plans">
      ${plans.map((entry) => {
        const name = t(entry.name);
        const current = store.data.plan === entry.plan;
        return html`<li class="plan" data-current=${current}>
          <h3>${name}</h3>
          <p class="price">${t('perMonth', { price: format.yen(entry.price) })}</p>
          <p class="muted">${t(entry.lead)}</p>
          ${
            current
              ? html`<p class="pill pill-paid">${t('currentPlan')}</p>`
              : person.role === 'admin' && entry.plan !== 'trial'
                ? html`<button type="button" class="secondary" @click=${() => choose(entry.plan, name)}>${t('choosePlan', { plan: name })}</button>`
                : nothing
          }
        </li>`;
      })}
    </ul>
  </section>`;
};
