import { openEditor } from './openEditor.ts';
import { findKey } from './page/findKey.ts';

export * from './index.ts';

/**
 * `editor.js`, as the loader imports it: it opens by itself over a page that has the script tag of the server it came from. A page without
 * the tag calls `openEditor` with its own endpoint and key.
 */
const { origin } = new URL(import.meta.url);
const key = findKey(document, origin);

/** Resolves when the page is the app's again. */
export const closed: Promise<void> =
  key === undefined ? Promise.resolve() : openEditor({ endpoint: origin, key }).closed;
