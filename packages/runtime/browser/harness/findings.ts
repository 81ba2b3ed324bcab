import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of WCAG 2.2 at A and AA, with what axe calls good practice. */
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds, as "rule: element". `colours`: only the rules about colours. Of our own cards axe decides no contrast: contrast.spec.ts
 * measures it. Frames of other hosts are theirs.
 */
export const findings = async (page: Page, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(
    async (values) => {
      const { axe: runner } = globalThis as unknown as {
        readonly axe: {
          run(options: object): Promise<{
            readonly violations: readonly {
              readonly id: string;
              readonly nodes: readonly { readonly html: string }[];
            }[];
          }>;
        };
      };
      const { violations } = await runner.run({
        runOnly: { type: 'tag', values },
        // Left out unless asked for.
        ...(values.includes('wcag22aa') && { rules: { 'target-size': { enabled: true } } }),
        resultTypes: ['violations'],
        iframes: false,
      });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    },
    rules === 'all' ? ALL : ['cat.color'],
  );
};
