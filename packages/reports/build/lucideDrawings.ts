import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const prefix = 'lucide:';

/**
 * `import { drawing } from 'lucide:sun'` gives the shapes of that Lucide icon as a static Lit svg template,
 * so that no string of markup is ever parsed in the browser (Trusted Types stay satisfied).
 */
export const lucideDrawings = (): Plugin => ({
  name: 'lucide-drawings',
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
  load: async (id) => {
    if (!id.startsWith(`\0${prefix}`)) return undefined;
    const name = id.slice(prefix.length + 1);
    const file = fileURLToPath(import.meta.resolve(`lucide-static/icons/${name}.svg`));
    const shapes = (await readFile(file, 'utf8'))
      .replace(/<!--.*?-->/gs, '')
      .replace(/^.*?<svg[^>]*>/s, '')
      .replace(/<\/svg>.*$/s, '')
      .trim();
    return `import { svg } from 'lit';\nexport const drawing = svg\`${shapes}\`;\n`;
  },
});
