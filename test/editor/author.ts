import { expect, type Page } from '@playwright/test';
import type { Demo } from '../../demo/host/startDemo.ts';

/** In the server's window: signs in where nobody is, and lets the editor in. The only member's address is filled in. */
export const allow = async (popup: Page, demo: Demo): Promise<void> => {
  const password = popup.locator('[name=password]');
  const yes = popup.getByRole('button', { name: /^(Allow|許可する)$/ });
  await password.or(yes).filter({ visible: true }).waitFor();
  if (await password.isVisible()) {
    await password.fill(demo.adminPassword);
    await popup.locator('[type=submit]').click();
  }
  await yes.click();
};

/** Opens the editor over the demo's product and signs in at the server's own window. */
export const openEditor = async (page: Page, demo: Demo, path = 'invoices'): Promise<void> => {
  await page.goto(`${demo.product}${path}?shirube=edit`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: /^(Sign in|サインイン)$/ }).click();
  await allow(await opened, demo);
  await expect(page.getByRole('heading', { name: /^(Tours|ツアー)$/ })).toBeVisible();
};

/** The demo's own first tour, at its first step. */
export const openFirstTour = async (page: Page, demo: Demo): Promise<void> => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openEditor(page, demo);
  await page.getByRole('button', { name: /Send your first invoice/ }).click();
  await expect(card(page)).toBeVisible();
};

/** The step that is shown, as end users see it. */
export const card = (page: Page) => page.locator('shirube-tooltip, shirube-modal').locator('[part=card]');
export const stepShown = (page: Page, title: string) => page.getByRole('dialog', { name: title });
/** Where the cursor stands in the step. */
export const titleField = (page: Page) => card(page).getByRole('textbox').first();
/** A tour begins when it is known which names are taken: then there is something to point with. */
export const recording = (page: Page) => expect(page.locator('shirube-editor .label').first()).toBeAttached();
export const saved = (page: Page) => expect(page.locator('shirube-editor [data-save=saved]')).toBeVisible();

/** Counts what an author does: one click, one typed text, one page switch each. */
export class Author {
  readonly #page: Page;
  readonly done: string[] = [];

  constructor(page: Page) {
    this.#page = page;
  }
  async click(what: string, act: () => Promise<void>): Promise<void> {
    this.done.push(`click ${what}`);
    await act();
  }
  /** A title and a text, as one goes on typing. The field has the cursor by itself. */
  async type(title: string, text: string): Promise<void> {
    this.done.push(`type ${title}`);
    await expect(titleField(this.#page)).toBeFocused();
    await this.#page.keyboard.type(title);
    await this.#page.keyboard.press('Enter');
    await this.#page.keyboard.type(text);
    await expect(card(this.#page)).toContainText(text);
  }
  async switchTo(address: string): Promise<void> {
    this.done.push(`switch to ${address}`);
    await this.#page.goto(address);
    await expect(this.#page.locator('shirube-editor [data-step]').first()).toBeVisible();
  }
}
