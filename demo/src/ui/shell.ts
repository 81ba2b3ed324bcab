import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../context.ts';
import type { MessageKey } from '../i18n/index.ts';
import { type IconName, icon } from './icons.ts';
import { named } from './parts.ts';

export interface Shell {
  readonly context: Context;
  readonly path: string;
  readonly content: TemplateResult;
  readonly toast: string | undefined;
  readonly startGuide: ((tourId: string) => void) | undefined;
}
const places: readonly { readonly href: string; readonly label: MessageKey; readonly icon: IconName }[] = [
  { href: '/', label: 'navHome', icon: 'home' },
  { href: '/invoices', label: 'navInvoices', icon: 'invoice' },
  { href: '/customers', label: 'navCustomers', icon: 'customers' },
  { href: '/settings', label: 'navSettings', icon: 'settings' },
];
const isHere = (href: string, path: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

const guides: readonly { readonly tourId: string; readonly label: MessageKey }[] = [
  { tourId: 'first-invoice', label: 'guideFirst' },
  { tourId: 'invoice-filters', label: 'guideFilters' },
];

/** The product's frame: brand, navigation (a bar at the foot of a phone), top bar and the page. */
export const shell = ({ context, path, content, toast, startGuide }: Shell): TemplateResult => {
  const { t, person, lang } = context;
  return html`
    <div class="frame">
      <nav class="side" aria-label=${t('mainNav')}>
        <a class="skip" href="#main">${t('skip')}</a>
        <a class="brand" href="/">
          <img src="/favicon.svg" width="32" height="32" alt="" /><span>${t('brand')}</span>
        </a>
        <div class="nav">
          ${places.map(
            (place) => html`
              <a
                href=${place.href}
                data-tour="nav-${place.href.slice(1) || 'home'}"
                aria-current=${isHere(place.href, path) ? 'page' : nothing}
                >${icon(place.icon)}<span>${t(place.label)}</span></a
              >
            `,
          )}
        </div>
        <div class="account">
          <span class="avatar" aria-hidden="true">${person.firstName[lang].slice(0, 1)}</span>
          <span class="account-words"><strong>${person.name[lang]}</strong>${named(context.store.data.company.name)}</span>
        </div>
      </nav>
      <div class="body">
        <header class="top">
          <a class="brand small" href="/"><img src="/favicon.svg" width="28" height="28" alt="" /><span>${t('brand')}</span></a>
          <span class="top-space"></span>
          <button class="quiet" type="button" lang=${lang === 'en' ? 'ja' : 'en'} data-action="language" @click=${() => context.setLang(lang === 'en' ? 'ja' : 'en')}>
            ${lang === 'en' ? '日本語' : 'English'}
          </button>
          ${startGuide === undefined ? nothing : helpMenu(context, startGuide)}
        </header>
        <main id="main" tabindex="-1">${content}</main>
      </div>
    </div>
    <div class="toast" role="status" data-shown=${toast !== undefined}>
      ${toast === undefined ? nothing : html`${icon('check')}<span>${toast}</span>`}
    </div>
  `;
};

const helpMenu = ({ t }: Context, startGuide: (tourId: string) => void): TemplateResult => html`
  <button class="quiet" type="button" popovertarget="help" data-tour="help">${icon('help')}<span>${t('help')}</span></button>
  <div id="help" class="menu help" popover role="group" aria-label=${t('guides')}>
    <p class="menu-title">${t('guides')}</p>
    ${guides.map(
      (guide) => html`
        <button
          type="button"
          data-guide=${guide.tourId}
          popovertarget="help"
          popovertargetaction="hide"
          @click=${() => startGuide(guide.tourId)}
        >
          ${t(guide.label)}
        </button>
      `,
    )}
  </div>
`;
