import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Context, Page } from '../context.ts';
import { shirube } from '../shirube.ts';
import { icon } from '../ui/icons.ts';
import { fieldError, named, totalOf } from '../ui/parts.ts';

type Field = 'name' | 'contact' | 'email';
type Draft = Record<Field, string>;
const empty: Draft = { name: '', contact: '', email: '' };

export const customersPage = (): Page => {
  const dialog = createRef<HTMLDialogElement>();
  const state = { draft: { ...empty }, tried: false };
  const open = (context: Context): void => {
    state.draft = { ...empty };
    state.tried = false;
    context.update();
    dialog.value?.showModal();
  };
  const close = (): void => dialog.value?.close();
  const add = (context: Context, event: Event): void => {
    event.preventDefault();
    state.tried = true;
    context.update();
    const wrong = dialog.value?.querySelector<HTMLElement>('[aria-invalid=true]');
    if (wrong) {
      wrong.focus();
      return;
    }
    const customer = { ...state.draft, id: `c-${crypto.randomUUID().slice(0, 8)}` };
    context.store.change((data) => ({ ...data, customers: [...data.customers, customer] }));
    shirube.track('customer_added', { customers: context.store.data.customers.length });
    close();
    context.toast(context.t('addedToast', { name: customer.name }));
  };
  const form = (context: Context): TemplateResult => {
    const { t } = context;
    const noName = state.tried && state.draft.name.trim() === '';
    const noEmail = state.tried && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(state.draft.email);
    return html`<dialog class="dialog" aria-labelledby="add-title" ${ref(dialog)}>
      <form novalidate @submit=${(event: Event) => add(context, event)}>
        <h2 id="add-title">${t('addCustomer')}</h2>
        ${field(state.draft, 'name', t('customerName'), 'organization', noName ? t('needName') : undefined, context.update)}
        ${field(state.draft, 'contact', t('contact'), 'name', undefined, context.update)}
        ${field(state.draft, 'email', t('email'), 'email', noEmail ? t('needEmail') : undefined, context.update)}
        <div class="dialog-actions">
          <button type="button" class="secondary" @click=${close}>${t('cancel')}</button>
          <button type="submit" class="primary">${t('addCustomer')}</button>
        </div>
      </form>
    </dialog>`;
  };
  return {
    title: ({ t }) => t('customers'),
    view: (context) => {
      const { t } = context;
      return html`
        <div class="page-head">
          <h1>${t('customers')}</h1>
          ${
            context.person.role === 'admin'
              ? html`<button type="button" class="primary" data-tour="add-customer" @click=${() => open(context)}>${icon('plus')}${t('addCustomer')}</button>`
              : nothing
          }
        </div>
        ${table(context)} ${form(context)}
      `;
    },
  };
};

const field = (
  draft: Draft,
  name: Field,
  label: string,
  autocomplete: 'organization' | 'name' | 'email',
  problem: string | undefined,
  update: () => void,
): TemplateResult => {
  const set = (event: InputEvent): void => {
    if (event.currentTarget instanceof HTMLInputElement) draft[name] = event.currentTarget.value;
    update();
  };
  return html`<div class="field">
    <label for="add-${name}">${label}</label>
    <input
      id="add-${name}"
      type=${name === 'email' ? 'email' : 'text'}
      autocomplete=${autocomplete}
      .value=${draft[name]}
      aria-invalid=${problem === undefined ? nothing : 'true'}
      aria-describedby="add-${name}-error"
      @input=${set}
    />
    ${fieldError(`add-${name}-error`, problem)}
  </div>`;
};

const table = (context: Context): TemplateResult => {
  const { t, format, store } = context;
  return html`<table class="table card">
    <caption class="visually-hidden">${t('customers')}</caption>
    <thead>
      <tr>
        <th scope="col">${t('customer')}</th><th scope="col">${t('contact')}</th>
        <th scope="col" class="number">${t('open')}</th><th scope="col" class="number">${t('invoiced')}</th>
      </tr>
    </thead>
    <tbody>
      ${store.data.customers.map((customer) => {
        const own = store.data.invoices.filter((invoice) => invoice.customerId === customer.id);
        const sum = (status: readonly string[]): number =>
          own
            .filter((invoice) => status.includes(invoice.status))
            .reduce((total, invoice) => total + totalOf(invoice), 0);
        return html`<tr>
          <td class="cell-name"><strong>${named(customer.name)}</strong></td>
          <td class="cell-contact">${named(customer.contact)}<br /><span class="muted">${customer.email}</span></td>
          <td class="cell-status number"><span class="cell-label">${t('open')}</span>${format.yen(sum(['sent']))}</td>
          <td class="cell-amount number"><span class="cell-label">${t('invoiced')}</span>${format.yen(sum(['sent', 'paid']))}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
};
