import { html, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Context } from '../context.ts';
import type { Invoice } from '../data/types.ts';
import { icon } from './icons.ts';
import { customerName, customerOf, totalOf } from './parts.ts';

export interface SendDialog {
  open(): void;
  view(context: Context, invoice: Invoice, send: () => void): TemplateResult;
}

/** The last question before an invoice leaves: a native modal dialog, closed by Escape or Cancel without sending. */
export const sendDialog = (): SendDialog => {
  const dialog = createRef<HTMLDialogElement>();
  const close = (): void => dialog.value?.close();
  return {
    open: () => dialog.value?.showModal(),
    view: (context, invoice, send) => {
      const { t, format } = context;
      const words = t('confirmBody', {
        id: invoice.id,
        total: format.yen(totalOf(invoice)),
        customer: customerName(context, invoice),
        email: customerOf(context, invoice)?.email ?? '',
      });
      const confirm = (): void => {
        close();
        send();
      };
      return html`
        <dialog class="dialog" aria-labelledby="send-title" aria-describedby="send-words" ${ref(dialog)}>
          <h2 id="send-title">${t('confirmTitle')}</h2>
          <p id="send-words">${words}</p>
          <div class="dialog-actions">
            <button type="button" class="secondary" @click=${close}>${t('cancel')}</button>
            <button type="button" class="primary" data-tour="confirm-send" @click=${confirm}>${icon('send')}${t('confirmSend')}</button>
          </div>
        </dialog>
      `;
    },
  };
};
