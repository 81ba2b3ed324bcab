import { html, type TemplateResult } from 'lit';
import { drawing as help } from 'lucide-static/icons/circle-question-mark.svg?drawing';
import type { Words } from '../locale/words.ts';
import { icon } from './icon.ts';

/** A "?" button that opens the sentence behind a number. `id` must be unique on the screen. */
export const definition = (words: Words, id: string, term: string, sentence: string): TemplateResult => html`
  <button type="button" class="definition" popovertarget="definition-${id}" aria-label=${words.say.definition(term)}>
    ${icon(help)}
  </button>
  <div id="definition-${id}" class="popover" popover role="note" aria-label=${words.say.definition(term)}>
    <p class="popover-term">${term}</p>
    <p>${sentence}</p>
  </div>
`;
