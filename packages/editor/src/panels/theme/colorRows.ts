import type { Theme } from '@shirube/schema/theme';
import { html, nothing, type TemplateResult } from 'lit';
import { foundIcon, warnIcon } from '../../ui/icons.ts';
import { parseColor, toHex } from './color.ts';
import { COLOR_NAMES, type ColorName, checkPairs, colorsOf, type PairCheck, type Scheme } from './model.ts';
import type { ThemeTexts } from './texts.ts';

export interface ColorRowsOptions {
  readonly theme: Theme | undefined;
  readonly scheme: Scheme;
  readonly texts: ThemeTexts;
  readonly set: (name: ColorName, hex: string) => void;
  /** A drag or a text has come to its end. */
  readonly settle: () => void;
  readonly fix: (pair: PairCheck) => void;
}

/** One row for each colour, and under it how well it is read on what it stands on. */
export const colorRows = (options: ColorRowsOptions): TemplateResult => {
  const { theme, scheme } = options;
  const colors = colorsOf(theme, scheme);
  const pairs = checkPairs(theme, scheme);
  return html`<div class="colors">
    ${COLOR_NAMES.map((name) =>
      colorRow(
        options,
        name,
        colors[name],
        pairs.find(({ front }) => front === name),
      ),
    )}
  </div>`;
};

const colorRow = (
  options: ColorRowsOptions,
  name: ColorName,
  hex: string,
  pair: PairCheck | undefined,
): TemplateResult => {
  const { texts, set, settle } = options;
  const label = texts.color[name];
  const typed = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    if (/^#[0-9a-f]{6}$/i.test(value)) set(name, value.toLowerCase());
  };
  const entered = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const color = parseColor(input.value.trim()) ?? parseColor(`#${input.value.trim()}`);
    if (color) set(name, toHex(color));
    input.value = color ? toHex(color) : hex;
    settle();
  };
  return html`
    <div class="color">
      <input type="color" id="color-${name}" .value=${hex} @input=${typed} @change=${settle} />
      <label for="color-${name}">${label}</label>
      <input class="hex" spellcheck="false" autocomplete="off" aria-label=${texts.hex(label)} .value=${hex} @input=${typed} @change=${entered} />
      ${pair ? verdict(options, pair) : nothing}
    </div>
  `;
};

const verdict = ({ texts, fix }: ColorRowsOptions, pair: PairCheck): TemplateResult => {
  const words = texts.pair(texts.color[pair.front], texts.color[pair.back]);
  const back = texts.color[pair.back];
  const ratio = `${(Math.floor(pair.ratio * 10) / 10).toFixed(1)}:1`;
  return html`
    <div class="pairing ${pair.passes ? '' : 'failing'}">
      <span class="verdict number ${pair.passes ? 'good' : 'warn'}">
        ${pair.passes ? foundIcon : warnIcon}
        <span>${pair.passes ? texts.passes(ratio, back) : texts.fails(ratio, back, `${pair.least}:1`)}</span>
      </span>
      ${pair.passes ? nothing : html`<button aria-label=${texts.fixOf(words)} @click=${() => fix(pair)}>${texts.fix}</button>`}
    </div>
  `;
};
