import { expect, test } from './harness/viewTest.ts';

test('after many runs no node is left, and there was no change to an element of the page', async ({ page, open }) => {
  await open({
    body: '<div id="app"><input id="field"><button id="target" class="a" style="color:red">New</button></div>',
  });
  const report = await page.evaluate(async () => {
    const before = document.documentElement.outerHTML;
    const changes: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) {
        if (target.nodeName.startsWith('SHIRUBE')) continue;
        if (type === 'attributes') changes.push(`${target.nodeName}.${attributeName}`);
        else if (target !== document.documentElement) changes.push(target.nodeName);
      }
    });
    observer.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
    const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
    const kinds = [{}, { spotlight: {} }, { spotlight: { interactive: true } }, { kind: 'modal' as const }];
    const advance = [{ on: 'click' as const }, { on: 'input' as const }, { on: 'delay' as const, ms: 60_000 }];
    for (let run = 0; run < 40; run++) {
      const shown = parts.show({ step: { ...kinds[run % 4], advance } });
      // Some are closed before they are drawn, some in the middle of their entrance, some when they are there.
      for (let wait = 0; wait < run % 3; wait++) await frame();
      shown.close();
      shown.close();
    }
    parts.presenter.dispose();
    parts.presenter.dispose();
    observer.disconnect();
    return { same: before === document.documentElement.outerHTML, changes, sheets: document.adoptedStyleSheets.length };
  });
  expect(report).toEqual({ same: true, changes: [], sheets: 0 });
});

test('what listens on the page goes with the step', async ({ page, open, show, browserName }) => {
  test.skip(browserName !== 'chromium', 'only the developer tools of Chromium tell who listens on an element');
  await open({});
  const client = await page.context().newCDPSession(page);
  const listeners = async (): Promise<number> => {
    const counts = await Promise.all(
      ['window', 'document', 'visualViewport', 'document.documentElement', 'document.getElementById("target")'].map(
        async (expression) => {
          const { result } = await client.send('Runtime.evaluate', { expression });
          const answer = await client.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
          return answer.listeners.length;
        },
      ),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
  const before = await listeners();
  for (const step of [
    { spotlight: { interactive: true }, advance: [{ on: 'click' as const }, { on: 'input' as const }] },
    { kind: 'modal' as const },
  ]) {
    await show({ step });
    expect(await listeners()).toBeGreaterThan(before);
    await page.evaluate(() => parts.presenter.dispose());
    expect(await listeners()).toBe(before);
  }
});
