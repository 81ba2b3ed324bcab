import { explainChange, type TourChange } from '@shirube/schema';
import { html, nothing, type TemplateResult } from 'lit';
import type { UiLocale } from '../../session/Session.ts';
import type { publishTexts } from './texts.ts';

interface Parts {
  readonly ui: UiLocale;
  readonly texts: (typeof publishTexts)['en'];
  /** The version that it is compared with; undefined when nothing was published before. */
  readonly base: number | undefined;
  readonly known: boolean;
  readonly changes: readonly TourChange[];
  readonly library: readonly string[];
}
/** Lines that are read before they are too many. */
const SHOWN = 8;

export const changesView = ({ ui, texts, base, known, changes, library }: Parts): TemplateResult =>
  html`<section class="section" aria-labelledby="changes">
    <h3 id="changes">${base === undefined ? texts.changesFirst : texts.changesSince(base)}</h3>
    ${
      base === undefined || !known
        ? nothing
        : changes.length === 0
          ? html`<p class="muted">${texts.noChanges}</p>`
          : changeList(
              changes.map((change) => explainChange(change, ui)),
              texts,
            )
    }
    ${
      library.length === 0
        ? nothing
        : html`<p class="hint">${texts.library}</p><ul class="changes">${library.map((one) => html`<li>${one}</li>`)}</ul>`
    }
  </section>`;

/** The first lines, and the others behind a word. */
export const changeList = (lines: readonly string[], texts: Parts['texts']): TemplateResult => {
  const rest = lines.slice(SHOWN);
  return html`<ul class="changes">${lines.slice(0, SHOWN).map((line) => html`<li>${line}</li>`)}</ul>
    ${
      rest.length === 0
        ? nothing
        : html`<details><summary>${texts.more(rest.length)}</summary><ul class="changes">${rest.map((line) => html`<li>${line}</li>`)}</ul></details>`
    }`;
};
