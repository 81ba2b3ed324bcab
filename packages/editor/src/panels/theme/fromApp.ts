import { html, nothing, type TemplateResult } from 'lit';
import { targetIcon } from '../../ui/icons.ts';
import { COLOR_NAMES } from './model.ts';
import type { Sampled } from './sample.ts';
import type { ThemeTexts } from './texts.ts';

export interface FromAppOptions {
  readonly sampled: Sampled | undefined;
  readonly texts: ThemeTexts;
  readonly use: () => void;
  readonly again: () => void;
  readonly pick: () => void;
}

/** What the page offers, to be taken over by one click. */
export const fromApp = ({ sampled, texts, use, again, pick }: FromAppOptions): TemplateResult => html`
  <div class="section">
    <div class="row">
      <h3 class="grow">${texts.fromApp}</h3>
      <button class="quiet" @click=${again}>${texts.again}</button>
    </div>
    <p class="hint">${texts.fromAppHow}</p>
    ${
      sampled
        ? html`<div class="swatches">
            ${COLOR_NAMES.map((name) => {
              const hex = sampled.colors[name] ?? '';
              const label = `${texts.color[name]} ${hex}`;
              return html`<svg class="swatch" role="img" aria-label=${label} viewBox="0 0 24 24"><title>${label}</title><rect width="24" height="24" fill=${hex} /></svg>`;
            })}
            ${sampled.radiusPx === undefined ? nothing : html`<span class="badge number">${texts.radius} ${sampled.radiusPx} px</span>`}
            ${sampled.fontFamily === undefined ? nothing : html`<span class="badge">${firstFont(sampled.fontFamily)}</span>`}
          </div>`
        : nothing
    }
    <div class="row wrap">
      <button class="primary" ?disabled=${!sampled} @click=${use}>${texts.useAll}</button>
      <button @click=${pick}>${targetIcon}${texts.pick}</button>
    </div>
  </div>
`;

export const firstFont = (list: string): string => (list.split(',')[0] ?? '').replaceAll(/["']/g, '').trim();
