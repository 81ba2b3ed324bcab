import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Library, Site } from './site.ts';
import { LATER, STOPS, type Stop } from './steps.ts';

/** Main thread, in ms of its processor time, and how often it laid out. */
export interface Cost {
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  /** All tasks of the main thread, the three above and painting included. */
  readonly task: number;
  readonly layouts: number;
}
export const COSTS = ['script', 'style', 'layout', 'task', 'layouts'] as const;

/** One number per name. */
export type Figures = Record<string, number>;

const VIEWPORT = { width: 1280, height: 800 };
/** Nobody's entrance takes longer. */
const ENTRANCE_MS = 900;
const REST_MS = 1000;
const SCROLL_FRAMES = 100;
const LAG_FRAMES = 40;
const MUTATIONS = 1000;
/** A good mobile connection: round trip in ms, and bytes a second. */
const FAR = { offline: false, latency: 40, downloadThroughput: 1.25e6, uploadThroughput: 1.25e6 };
const FIRST = STOPS[0] as Stop;

interface Opened {
  readonly page: Page;
  readonly client: CDPSession;
  readonly cost: (work: () => Promise<unknown>) => Promise<Cost>;
}

/** A page of its own with an empty cache, closed again afterwards. Throws when anything on the page did. */
export const onPage = async <T>(
  browser: Browser,
  url: string,
  use: (opened: Opened) => Promise<T>,
  far = false,
): Promise<T> => {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    const client = await context.newCDPSession(page);
    if (far) {
      await client.send('Network.enable');
      await client.send('Network.emulateNetworkConditions', FAR);
    }
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(url, { waitUntil: 'commit' });
    const result = await use({ page, client, cost: (work) => costOf(client, work) });
    if (errors[0]) throw errors[0];
    return result;
  } finally {
    await context.close();
  }
};

export const metrics = async (client: CDPSession): Promise<(name: string) => number> => {
  const { metrics: all } = await client.send('Performance.getMetrics');
  const byName = new Map(all.map(({ name, value }) => [name, value]));
  return (name) => byName.get(name) ?? Number.NaN;
};

const costOf = async (client: CDPSession, work: () => Promise<unknown>): Promise<Cost> => {
  const before = await metrics(client);
  await work();
  const after = await metrics(client);
  const grew = (name: string): number => after(name) - before(name);
  return {
    script: 1000 * grew('ScriptDuration'),
    style: 1000 * grew('RecalcStyleDuration'),
    layout: 1000 * grew('LayoutDuration'),
    task: 1000 * grew('TaskDuration'),
    layouts: grew('LayoutCount'),
  };
};

const named = (prefix: string, cost: Cost): Figures =>
  Object.fromEntries(COSTS.map((name) => [`${prefix} ${name}`, cost[name]]));

/** From the navigation to the first step, and what was fetched for it. */
const fromNavigation = async (browser: Browser, site: Site, library: Library, far: boolean): Promise<Figures> => {
  site.asked();
  const query = `?start=${encodeURIComponent(JSON.stringify([FIRST.target, FIRST.title]))}`;
  const { shown, settled } = await onPage(
    browser,
    site.url(library, query),
    async ({ page }) => {
      await page.waitForFunction(() => 'first' in globalThis);
      return page.evaluate(() => globalThis.first ?? Promise.reject(new Error('nothing was watched')));
    },
    far,
  );
  const name = far ? 'navigation, far' : 'navigation';
  return { [`${name} shown`]: shown, [`${name} settled`]: settled, bytes: site.asked() };
};

const ready = (page: Page): Promise<unknown> => page.waitForFunction(() => !!globalThis.guide);
const rest = (page: Page, ms: number): Promise<void> => page.evaluate((it) => probe.rest(it), ms);
const timed = (page: Page, what: 'start' | 'next', { target, title }: Stop) =>
  page.evaluate(({ what, target, title }) => probe.timed(what, target, title), { what, target, title });
const stop = (page: Page): Promise<unknown> => page.evaluate(async () => void (await guide?.stop()));

/** Everything about one library, once. */
export const roundOf = async (browser: Browser, site: Site, library: Library): Promise<Figures> => {
  const figures: Figures = {
    ...(await fromNavigation(browser, site, library, false)),
    ...(await fromNavigation(browser, site, library, true)),
  };
  // Times, from the call, with all code loaded by a tour before.
  await onPage(browser, site.url(library), async ({ page }) => {
    await ready(page);
    for (const pass of ['cold', 'warm']) {
      for (const [at, step] of STOPS.entries()) {
        const { shown, settled, frames } = await timed(page, at ? 'next' : 'start', step);
        if (pass === 'warm')
          Object.assign(figures, {
            [`step ${at + 1} shown`]: shown,
            [`step ${at + 1} settled`]: settled,
            [`step ${at + 1} frames`]: frames,
          });
      }
      await stop(page);
      await rest(page, ENTRANCE_MS);
    }
    await timed(page, 'start', FIRST);
    const lags = await page.evaluate(({ frames, target }) => probe.lag(frames, target), {
      frames: LAG_FRAMES,
      target: FIRST.target,
    });
    figures['lag mean'] = lags.reduce((sum, lag) => sum + lag, 0) / lags.length;
    figures['lag most'] = Math.max(...lags);
    await stop(page);
    if (await page.evaluate(() => !!guide?.wait)) {
      await rest(page, ENTRANCE_MS);
      await page.evaluate(() => void guide?.wait?.());
      await rest(page, ENTRANCE_MS);
      const { frames } = await page.evaluate(({ target, title }) => probe.comes(target, title), LATER);
      figures['frames after it came'] = frames;
    }
  });
  // Costs, with nothing on the page that watches.
  await onPage(browser, site.url(library), async ({ page, cost }) => {
    await ready(page);
    const go = (what: 'start' | 'next'): Promise<unknown> =>
      page.evaluate(
        async ({ what, ms }) => {
          void guide?.[what]();
          await probe.rest(ms);
        },
        { what, ms: ENTRANCE_MS },
      );
    await go('start');
    await stop(page);
    await rest(page, ENTRANCE_MS);
    Object.assign(figures, named('start', await cost(() => go('start'))));
    Object.assign(figures, await withPage(page, cost, 'open'));
    Object.assign(figures, named('next', await cost(() => go('next'))));
    await go('next');
    await stop(page);
    await rest(page, ENTRANCE_MS);
    if (await page.evaluate(() => !!guide?.wait)) {
      await page.evaluate(() => void guide?.wait?.());
      await rest(page, ENTRANCE_MS);
      Object.assign(
        figures,
        named('waiting mutations', await cost(() => page.evaluate((n) => probe.mutate(n), MUTATIONS))),
      );
      Object.assign(figures, named('waiting idle', await cost(() => rest(page, REST_MS))));
    }
  });
  return figures;
};

/** What scrolling, changes and rest cost on the page as it is. */
const withPage = async (page: Page, cost: Opened['cost'], prefix: string): Promise<Figures> => ({
  ...named(`${prefix} idle`, await cost(() => rest(page, REST_MS))),
  ...named(`${prefix} scroll`, await cost(() => page.evaluate((frames) => probe.scroll(frames), SCROLL_FRAMES))),
  ...named(`${prefix} mutations`, await cost(() => page.evaluate((n) => probe.mutate(n), MUTATIONS))),
});

/** The page without a library: what the costs above would be anyway. With Shirube and nothing to show: what an idle page pays. */
export const controlOf = (browser: Browser, site: Site, library: Library | 'none'): Promise<Figures> =>
  onPage(browser, site.url(library), async ({ page, cost }) => {
    await page.waitForFunction(() => !!globalThis.probe && document.readyState === 'complete');
    await rest(page, ENTRANCE_MS);
    await page.evaluate(() => {
      globalThis.longTasks = 0;
      new PerformanceObserver((list) => {
        globalThis.longTasks += list.getEntries().length;
      }).observe({ type: 'longtask', buffered: true });
    });
    const entrance = named('entrance', await cost(() => rest(page, ENTRANCE_MS)));
    const figures = await withPage(page, cost, 'open');
    return { ...figures, ...entrance, longTasks: await page.evaluate(() => globalThis.longTasks) };
  });

/** What stays behind of each of so many tours. */
export const leftBehind = (browser: Browser, site: Site, library: Library, tours: number): Promise<Figures> =>
  onPage(browser, site.url(library), async ({ page, client }) => {
    await ready(page);
    await client.send('HeapProfiler.enable');
    const titles = STOPS.map(({ title }) => title);
    const run = (count: number): Promise<void> =>
      page.evaluate(
        async ({ count, titles }) => {
          for (let n = 0; n < count; n++) await probe.tour(titles);
          await probe.rest(1000);
        },
        { count, titles },
      );
    const held = async (): Promise<(name: string) => number> => {
      for (let pass = 0; pass < 3; pass++) await client.send('HeapProfiler.collectGarbage');
      return metrics(client);
    };
    await run(20);
    const before = await held();
    await run(tours);
    const after = await held();
    const each = (name: string): number => (after(name) - before(name)) / tours;
    return { heap: each('JSHeapUsedSize'), nodes: each('Nodes'), listeners: each('JSEventListeners') };
  });

declare global {
  /** Only inside the page. */
  var longTasks: number;
}
