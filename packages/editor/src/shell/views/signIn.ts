import { html, type TemplateResult } from 'lit';
import { closeIcon, signpostIcon, warnIcon } from '../../ui/icons.ts';
import type { Shell } from '../Shell.ts';

/** Before anyone is signed in: why, and the one thing to do. */
export const signInView = (shell: Shell, onClose: () => void): TemplateResult => {
  const { texts, state, parts } = shell;
  const asking = state.auth === 'asking';
  return html`
    <section class="floats side-card" aria-label=${texts.editor} data-region="sign-in">
      <div class="head">
        <span class="brand">${signpostIcon}Shirube</span>
        <button class="quiet icon-only" aria-label=${texts.close} title=${texts.close} @click=${onClose}>${closeIcon}</button>
      </div>
      <div class="pad" data-view=${state.auth}>
        <h2 tabindex="-1">${asking ? texts.signingIn : texts.signIn}</h2>
        ${state.notice ? html`<p class="warn" role="alert">${warnIcon}<span>${texts.notice[state.notice]}</span></p>` : ''}
        <p>${asking ? texts.signingInHow : texts.signInLead(parts.origin)}</p>
        <div class="row">
          <button class="primary" @click=${() => shell.signIn()}>${asking ? texts.signInAgain : texts.signIn}</button>
        </div>
        ${asking ? '' : html`<p class="hint">${texts.signInHow}</p>`}
      </div>
    </section>
  `;
};
