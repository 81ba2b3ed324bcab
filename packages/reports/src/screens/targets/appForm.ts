import { html, type TemplateResult } from 'lit';
import { appAddress } from '../../lib/editorLink.ts';
import { targetWords } from '../../locale/targets/words.ts';
import type { Words } from '../../locale/words.ts';

/** Where the app is: the server does not know, and the reader does. `onSave` gets an address, or '' to forget it. */
export const appForm = (words: Words, app: string, onSave: (app: string) => void): TemplateResult => {
  const say = targetWords(words.language);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    const text = String(new FormData(form).get('app')).trim();
    const address = text === '' ? '' : appAddress(text);
    const said = form.querySelector('.field-said');
    if (said) said.textContent = address === undefined ? say.addressWrong : say.addressSaved;
    if (address !== undefined) onSave(address);
  };
  return html`<form class="card app-form no-print" id="app-address" novalidate aria-labelledby="app-address-title" @submit=${submit}>
    <div class="card-head"><h2 id="app-address-title">${say.addressTitle}</h2></div>
    <p class="muted">${say.addressWhy}</p>
    <label class="field">${say.address} <input type="url" name="app" autocomplete="url" placeholder="https://app.example.com" .value=${app} /></label>
    <p class="field-said" role="status"></p>
    <button type="submit" class="button">${say.addressSave}</button>
  </form>`;
};
