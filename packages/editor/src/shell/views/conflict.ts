import { html, type TemplateResult } from 'lit';
import type { SaveState } from '../../session/Session.ts';
import { warnIcon } from '../../ui/icons.ts';
import type { Shell } from '../Shell.ts';

/** Two drafts of one tour: whose, what differs, and which one goes on. Neither is lost. */
export const conflictView = (shell: Shell, { by, at }: Extract<SaveState, { name: 'conflict' }>): TemplateResult => {
  const { texts, session, parts } = shell;
  const when = new Date(at).toLocaleTimeString(parts.ui, { hour: '2-digit', minute: '2-digit' });
  const differences = session.differences();
  return html`
    <div class="conflict" role="alert">
      <p class="warn">${warnIcon}<span>${texts.conflict(by, when)} ${texts.conflictHow}</span></p>
      <button @click=${() => session.desk?.keepMine(texts.theirsName(by))}>${texts.keepMine}</button>
      <button @click=${() => session.desk?.takeTheirs(texts.theirsName(by))}>${texts.takeTheirs}</button>
      ${
        differences.length === 0
          ? ''
          : html`
            <details>
              <summary>${texts.differs(differences.length)}</summary>
              <ul>${differences.map((one) => html`<li>${one}</li>`)}</ul>
            </details>
          `
      }
    </div>
  `;
};
