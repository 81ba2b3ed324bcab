import type { Page } from '@playwright/test';
import { answerElsewhere, host, present, type SurfaceName } from './harness/everySurface.ts';
import { card, expect, settled, test } from './harness/viewTest.ts';

/** What stands in the accessibility tree, and what is read out when it appears: nothing where the focus goes to a dialog, which is read because of that. */
const TOLD: Readonly<
  Partial<
    Record<
      SurfaceName,
      Readonly<Record<'en' | 'ja', { readonly tree: string; readonly description?: string; readonly said: string }>>
    >
  >
> = {
  tooltip: {
    en: {
      tree: `
        - dialog "Start here":
          - heading "Start here" [level=2]
          - paragraph: Make your first invoice.
          - text: Step 2 of 3
          - button "Back"
          - button "Next"
          - button "Close"
        - status: Start here Make your first invoice. Step 2 of 3`,
      description: 'Make your first invoice. Step 2 of 3',
      said: 'Start here Make your first invoice. Step 2 of 3',
    },
    ja: {
      tree: `
        - dialog "ここから始めます":
          - heading "ここから始めます" [level=2]
          - paragraph: 最初の請求書を作成します。
          - text: 3 ステップ中 2
          - button "戻る"
          - button "次へ"
          - button "閉じる"
        - status: ここから始めます 最初の請求書を作成します。 3 ステップ中 2`,
      description: '最初の請求書を作成します。 3 ステップ中 2',
      said: 'ここから始めます 最初の請求書を作成します。 3 ステップ中 2',
    },
  },
  'a spotlight on a target that can be used': {
    en: {
      tree: `
        - dialog "Start here":
          - heading "Start here" [level=2]
          - paragraph: Make your first invoice.
          - text: Step 2 of 3
          - button "Back"
          - button "Next"
          - button "Close"
        - status`,
      description: 'Make your first invoice. Step 2 of 3',
      said: '',
    },
    ja: {
      tree: `
        - dialog "ここから始めます":
          - heading "ここから始めます" [level=2]
          - paragraph: 最初の請求書を作成します。
          - text: 3 ステップ中 2
          - button "戻る"
          - button "次へ"
          - button "閉じる"
        - status`,
      description: '最初の請求書を作成します。 3 ステップ中 2',
      said: '',
    },
  },
  slideout: {
    en: {
      tree: `
        - dialog "Start here":
          - heading "Start here" [level=2]
          - paragraph: Make your first invoice.
          - text: Step 2 of 3
          - button "Back"
          - button "Next"
          - button "Close"
        - status: Start here Make your first invoice. Step 2 of 3 Press F6 to go there and back.`,
      description: 'Make your first invoice. Step 2 of 3',
      said: 'Start here Make your first invoice. Step 2 of 3 Press F6 to go there and back.',
    },
    ja: {
      tree: `
        - dialog "ここから始めます":
          - heading "ここから始めます" [level=2]
          - paragraph: 最初の請求書を作成します。
          - text: 3 ステップ中 2
          - button "戻る"
          - button "次へ"
          - button "閉じる"
        - status: /.+/`,
      description: '最初の請求書を作成します。 3 ステップ中 2',
      said: 'ここから始めます 最初の請求書を作成します。 3 ステップ中 2 F6 キーで移動し、もう一度押すと戻ります。',
    },
  },
  banner: {
    en: {
      tree: `
        - region "Start here":
          - heading "Start here" [level=2]
          - paragraph: Make your first invoice.
          - text: Step 2 of 3
          - button "Back"
          - button "Next"
          - button "Close"
        - status: /Press F6/`,
      said: 'Start here Make your first invoice. Step 2 of 3 Press F6 to go there and back.',
    },
    ja: {
      tree: `
        - region "ここから始めます":
          - heading "ここから始めます" [level=2]
          - paragraph: 最初の請求書を作成します。
          - text: 3 ステップ中 2
          - button "戻る"
          - button "次へ"
          - button "閉じる"
        - status: /F6 キー/`,
      said: 'ここから始めます 最初の請求書を作成します。 3 ステップ中 2 F6 キーで移動し、もう一度押すと戻ります。',
    },
  },
  'a closed hotspot': {
    en: {
      tree: `
        - region "Start here":
          - 'button "New – Show tip: Start here" [expanded=false]'
        - status: /Press F6/`,
      said: 'New – Show tip: Start here Press F6 to go there and back.',
    },
    ja: {
      tree: `
        - region "ここから始めます":
          - 'button "新機能 – ヒントを表示: ここから始めます" [expanded=false]'
        - status: /F6 キー/`,
      said: '新機能 – ヒントを表示: ここから始めます F6 キーで移動し、もう一度押すと戻ります。',
    },
  },
  'an open hotspot': {
    en: {
      tree: `
        - dialog "Start here":
          - heading "Start here" [level=2]
          - paragraph: Make your first invoice.
          - text: Step 2 of 3
          - button "Back"
          - button "Next"
          - button "Close"
        - status: Start here Make your first invoice. Step 2 of 3`,
      description: 'Make your first invoice. Step 2 of 3',
      said: 'Start here Make your first invoice. Step 2 of 3',
    },
    ja: {
      tree: `
        - dialog "ここから始めます"`,
      description: '最初の請求書を作成します。 3 ステップ中 2',
      said: 'ここから始めます 最初の請求書を作成します。 3 ステップ中 2',
    },
  },
  'a picture, a list and a link': {
    en: {
      tree: `
        - dialog "Start here":
          - heading "Start here" [level=2]
          - paragraph: Make your first invoice.
          - img "Sales by month"
          - list:
            - listitem:
              - paragraph: Choose a customer
            - listitem:
              - paragraph: Enter an amount
          - paragraph:
            - text: Make your first invoice.
            - link "Read on"
          - text: Step 2 of 3
          - button "Back"
          - button "Next"
          - button "Close"
        - status: /.+/`,
      said: 'Start here Make your first invoice. Sales by month Choose a customer Enter an amount Make your first invoice. Read on Step 2 of 3',
    },
    ja: {
      tree: `
        - dialog "ここから始めます":
          - heading "ここから始めます" [level=2]
          - paragraph: 最初の請求書を作成します。
          - img "月別の売上"
          - list:
            - listitem:
              - paragraph: 取引先を選びます
            - listitem:
              - paragraph: 金額を入力します
          - paragraph:
            - text: 最初の請求書を作成します。
            - link "詳しく見る"
          - text: 3 ステップ中 2
          - button "戻る"
          - button "次へ"
          - button "閉じる"
        - status: /.+/`,
      said: 'ここから始めます 最初の請求書を作成します。 月別の売上 取引先を選びます 金額を入力します 最初の請求書を作成します。 詳しく見る 3 ステップ中 2',
    },
  },
  'a video': {
    en: {
      tree: `
        - dialog "Start here":
          - heading "Start here" [level=2]
          - paragraph: Make your first invoice.
          - figure "A short look Open on YouTube":
            - 'button "Play video: A short look"'
            - text: A short look
            - link "Open on YouTube"
          - text: Step 2 of 3
          - button "Back"
          - button "Next"
          - button "Close"
        - status: /.+/`,
      said: 'Start here Make your first invoice. A short look Open on YouTube Step 2 of 3',
    },
    ja: {
      tree: `
        - dialog "ここから始めます":
          - heading "ここから始めます" [level=2]
          - paragraph: 最初の請求書を作成します。
          - figure "短い紹介 YouTube で開く":
            - 'button "動画を再生: 短い紹介"'
            - text: 短い紹介
            - link "YouTube で開く"
          - text: 3 ステップ中 2
          - button "戻る"
          - button "次へ"
          - button "閉じる"
        - status: /.+/`,
      said: 'ここから始めます 最初の請求書を作成します。 短い紹介 YouTube で開く 3 ステップ中 2',
    },
  },
};

/** Writes down what is put into live regions that are there already: what is in one from the start is not read out. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const listenTo = (root: ShadowRoot): void =>
      new MutationObserver((records) => {
        const status = records
          .map(({ target }) => target)
          .findLast((it) => it instanceof Element && it.matches('[role=status]'));
        if (status?.textContent) said.push(status.textContent.replace(/\s+/g, ' '));
      }).observe(root, { childList: true, subtree: true });
    new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
        if (node instanceof Element && node.shadowRoot) listenTo(node.shadowRoot);
    }).observe(document, { childList: true, subtree: true });
  });
const said = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { readonly said: readonly string[] }).said);

for (const [name, languages] of Object.entries(TOLD)) {
  for (const locale of ['en', 'ja'] as const) {
    const { tree, description, said: words } = languages[locale];
    test(`what a screen reader finds and is told: ${name}, ${locale}`, async ({ page, open, show }) => {
      await answerElsewhere(page);
      await open(host);
      await listen(page);
      const element = await present(page, show, name as SurfaceName, locale);
      await expect(element).toMatchAriaSnapshot(tree);
      if (description !== undefined) await expect(card(page)).toHaveAccessibleDescription(description);
      await expect.poll(async () => (await said(page)).at(-1) ?? '').toBe(words);
    });
  }
}

test('each step is told once: by the live region, or by the focus that goes to it; nothing is left to be told at the end', async ({
  page,
  open,
  show,
}) => {
  await open(host);
  await listen(page);
  const view = (title: string, kind: 'tooltip' | 'modal' = 'tooltip') => ({ step: { kind }, content: { title } });
  await show(view('One'));
  await show(view('Two'));
  await page.getByRole('button', { name: 'Next' }).focus();
  await show(view('Three'));
  await expect(card(page)).toBeFocused();
  await show(view('Four', 'modal'));
  await expect(page.getByRole('dialog', { name: 'Four' })).toBeFocused();
  await settled(page);
  expect(await said(page)).toEqual(['One Step 2 of 3', 'Two Step 2 of 3']);
  await page.evaluate(() => parts.presenter.dispose());
  await expect(page.getByRole('status')).toHaveCount(0);
  expect(await said(page)).toHaveLength(2);
});
