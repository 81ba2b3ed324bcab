import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Runner {
  run(
    context: unknown,
    options: unknown,
  ): Promise<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  }>;
}

/** What axe finds in a mounted panel, as "rule: element", and whether anything in it is wider than it. */
export const findings = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    const { axe: runner } = globalThis as unknown as { readonly axe: Runner };
    // The editor's frame is what says where its panels belong.
    const options = { runOnly: tags, rules: { region: { enabled: false }, 'heading-order': { enabled: false } } };
    const { violations } = await runner.run('shirube-editor', options);
    const root = document.querySelector('shirube-editor')?.shadowRoot?.querySelector('.root');
    const over =
      root && root.scrollWidth > root.clientWidth ? [`${root.scrollWidth - root.clientWidth} px too wide`] : [];
    return [...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`)), ...over];
  }, TAGS);
};
