import { html, nothing, type TemplateResult } from 'lit';
import type { SignInNotice } from '../../model/state.ts';
import type { ViewContext } from '../context.ts';
import { warning } from './message.ts';

export const signInView = (notice: SignInNotice | undefined, { locale, server, send }: ViewContext): TemplateResult => {
  const { texts } = locale;
  return html`
    <h2 tabindex="-1">${texts.signIn}</h2>
    ${notice === undefined ? nothing : warning(texts.notice[notice])}
    <p>${texts.signInLead(server)}</p>
    <p class="quiet">${texts.signInHow}</p>
    <button class="primary" @click=${() => send({ type: 'sign_in_pressed' })}>
      ${notice === undefined ? texts.signIn : texts.signInAgain}
    </button>
  `;
};

export const signingInView = ({ locale, send }: ViewContext): TemplateResult => {
  const { texts } = locale;
  return html`
    <h2 tabindex="-1">${texts.signingIn}</h2>
    <p class="quiet">${texts.signingInHow}</p>
    <button @click=${() => send({ type: 'sign_in_pressed' })}>${texts.signInAgain}</button>
  `;
};
