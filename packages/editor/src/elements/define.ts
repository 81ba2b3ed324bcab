import { ShirubeEditor } from './editor.ts';

/** The one place that registers the editor's elements. A page that loads the editor twice keeps the first registration. */
export const defineElements = (): void => {
  if (customElements.get('shirube-editor') === undefined) customElements.define('shirube-editor', ShirubeEditor);
};
