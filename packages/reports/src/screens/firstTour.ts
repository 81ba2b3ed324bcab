import { html, nothing, type TemplateResult } from 'lit';
import { drawing as copy } from 'lucide-static/icons/copy.svg?drawing';
import { drawing as signpost } from 'lucide-static/icons/signpost.svg?drawing';
import type { Context } from '../lib/screen.ts';
import { icon } from '../parts/icon.ts';

/** Nothing is published yet: what will appear here, and the one next action. */
export const firstTour = ({ words, environments }: Context, environment: string): TemplateResult => {
  const { list } = words.say;
  const key = environments.find(({ name }) => name === environment)?.publicKey;
  const tag = `<script type="module" src="${location.origin}/shirube.js" data-key="${key ?? 'pk_…'}"></script>`;
  return html`<section class="empty">
    <span class="empty-icon">${icon(signpost, 20)}</span>
    <h2>${list.emptyTitle}</h2>
    <p>${list.emptyBody}</p>
    <pre class="code" tabindex="0" role="region" aria-label=${list.emptyCode}><code>${tag}</code></pre>
    ${key === undefined ? html`<p class="muted">${list.emptyKey}</p>` : nothing}
    <button type="button" class="button button-primary" @click=${(event: Event) => copyTag(event, tag, list.emptyCopied)}>
      ${icon(copy)} <span class="copy-label" aria-live="polite" .textContent=${list.emptyAction}></span>
    </button>
  </section>`;
};

const copyTag = async (event: Event, tag: string, done: string): Promise<void> => {
  const button = event.currentTarget;
  if (!(button instanceof HTMLElement)) return;
  try {
    await navigator.clipboard.writeText(tag);
    const label = button.querySelector('.copy-label');
    if (label) label.textContent = done;
  } catch {
    // The clipboard needs a secure page and a permission: select the line instead, ready for the reader's own copy key.
    const code = button.closest('section')?.querySelector('code');
    if (code) getSelection()?.selectAllChildren(code);
  }
};
