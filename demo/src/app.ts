import { html, render } from 'lit';
import { demoConfig } from './config.ts';
import type { Context, Page } from './context.ts';
import { dayOf } from './data/money.ts';
import { seedData } from './data/seed.ts';
import { type DataStore, openStore } from './data/store.ts';
import { formatsFor, type Lang, rememberedLang, rememberLang, translator } from './i18n/index.ts';
import { customersPage } from './pages/customers.ts';
import { homePage } from './pages/home.ts';
import { invoicePage } from './pages/invoice.ts';
import { invoicesPage } from './pages/invoices.ts';
import { missingPage } from './pages/missing.ts';
import { newInvoicePage } from './pages/newInvoice.ts';
import { settingsPage } from './pages/settings.ts';
import { type Person, rememberedPerson, rememberPerson, renewUserId } from './people.ts';
import { followLinks } from './router.ts';
import { isFramed, signIn } from './session.ts';
import { shirube } from './shirube.ts';
import { demoBar } from './ui/demoBar.ts';
import { shell } from './ui/shell.ts';

/** ms that a message stays; it is announced, so nobody depends on reading it in time. */
const TOAST_FOR = 5_000;

/** Starts the product in `root`. */
export const startApp = (root: HTMLElement): void => {
  let lang: Lang = rememberedLang();
  let person: Person = rememberedPerson();
  let toast: string | undefined;
  let toastTimer: ReturnType<typeof setTimeout> | undefined;
  let store: DataStore = storeOf(person, lang, draw);
  let page: Page = pageAt(location.pathname);

  function pageAt(path: string): Page {
    const today = dayOf(new Date());
    const id = /^\/invoices\/([\w-]+)$/.exec(path)?.[1];
    if (path === '/') return homePage();
    if (path === '/invoices') return invoicesPage(draw, new URLSearchParams(location.search));
    if (path === '/invoices/new') {
      const copied = new URLSearchParams(location.search).get('copy');
      return newInvoicePage(
        draw,
        today,
        store.data.invoices.find((invoice) => invoice.id === copied),
      );
    }
    if (path === '/customers') return customersPage();
    if (path === '/settings') return settingsPage(store.data.company);
    return id === undefined ? missingPage() : invoicePage(id);
  }
  function open(): void {
    page.leave?.();
    page = pageAt(location.pathname);
    draw();
  }
  function navigate(path: string): void {
    history.pushState(null, '', path);
    open();
    window.scrollTo(0, 0);
    // Tells screen readers where they are, as a page load would.
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  }
  function say(text: string): void {
    toast = text;
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => {
      toast = undefined;
      draw();
    }, TOAST_FOR);
    draw();
  }
  function setLang(chosen: Lang): void {
    lang = chosen;
    rememberLang(lang);
    signIn(person, lang);
    draw();
  }
  async function become(next: Person): Promise<void> {
    const wasFramed = next.id === 'mobile' && !isFramed() && window.innerWidth > 600;
    shirube.reset();
    person = next;
    rememberPerson(person);
    if (wasFramed) return location.assign('/phone');
    store = storeOf(person, lang, draw);
    await signIn(person, lang);
    open();
  }
  async function startOver(): Promise<void> {
    renewUserId(person);
    store.reset();
    await become(person);
    say(context().t('resetDone', { name: person.firstName[lang] }));
  }
  function context(): Context {
    const replaceQuery = (query: URLSearchParams): void => {
      const search = query.toString();
      history.replaceState(null, '', location.pathname + (search === '' ? '' : `?${search}`));
    };
    const today = dayOf(new Date());
    const words = { lang, t: translator(lang), format: formatsFor(lang) };
    return { ...words, person, store, today, navigate, replaceQuery, toast: say, update: draw, setLang };
  }
  function draw(): void {
    const current = context();
    const { t } = current;
    document.documentElement.lang = lang;
    document.title = `${page.title(current)} · ${t('brand')}`;
    const endpoint = demoConfig().shirube?.endpoint;
    const bar = demoBar({ lang, t, person, reports: endpoint, choose: become, reset: startOver });
    const startGuide = endpoint === undefined ? undefined : shirube.start;
    const content = page.view(current);
    render(
      html`${isFramed() ? '' : bar}${shell({ context: current, path: location.pathname, content, toast, startGuide })}`,
      root,
    );
  }

  followLinks(navigate);
  window.addEventListener('popstate', open);
  signIn(person, lang);
  draw();
};

const storeOf = (person: Person, lang: Lang, onChange: () => void): DataStore =>
  openStore(person.id, () => seedData(dayOf(new Date()), person.company.name[lang], person.plan), onChange);
