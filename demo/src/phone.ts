import { html, render } from 'lit';
import { demoConfig } from './config.ts';
import { rememberedLang, translator } from './i18n/index.ts';
import { type Person, rememberedPerson, rememberPerson, renewUserId } from './people.ts';
import { demoBar } from './ui/demoBar.ts';

/** A page of the demo's own, outside the product: the product in a frame as wide as a phone. Shirube runs inside the frame only. */
export const startPhone = (root: HTMLElement): void => {
  const lang = rememberedLang();
  const t = translator(lang);
  const person = rememberedPerson();
  const choose = (next: Person): void => {
    rememberPerson(next);
    location.assign(next.id === 'mobile' ? '/phone' : '/');
  };
  const reset = (): void => {
    renewUserId(person);
    location.reload();
  };
  document.documentElement.lang = lang;
  document.title = t('phoneTitle');
  const bar = demoBar({ lang, t, person, reports: demoConfig().shirube?.endpoint, choose, reset });
  render(
    html`${bar}
      <main class="phone-page">
        <h1 class="visually-hidden">${t('phoneTitle')}</h1>
        <p class="muted">${t('phoneLead', { name: person.name[lang] })}</p>
        <iframe class="phone" src="/invoices" title=${t('phoneTitle')} width="390" height="780"></iframe>
      </main>`,
    root,
  );
};
