import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { registerTargetsScreen, registerTourScreen } from './elements.ts';
import type { Client, Environment } from './lib/client.ts';
import type { Filters } from './lib/filters.ts';
import { readPreferences, storeLanguage, storeTheme, type Theme } from './lib/preferences.ts';
import { defaultSort, type Route, readRoute, writeRoute } from './lib/route.ts';
import type { Context } from './lib/screen.ts';
import { chooseLanguage, type Language, type Words, wordsFor } from './locale/words.ts';
import { hatch } from './parts/hatch.ts';
import { type Place, topBar } from './parts/topBar.ts';

/** The root: which screen, who is signed in, in which language and light. The only reader of the address and the history. */
export class ReportsApp extends LitElement {
  static override properties = {
    route: { state: true },
    email: { state: true },
    theme: { state: true },
    words: { state: true },
    announcement: { state: true },
    ready: { state: true },
    environments: { state: true },
  };
  declare route: Route;
  declare email: string | undefined;
  declare theme: Theme;
  declare words: Words;
  declare announcement: string;
  /** Screens that are loaded on demand, and are. */
  declare ready: ReadonlySet<Route['screen']>;
  declare environments: readonly Environment[];
  readonly #client: Client;
  readonly #now: () => number;
  readonly #ownTimezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  #focusNext = false;

  /** `now` gives epoch ms. */
  constructor(client: Client, now: () => number) {
    super();
    this.#client = client;
    this.#now = now;
    const preferences = readPreferences();
    this.route = readRoute(new URL(location.href));
    this.theme = preferences.theme;
    this.words = wordsFor(chooseLanguage(this.#lang(), preferences.language, navigator.languages));
    this.announcement = '';
    this.ready = new Set(['tours', 'sign-in', 'unknown']);
    this.environments = [];
    this.#applyDocument();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#onPopState);
    void this.#findSession();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#onPopState);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { screen } = this.route;
    if (changed.has('route') && !this.ready.has(screen)) {
      void (screen === 'tour' ? registerTourScreen() : registerTargetsScreen()).then(() => {
        this.ready = new Set([...this.ready, screen]);
      });
    }
    if (changed.has('words') || changed.has('theme') || changed.has('route')) this.#applyDocument();
  }

  override render(): TemplateResult {
    const { say } = this.words;
    return html`
      ${hatch}
      <a class="skip" href="#content" @click=${this.#skip}>${say.skipToContent}</a>
      ${topBar({
        words: this.words,
        theme: this.theme,
        email: this.email,
        home: this.#href(toursRoute),
        places: this.#places(),
        onFollow: this.#follow,
        onLanguage: (language) => this.#setLanguage(language),
        onTheme: (theme) => this.#setTheme(theme),
        onSignOut: this.#signOut,
      })}
      <main id="content" tabindex="-1" @click=${this.#follow}>${this.#screen()}</main>
      <div class="visually-hidden" aria-live="polite" id="announcer">${this.announcement}</div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    if (this.#focusNext && (changed.has('route') || changed.has('ready'))) void this.#focusHeading();
  }

  /** After a change of screen the reading position is its heading, as after a page load. Sign-in focuses its first field itself. */
  async #focusHeading(): Promise<void> {
    const screen = this.querySelector('main > *');
    if (screen instanceof LitElement) await screen.updateComplete;
    const heading = this.querySelector<HTMLElement>('main h1');
    if (!heading || this.route.screen === 'sign-in') return;
    this.#focusNext = false;
    heading.focus({ preventScroll: true });
  }

  #screen(): TemplateResult {
    const { route } = this;
    const context = this.#context();
    switch (route.screen) {
      case 'sign-in':
        return html`<shirube-sign-in .context=${context} .route=${route} .onSignedIn=${(email: string) => this.#signedIn(email)}></shirube-sign-in>`;
      case 'tours':
        return html`<shirube-tours .context=${context} .route=${route}></shirube-tours>`;
      case 'tour':
        return this.ready.has('tour')
          ? html`<shirube-tour .context=${context} .route=${route}></shirube-tour>`
          : html`<p class="visually-hidden">${this.words.say.loading}</p>`;
      case 'targets':
        return this.ready.has('targets')
          ? html`<shirube-targets .context=${context} .route=${route}></shirube-targets>`
          : html`<p class="visually-hidden">${this.words.say.loading}</p>`;
      case 'unknown':
        return html`<div class="page"><section class="empty">
          <h1 class="page-title" tabindex="-1">${this.words.say.unknownPage.title}</h1>
          <p>${this.words.say.unknownPage.body}</p>
          <a class="button button-primary" href=${this.#href(toursRoute)}>${this.words.say.unknownPage.action}</a>
        </section></div>`;
    }
  }

  /** The period and the environment go along from place to place. */
  #places(): readonly Place[] {
    const { route } = this;
    if (route.screen === 'sign-in' || this.email === undefined) return [];
    const { period, timezone, environment }: Filters = 'filters' in route ? route.filters : toursRoute.filters;
    const filters = { period, timezone, environment };
    const place = (name: string, to: Route, here: boolean): Place => ({ name, href: this.#href(to), here });
    const { say } = this.words;
    return [
      place(say.tours, { ...toursRoute, filters }, route.screen === 'tours' || route.screen === 'tour'),
      place(say.targets, { screen: 'targets', filters }, route.screen === 'targets'),
      { name: say.members, href: '/members', here: false, target: '_self' },
    ];
  }

  #context(): Context {
    return {
      words: this.words,
      client: this.#client,
      now: this.#now,
      ownTimezone: this.#ownTimezone,
      environments: this.environments,
      href: (route) => this.#href(route),
      go: (route, how = 'push') => this.#go(route, how),
      signedOut: () => this.#signedOut(),
      announce: (text) => {
        this.announcement = text;
      },
    };
  }

  async #findSession(): Promise<void> {
    const answer = await this.#client.session();
    if (answer.kind === 'ok') this.#signedIn(answer.value.member.email);
    else if (answer.kind === 'signed-out') this.#signedOut();
  }

  /** Without them the dashboard shows production and offers no choice: nothing that the reader must be told. */
  async #findEnvironments(): Promise<void> {
    const answer = await this.#client.environments();
    if (answer.kind === 'ok') this.environments = answer.value.environments;
  }

  #signedIn(email: string): void {
    this.email = email;
    void this.#findEnvironments();
    if (this.route.screen === 'sign-in') this.#goTo(this.route.next, 'replace');
  }

  #signedOut(): void {
    this.email = undefined;
    if (this.route.screen === 'sign-in') return;
    const next = `${location.pathname}${location.search}`;
    this.#go({ screen: 'sign-in', next }, 'replace');
  }

  readonly #signOut = async (): Promise<void> => {
    const answer = await this.#client.signOut();
    if (answer.kind !== 'ok' && answer.kind !== 'signed-out') {
      this.announcement = this.words.say.failure.unreachableTitle;
      return;
    }
    this.email = undefined;
    this.#go({ screen: 'sign-in', next: '/' }, 'push');
  };

  #href(route: Route): string {
    return writeRoute(route, this.#lang());
  }

  #go(route: Route, how: 'push' | 'replace'): void {
    this.#goTo(this.#href(route), how);
  }

  #goTo(address: string, how: 'push' | 'replace'): void {
    const before = location.pathname;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    if (location.pathname !== before) {
      scrollTo(0, 0);
      this.#focusNext = true;
    }
    this.route = readRoute(new URL(location.href));
  }

  readonly #onPopState = (): void => {
    const { screen } = this.route;
    this.route = readRoute(new URL(location.href));
    this.#focusNext = this.route.screen !== screen;
  };

  /** Links within the dashboard change the screen without a page load; every other click is the browser's. */
  readonly #follow = (event: MouseEvent): void => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || link.origin !== location.origin || link.target !== '' || link.hash !== '') return;
    event.preventDefault();
    this.#goTo(`${link.pathname}${link.search}`, 'push');
  };

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('main')?.focus();
  };

  #lang(): string | null {
    return new URL(location.href).searchParams.get('lang');
  }

  #setLanguage(language: Language): void {
    storeLanguage(language);
    const url = new URL(location.href);
    if (url.searchParams.has('lang')) {
      url.searchParams.set('lang', language);
      history.replaceState(null, '', url);
    }
    this.words = wordsFor(language);
  }

  #setTheme(theme: Theme): void {
    storeTheme(theme);
    this.theme = theme;
  }

  #applyDocument(): void {
    const root = document.documentElement;
    root.lang = this.words.language;
    if (this.theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = this.theme;
    const { say } = this.words;
    if (this.route.screen === 'tour') return;
    const titles = {
      tours: say.allTours,
      targets: say.targets,
      'sign-in': say.signIn.title,
      unknown: say.unknownPage.title,
    };
    document.title = `${titles[this.route.screen]} – ${say.product}`;
  }
}

const toursRoute = {
  screen: 'tours',
  filters: { period: { kind: 'last', days: 30 } },
  sort: defaultSort,
} as const satisfies Route;
