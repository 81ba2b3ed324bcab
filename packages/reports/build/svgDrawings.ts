import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const query = '?drawing';

/**
 * `import { drawing } from 'lucide-static/icons/sun.svg?drawing'` gives the shapes of that svg file as a static Lit svg
 * template, so that no string of markup is ever parsed in the browser (Trusted Types stay satisfied).
 */
export const svgDrawings = (): Plugin => ({
  name: 'svg-drawings',
  enforce: 'pre',
  load: async (id) => {
    if (!id.endsWith(query)) return undefined;
    const shapes = (await readFile(id.slice(0, -query.length), 'utf8'))
      .replace(/<!--.*?-->/gs, '')
      .replace(/^.*?<svg[^>]*>/s, '')
      .replace(/<\/svg>.*$/s, '')
      .trim();
    return `import { svg } from 'lit';\nexport const drawing = svg\`${shapes}\`;\n`;
  },
});
