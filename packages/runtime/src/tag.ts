import { createShirube } from './loader.ts';
import type { Shirube } from './options.ts';

export { createShirube };

type Call = readonly [name: keyof Shirube, ...args: never[]];

/**
 * The script tag: `<script type="module" src="https://guide.example.com/shirube.js" data-key="pk_…">`. The server is where the script
 * came from. Calls that were queued as `window.shirube.push(['track', 'name'])` are made now, in order.
 * Imported as a module, on a page without such a tag, it starts nothing.
 */
const start = (): void => {
  // A module has no `document.currentScript`; a second tag is told apart by its key.
  const tags = document.querySelectorAll<HTMLScriptElement>('script[data-key]');
  const tag = [...tags].find(({ src }) => src === import.meta.url) ?? tags[0];
  if (!tag) return;
  const host = window as { shirube?: unknown };
  const queue = host.shirube;
  // Not `new URL(…, import.meta.url)`: bundlers take that for an asset and inline it.
  const { key, endpoint = import.meta.url.replace(/\/[^/]*$/, ''), locale } = tag.dataset;
  const shirube = createShirube({ endpoint, key, locale, after: wantsEditor() ? editor(endpoint) : undefined });
  host.shirube = Object.assign(shirube, { push: (call: Call) => perform(shirube, call) });
  if (Array.isArray(queue)) for (const call of queue) perform(shirube, call);
};

const perform = (shirube: Shirube, [name, ...args]: Call): void => {
  const method: unknown = shirube[name];
  if (typeof method === 'function') method(...args);
};

/**
 * `?shirube=edit` opens the editor, on this page and the next ones of this tab; it settles when that is closed. The editor itself asks who
 * may use it.
 */
const editor = async (endpoint: string): Promise<unknown> => {
  const { closed } = await import(/* @vite-ignore */ `${endpoint}/editor.js`);
  return closed;
};
const wantsEditor = (): boolean => {
  const asked = /[?&]shirube=edit\b/.test(location.search);
  try {
    if (asked) sessionStorage.shirube = 'edit';
    return sessionStorage.shirube === 'edit';
  } catch {
    // Refused storage remembers no wish: it is for this page alone.
    return asked;
  }
};

try {
  start();
} catch {
  // A queue that is no queue: the page goes on without.
}
