import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { Condition } from '@shirube/schema/rules';
import type { Tour } from '@shirube/schema/tour';
import type { Workspace } from '../../src/session/Session.ts';
import { estimate, levels, tourWith, workspace } from '../fixtures/aimData.ts';
import type { FakeSession } from './fakeSession.ts';
import type { mountPanel } from './mountPanel.ts';
import { type PanelPage, startPanelPage } from './panelPage.ts';

interface Given {
  readonly ui?: 'en' | 'ja';
  readonly tour?: Partial<Tour>;
  readonly known?: Partial<Workspace>;
}
export interface Hooks {
  mountPanel: typeof mountPanel;
  session: FakeSession;
  /** Estimates as they were asked for; each is answered when the spec says so, or at once. */
  asked: { readonly condition: unknown; readonly answer: (answer: unknown) => void }[];
  answers: unknown;
}
declare const window: Window & Hooks;

export const test = base.extend<{ open: (given?: Given) => Promise<void> }, { app: PanelPage }>({
  app: [
    async ({ browserName: _ }, use) => {
      const app = await startPanelPage('fixtures/aimPanel.ts');
      await use(app);
      await app.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ page, app }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await use(async ({ ui = 'en', tour, known } = {}) => {
      await page.goto(`${app.origin}/invoices`);
      await page.evaluate(
        ([given, answers]) => {
          window.asked = [];
          window.answers = answers.estimate;
          const estimateApi = (body: { readonly condition: unknown }) =>
            new Promise((answer) => {
              window.asked.push({ condition: body.condition, answer });
              if (window.answers !== undefined) answer({ ok: true, value: window.answers });
            });
          const always = (value: unknown) => async () => ({ ok: true, value });
          window.session = window.mountPanel('shirube-editor-aim', {
            ui: given.ui,
            tour: given.tour,
            workspace: given.known,
            picks: async () => document.querySelector('#new-invoice') ?? undefined,
            api: {
              estimate: estimateApi,
              levels: always(answers.levels),
              readBundle: always({ tours: [{ version: 1, tour: given.tour }] }),
            } as never,
          }).session;
        },
        [
          { ui, tour: tourWith(tour), known: { ...workspace, ...known } },
          { estimate, levels },
        ] as const,
      );
    });
    expect(errors).toEqual([]);
  },
});

export const tourNow = (page: Page): Promise<Tour> => page.evaluate(() => window.session.draft?.tour as Tour);
export const audience = async (page: Page): Promise<Condition | undefined> => (await tourNow(page)).audience;
export const chip = (page: Page, name: string): Locator => page.locator('.chip').filter({ hasText: name });
export const rule = (page: Page): Locator => page.locator('shirube-editor-rule').first();
export const said = async (page: Page): Promise<string> =>
  ((await rule(page).locator('.flow').first().textContent()) ?? '').replace(/\s+/g, ' ').trim();
