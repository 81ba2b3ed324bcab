import { REPORT_DEFINITIONS, type ReportDefinition, type ReportDefinitionId } from '@shirube/schema/report';
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
): TemplateResult =>
  definitionOf(
    words,
    id,
    term,
    REPORT_DEFINITIONS.filter((one) => meanings.includes(one.id)).toSorted(
      (a, b) => meanings.indexOf(a.id) - meanings.indexOf(b.id),
    ),
  );

/** The same with definitions that the caller has. */
export const definitionOf = (
  words: Words,
  id: string,
  term: string,
  meanings: readonly ReportDefinition[],
): TemplateResult => html`
  <button type="button" class="definition" popovertarget="definition-${id}" aria-label=${words.say.definition(term)}>
    ${icon(help)}
  </button>
  <div id="definition-${id}" class="popover" popover role="note" aria-label=${words.say.definition(term)}>
    <p class="popover-term">${term}</p>
    ${meanings.map((meaning) => html`<p>${meaning[words.language].sentence}</p>`)}
  </div>
`;
