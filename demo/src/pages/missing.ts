import { html } from 'lit';
import type { Page } from '../context.ts';

export const missingPage = (): Page => ({
  title: ({ t }) => t('notFound'),
  view: ({ t }) => html`
    <div class="card empty">
      <h1>${t('notFound')}</h1>
      <p>${t('notFoundLead')}</p>
      <a class="secondary" href="/">${t('goHome')}</a>
    </div>
  `,
});
