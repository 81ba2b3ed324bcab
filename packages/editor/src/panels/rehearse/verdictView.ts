import { html, nothing, type TemplateResult } from 'lit';
import { foundIcon, missingIcon } from '../../ui/icons.ts';
import type { rehearseTexts } from './texts.ts';
import type { Verdict } from './verdict.ts';

interface Parts {
  readonly texts: (typeof rehearseTexts)['en'];
  /** Undefined while nobody in particular is asked about. */
  readonly verdict: Verdict | undefined;
  /** Said in the place of a verdict: that it is ready, that somebody is being read, or that they cannot be. */
  readonly instead: string;
  /** How the last rehearsal ended. */
  readonly ended: string | undefined;
  /** Undefined while it is not known as whom. */
  readonly play: (() => void) | undefined;
}

/** Whether the person would see the tour, with every reason, and the button that plays it. */
export const verdictView = ({ texts, verdict, instead, ended, play }: Parts): TemplateResult => {
  const sentence = verdict?.sentence ?? instead;
  return html`<div class="section">
    ${ended === undefined ? nothing : html`<p role="status">${ended}</p>`}
    ${sentence === '' ? nothing : html`<h2 aria-live="polite">${sentence}</h2>`}
    ${(verdict?.gates ?? []).map(
      ({ name, passed, words, leaves }) => html`<div class="gate">
        <span class=${passed === true ? 'good' : passed === false ? 'bad' : 'muted'}>${passed === false ? missingIcon : foundIcon}</span>
        <span>${texts.gate(name, words)}</span>
        ${leaves.length === 0 ? nothing : html`<ul class="leaves">${leaves.map((leaf) => html`<li>${leaf}</li>`)}</ul>`}
      </div>`,
    )}
    <div class="row">
      <button type="button" class="primary play" aria-disabled=${String(play === undefined)} @click=${() => play?.()}>
        ${verdict && !verdict.sees ? texts.playAnyway : texts.play}
      </button>
    </div>
  </div>`;
};
