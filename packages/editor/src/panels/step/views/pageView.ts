import { html, type TemplateResult } from 'lit';
import { setField } from '../../../document/steps.ts';
import { pageOf } from '../../../pick/index.ts';
import type { StepContext } from '../StepPanel.ts';

/** On which page the step lives. */
export const pageView = ({ step, texts, shell, change }: StepContext): TemplateResult => {
  const { page } = step;
  const byParts = typeof page === 'object';
  return html`
    <div class="section" data-field="page">
      <div class="field">
        <label for="page">${texts.page}</label>
        ${
          byParts
            ? html`<code>${JSON.stringify(page)}</code><span class="hint">${texts.pageByParts}</span>`
            : html`
              <input id="page" spellcheck="false" placeholder=${texts.anyPage} .value=${page ?? ''} @change=${(
                event: Event,
              ) => {
                const value = (event.target as HTMLInputElement).value.trim();
                change(texts.edits.page, (now) => setField(now, 'page', value === '' ? undefined : value));
              }} />
              <span class="hint">${texts.pageHow}</span>
            `
        }
      </div>
      <div class="row">
        <button @click=${() => change(texts.edits.page, (now) => setField(now, 'page', pageOf(shell.parts.page.location)))}>${texts.thisPage}</button>
        <button class="quiet" @click=${() => change(texts.edits.page, (now) => setField(now, 'page', undefined))}>${texts.anyPage}</button>
      </div>
    </div>
  `;
};
