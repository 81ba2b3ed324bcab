import { html, type TemplateResult } from 'lit';
import type { Texts } from '../../locale/index.ts';
import type { EditorState } from '../../model/state.ts';
import type { ViewContext } from '../context.ts';
import { failureView, waiting } from './message.ts';
import { signInView, signingInView } from './signInView.ts';
import { toursView } from './toursView.ts';
import { tourView } from './tourView.ts';

/** Which question the panel answers now. */
export const viewName = (state: EditorState): string =>
  state.name === 'tours' && state.open !== undefined ? 'tour' : state.name;

export const body = (state: EditorState, context: ViewContext): TemplateResult => {
  const { texts } = context.locale;
  switch (state.name) {
    case 'signed_out':
      return signInView(state.notice, context);
    case 'signing_in':
      return signingInView(context);
    case 'loading':
      return html`<h2 tabindex="-1">${texts.tours}</h2>${waiting(texts.loading)}`;
    case 'failed':
      return html`
        <h2 tabindex="-1">${texts.tours}</h2>
        ${failureView(state.failure, context)}
        <button class="primary" @click=${() => context.send({ type: 'reload_pressed' })}>${texts.retry}</button>
      `;
    case 'tours':
      return state.open === undefined
        ? toursView(state.environment, state.rows, context)
        : tourView(state.open, state.environment, context);
  }
};

/** What a screen reader says when it changes; problems are alerts of their own. */
export const announcement = (state: EditorState, texts: Texts): string => {
  if (state.name === 'signing_in') return texts.signingIn;
  if (state.name === 'loading') return texts.loading;
  if (state.name !== 'tours') return '';
  const status = state.open?.shown?.status;
  return status === undefined ? '' : texts.status[status];
};
