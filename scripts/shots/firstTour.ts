import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { type Demo, startDemo } from '../../demo/host/startDemo.ts';
import { root } from '../lib/workspace.ts';
import { GUIDE_WORDS, type GuideLanguage, type Words } from './firstTourWords.ts';
import { renameAlongside } from './secondAuthor.ts';
import { webpOf } from './webp.ts';

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 1024, height: 768 };
/** Enough for a report that says something, few enough to be there at once. */
const RUNS = 600;

type Take = (name: string) => Promise<void>;

/**
 * The pictures of docs/guides/first-tour.md: an author makes a tour over the demo, from signing in to going back a version, once in each
 * language. The demo's own ports are used, because its addresses are to be read in the pictures: nothing else may listen there.
 */
export const takeFirstTour = async (browser: Browser): Promise<void> => {
  for (const language of ['en', 'ja'] as const) {
    const dataDir = await mkdtemp(join(tmpdir(), 'shirube-guide-'));
    const demo = await startDemo({ dataDir, simulatedRuns: RUNS });
    try {
      await guide(browser, demo, language);
    } finally {
      await demo.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  }
};

const guide = async (browser: Browser, demo: Demo, language: GuideLanguage): Promise<void> => {
  const words = GUIDE_WORDS[language];
  const folder = join(root, 'docs', 'guides', 'first-tour', language);
  mkdirSync(folder, { recursive: true });
  const context = await browser.newContext({
    viewport: WIDE,
    locale: words.locale,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const easel = await context.newPage();
  const take: Take = async (name) => {
    await page.evaluate(async () => {
      await document.fonts.ready;
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    });
    const png = await page.screenshot({ animations: 'disabled', caret: 'initial' });
    const webp = await webpOf(easel, png);
    writeFileSync(join(folder, `${name}.webp`), webp);
    console.log(`docs/guides/first-tour/${language}/${name}.webp  ${Math.round(webp.length / 1000)} kB`);
  };
  await signIn(page, demo, take);
  await record(page, demo, words, take);
  await refine(page, demo, words, take);
  await release(page, demo, words, take);
  await report(page, demo, take);
  await context.close();
};

const editor = (page: Page) => page.locator('shirube-editor');
const card = (page: Page) => page.locator('shirube-tooltip, shirube-modal').locator('[part=card]');
const open = async (page: Page, panel: string): Promise<void> => {
  await editor(page).locator(`[data-open=${panel}]`).click();
  await page.locator(`shirube-editor-${panel}`).waitFor();
};
const saved = (page: Page) => editor(page).locator('[data-save=saved]').waitFor();
/** The picker says how well it would find what is outlined. */
const rated = (page: Page) =>
  editor(page)
    .getByText(/Stable|Fair|Fragile|安定/)
    .first()
    .waitFor();
/** The pointer rests where it explains nothing. */
const rest = (page: Page) => editor(page).locator('.dock .save').hover();

const signIn = async (page: Page, demo: Demo, take: Take): Promise<void> => {
  await page.goto(`${demo.product}invoices?shirube=edit`);
  const button = editor(page).getByRole('button', { name: /^(Sign in|サインイン)$/ });
  await button.waitFor();
  await take('open');
  const opened = page.waitForEvent('popup');
  await button.click();
  const popup = await opened;
  await popup.locator('[name=email]').fill('admin@localhost');
  await popup.locator('[name=password]').fill(demo.adminPassword);
  await popup.locator('[type=submit]').click();
  await popup.getByRole('button', { name: /^(Allow|許可する)$/ }).click();
  await editor(page).locator('.tour').nth(1).waitFor();
  await page.mouse.move(600, 60);
  await take('tours');
};

const record = async (page: Page, demo: Demo, words: Words, take: Take): Promise<void> => {
  const write = async (index: number): Promise<void> => {
    const [title = '', text = ''] = words.steps[index] ?? [];
    await card(page).getByRole('textbox').first().waitFor();
    await page.waitForFunction(() => /^shirube-(tooltip|modal)/.test(document.activeElement?.localName ?? ''));
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await page.keyboard.type(text);
  };
  await editor(page).locator('shirube-editor-home .primary').click();
  await page.locator('[data-tour=new-invoice]').hover();
  await rated(page);
  await take('record');
  await page.locator('td').nth(10).locator('*').first().hover();
  await rated(page);
  await take('fragile');
  await page.locator('[data-tour=new-invoice]').click();
  await write(0);
  for (let word = 0; word < 2; word++) await page.keyboard.press('Control+Shift+ArrowLeft');
  await rest(page);
  await take('write');
  await editor(page).locator('input.name').fill(words.tour);
  await page.goto(`${demo.product}invoices/new?copy=INV-0141`);
  await editor(page).locator('[data-step]').first().waitFor();
  await page.locator('[data-tour=customer-select]').click();
  await write(1);
  await page.locator('[data-tour=lines]').click({ position: { x: 60, y: 24 } });
  await write(2);
  await page.locator('[data-tour=send-invoice]').click({ modifiers: ['Alt'] });
  await page.locator('[data-tour=confirm-send]').click();
  await write(3);
  await page.setViewportSize(NARROW);
  await editor(page).locator('[data-add=modal]').click();
  await write(4);
  await saved(page);
  await rest(page);
  await take('five-steps');
  await page.setViewportSize(WIDE);
};

const refine = async (page: Page, demo: Demo, words: Words, take: Take): Promise<void> => {
  await page.goto(`${demo.product}invoices`);
  await editor(page).locator('[data-step]').first().click();
  await card(page).waitFor();
  await page.locator('td').first().waitFor();
  await open(page, 'step');
  await rest(page);
  await take('step');
  await open(page, 'aim');
  await editor(page).locator('shirube-editor-aim .estimate .number').first().waitFor();
  await take('audience');
  await open(page, 'theme');
  await page.locator('shirube-editor-theme .primary').click();
  await take('theme');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take('theme-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, 'languages');
  const languages = page.locator('shirube-editor-languages');
  await languages.locator('#add').fill(words.into.name);
  await languages.locator('#add').press('Enter');
  const fields = languages.locator('textarea.target');
  const translated = GUIDE_WORDS[words.into.language].steps.flat();
  for (const [index, text] of translated.entries()) {
    await fields.nth(index).fill(text);
    if (index === 1) await take('languages');
    if (index === 5) {
      await open(page, 'publish');
      await page.locator('shirube-editor-publish #checks').waitFor();
      await rest(page);
      await take('checks');
      await open(page, 'languages');
    }
  }
  await languages.locator('.language button').first().click();
  await editor(page).locator('[data-step]').first().click();
  await open(page, 'rehearse');
  const rehearse = page.locator('shirube-editor-rehearse');
  await rehearse.getByRole('button', { name: words.play, exact: true }).click();
  await card(page).waitFor();
  await take('rehearse');
  await page.keyboard.press('Escape');
};

const release = async (page: Page, demo: Demo, words: Words, take: Take): Promise<void> => {
  const publish = page.locator('shirube-editor-publish');
  await saved(page);
  await open(page, 'publish');
  await publish.locator('#checks').waitFor();
  await rest(page);
  await take('publish');
  await publish.locator('.primary').click();
  await publish.locator('.outcome').waitFor();
  await rest(page);
  await take('published');
  await page.goto(`${demo.product}invoices/new?copy=INV-0141`);
  await editor(page).locator('[data-step]').nth(1).click();
  await card(page).getByRole('textbox').nth(1).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words.improved);
  await saved(page);
  await publish.locator('textarea').fill(words.note);
  await take('second-version');
  await publish.locator('.primary').click();
  await publish.locator('.outcome').waitFor();
  await publish.locator('.version').last().scrollIntoViewIfNeeded();
  await rest(page);
  await take('versions');
  await editor(page).locator('[data-save=saved]').waitFor();
  await renameAlongside(demo, words.theirs);
  await editor(page).locator('input.name').fill(`${words.tour} 2`);
  await editor(page).locator('.conflict').waitFor();
  await take('two-drafts');
  await editor(page).locator('.conflict button').last().click();
  // The other author's draft is drawn before the list comes above it.
  await editor(page).locator('.conflict').waitFor({ state: 'detached' });
  await saved(page);
  await rest(page);
  await card(page).getByRole('textbox').first().waitFor();
  await page.keyboard.press('Alt+Slash');
  await editor(page).locator('dialog').waitFor();
  await take('shortcuts');
};

/** The demo's own tour has runs to report, which a tour of this minute has not. */
const report = async (page: Page, demo: Demo, take: Take): Promise<void> => {
  await page.goto(demo.reports);
  await page.getByRole('link', { name: 'Send your first invoice' }).first().click();
  await page.locator('svg').first().waitFor();
  await page.waitForLoadState('networkidle');
  await take('report');
};
