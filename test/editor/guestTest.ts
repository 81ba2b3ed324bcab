import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { startWorld, type World } from '../harness/world.ts';
import { recording } from './author.ts';
import { type AppPage, type StrictApp, startStrictApp } from './strictApp.ts';

export const PASSWORD = 'correct horse battery staple';

/** The editor over an app that trusts nobody. */
export class Guest {
  readonly page: Page;
  readonly app: StrictApp;
  readonly world: World;

  constructor(page: Page, app: StrictApp, world: World) {
    this.page = page;
    this.app = app;
    this.world = world;
  }
  get editor(): Locator {
    return this.page.locator('shirube-editor');
  }
  /** The step that is shown, as end users see it. */
  get card(): Locator {
    return this.page.locator('shirube-tooltip, shirube-modal, shirube-slideout, shirube-banner').locator('[part=card]');
  }
  get title(): Locator {
    return this.card.getByRole('textbox').first();
  }

  /** Opens the editor on a new page of the app, before anyone has signed in. */
  async open(page?: AppPage): Promise<void> {
    await this.page.goto(`${this.app.page(page)}?shirube=edit`);
    await expect(this.editor.getByRole('heading')).toBeVisible();
  }
  /** The same, with the token that a member has allowed to this tab. */
  async openSignedIn(page?: AppPage): Promise<void> {
    const { world, app } = this;
    const url = app.page(page);
    const { token } = await world.api<{ token: string }>('POST', '/v1/editor-tokens', { origin: app.origin });
    await this.page.goto(`${app.page()}`);
    const name = `shirube:editor:token:${world.server.url}:${world.server.publicKey}`;
    await this.page.evaluate(([at, value]) => sessionStorage.setItem(at, value), [name, token] as const);
    await this.page.goto(`${url}?shirube=edit`);
    await expect(this.editor.getByRole('heading', { name: /^(Tours|ツアー)$/ })).toBeVisible();
  }
  /** Signs in at the server's own window, which is open for the press of `button`. */
  async signIn(button: RegExp = /^(Sign in|サインイン)/): Promise<void> {
    const opened = this.page.waitForEvent('popup');
    await this.editor.getByRole('button', { name: button }).click();
    const popup = await opened;
    const allow = popup.getByRole('button', { name: /^(Allow|許可する)$/ });
    await expect(allow.or(popup.locator('[name=password]'))).toBeVisible();
    if (!(await allow.isVisible())) {
      await popup.locator('[name=password]').fill(PASSWORD);
      await popup.locator('[type=submit]').click();
    }
    await allow.click();
  }
  /** Begins a tour and records a step at an element of the app. */
  async record(selector = '#new-invoice', title = 'Begin here'): Promise<void> {
    await this.editor.getByRole('button', { name: /^(New tour|新しいツアー)$/ }).click();
    await recording(this.page);
    await this.page.locator(selector).click();
    await expect(this.title).toBeFocused();
    await this.page.keyboard.type(title);
    await expect(this.title).toHaveText(title);
  }
  async saved(): Promise<void> {
    await expect(this.editor.locator('[data-save=saved]')).toBeVisible();
  }
  async close(): Promise<void> {
    await this.editor.getByRole('button', { name: /^(Close the editor|エディターを閉じる)$/ }).click();
    await expect(this.editor).toHaveCount(0);
  }
}

export const test = base.extend<{ guest: Guest }, { world: World; app: StrictApp }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from here.
    async ({}, use) => {
      const world = await startWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker' },
  ],
  app: [
    async ({ world }, use) => {
      const app = await startStrictApp(world.server.url, world.server.publicKey);
      await use(app);
      await app.close();
    },
    { scope: 'worker' },
  ],
  guest: async ({ page, app, world }, use) => use(new Guest(page, app, world)),
});
