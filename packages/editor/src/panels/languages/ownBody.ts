import type { Tour } from '@shirube/schema/tour';
import { html, type TemplateResult } from 'lit';
import { toMarkup } from './exchange/markup.ts';
import { readText } from './exchange/readText.ts';
import { inlinesOf, type leavesOf, type TextUnit } from './exchange/units.ts';
import type { LanguageTexts } from './texts.ts';

export interface OwnBodyOptions {
  readonly tour: Tour;
  readonly units: readonly TextUnit[];
  readonly texts: LanguageTexts;
  readonly language: string;
  readonly leaves: ReturnType<typeof leavesOf>;
  readonly edit: () => void;
  readonly take: () => void;
}

/** A body that is divided otherwise than the original: both are shown whole, beside each other. */
export const ownBody = ({ tour, units, texts, language, leaves, edit, take }: OwnBodyOptions): TemplateResult => html`
  <div class="pair">
    <div class="role"><span>${texts.role.paragraph}</span></div>
    <div class="sides two">
      <div class="own">${units.map((unit) => html`<p>${readText(tour, unit, tour.defaultLocale)}</p>`)}</div>
      <div>
        <div class="own">${leaves.map((leaf) => html`<p>${textOf(leaf)}</p>`)}</div>
        <p class="hint">${texts.own(language)}</p>
        <div class="row wrap">
          <button @click=${edit}>${texts.ownEdit}</button>
          <button @click=${take}>${texts.ownTake}</button>
        </div>
      </div>
    </div>
  </div>
`;

const textOf = ({ node }: ReturnType<typeof leavesOf>[number]): string => {
  if (node.type === 'image') return node.attrs.alt;
  if (node.type === 'video') return node.attrs.title;
  return toMarkup(inlinesOf(node));
};
