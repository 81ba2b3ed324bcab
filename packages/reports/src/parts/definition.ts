import { REPORT_DEFINITIONS, type ReportDefinitionId } from '@shirube/schema/report';
import { html, type TemplateResult } from 'lit';
import { drawing as help } from 'lucide-static/icons/circle-question-mark.svg?drawing';
import type { Words } from '../locale/words.ts';
import { icon } from './icon.ts';

/** A "?" button that opens what a number means: one sentence for each of `meanings`. `id` must be unique on the screen. */
export const definition = (
  words: Words,
  id: string,
  term: string,
  meanings: readonly ReportDefinitionId[],
): TemplateResult => html`
  <button type="button" class="definition" popovertarget="definition-${id}" aria-label=${words.say.definition(term)}>
    ${icon(help)}
  </button>
  <div id="definition-${id}" class="popover" popover role="note" aria-label=${words.say.definition(term)}>
    <p class="popover-term">${term}</p>
    ${meanings.map((meaning) => html`<p>${sentenceOf(words, meaning)}</p>`)}
  </div>
`;

const sentenceOf = ({ language }: Words, meaning: ReportDefinitionId): string =>
  REPORT_DEFINITIONS.find(({ id }) => id === meaning)?.[language].sentence ?? '';
