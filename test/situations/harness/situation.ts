import { expect, type Locator, type Page } from '@playwright/test';
import type { Step, Tour } from '@shirube/schema/tour';
import {
  begin,
  type PlainOptions,
  test as runtimeTest,
} from '../../../packages/runtime/browser/harness/runtimeTest.ts';
import { stepAt, tourOf } from '../../../packages/runtime/browser/pages.ts';

export { begin, expect, type Locator, type Page, stepAt, tourOf };

export interface Host {
  readonly body: string;
  readonly css?: string;
  /** Where it is opened; every path below `/app` answers with the same page. */
  readonly path?: string;
  /** A classic script that runs in the head, before anything else. */
  readonly before?: string;
}
interface Fixtures {
  /** Opens a page of the situation's own, with the built runtime on it, not yet started. */
  readonly host: (host: Host | string) => Promise<void>;
  /** Starts one tour of these steps on the page that is open, by hand when its trigger says so, and waits until its first step is on the screen. */
  readonly guide: (steps: readonly Step[], more?: Partial<Tour>, options?: PlainOptions) => Promise<void>;
}

/** The runtime as it is built, on a page that shows one situation. */
export const test = runtimeTest.extend<Fixtures>({
  host: async ({ page, server }, use) => {
    await use(async (given) => {
      const { body, css = '', path = '/app', before = '' } = typeof given === 'string' ? { body: given } : given;
      await page.route(`${server.url}/app**`, (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>${css}</style><script>${before}</script><script type="module">import { createShirube } from "/shirube.js"; window.createShirube = createShirube;</script></head><body>${body}</body></html>`,
        }),
      );
      await page.goto(server.url + path);
      await page.waitForFunction(() => window.createShirube);
    });
  },
  guide: async ({ page }, use) => {
    await use(async (steps, more = {}, options = {}) => {
      await begin(page, [tourOf('guide', steps, more)], options);
      if (more.trigger?.on === 'manual') await page.evaluate(() => window.guide.start('guide'));
      await seen(page, steps[0]?.id ?? '');
    });
  },
});

export const card = (page: Page): Locator => page.locator('[part=card]');
export const button = (page: Page, name: string): Locator => card(page).getByRole('button', { name, exact: true });

/** What was told so far, in order, such as `step_viewed a` or `target_missing a hidden`; how it started is left out. */
export const told = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    window.heard
      .map((event) => event as unknown as Readonly<Record<string, string | undefined>>)
      .filter(({ type }) => type !== 'tour_exposed' && type !== 'tour_started')
      .map(({ type, stepId, reason, via }) => [type, stepId, reason, via].filter(Boolean).join(' ')),
  );

/** Waits until the step has been seen. */
export const seen = (page: Page, stepId: string): Promise<void> =>
  expect.poll(() => told(page)).toContain(`step_viewed ${stepId}`);

export const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (times) => {
    for (let frame = 0; frame < times; frame++) await new Promise(requestAnimationFrame);
  }, count);

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** Where it is on the screen, without the entrance animation of a card. */
export const rectOf = async (locator: Locator): Promise<Rect> => {
  await locator.evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return box;
};

/** Px between two rectangles that do not overlap; 0 when they touch; negative by how much they overlap. */
export const gapBetween = (one: Rect, two: Rect): number => {
  const across = Math.max(one.x - (two.x + two.width), two.x - (one.x + one.width));
  const along = Math.max(one.y - (two.y + two.height), two.y - (one.y + one.height));
  return Math.max(across, along);
};

/** The card stands right beside the element: 12 px away (and a spotlight's padding), and covers nothing of it. */
export const expectBeside = async (page: Page, target: Locator, paddingPx = 0): Promise<void> => {
  await expect
    .poll(async () => Math.abs(gapBetween(await rectOf(card(page)), await rectOf(target)) - 12 - paddingPx))
    .toBeLessThan(1.6);
};

/** The card is whole inside what the person sees of the page. */
export const expectOnScreen = async (page: Page): Promise<void> => {
  const screen = await page.evaluate(() => {
    const { offsetLeft = 0, offsetTop = 0, width = 0, height = 0 } = visualViewport ?? {};
    return { x: offsetLeft, y: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
  });
  const box = await card(page).evaluate((it) => it.getBoundingClientRect().toJSON() as Rect);
  expect(box.x).toBeGreaterThanOrEqual(screen.x);
  expect(box.y).toBeGreaterThanOrEqual(screen.y);
  expect(box.x + box.width).toBeLessThanOrEqual(screen.right + 0.5);
  expect(box.y + box.height).toBeLessThanOrEqual(screen.bottom + 0.5);
};
