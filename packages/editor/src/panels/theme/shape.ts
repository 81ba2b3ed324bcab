import { parseTheme } from '@shirube/schema';
import type { Theme } from '@shirube/schema/theme';
import { html, nothing, type TemplateResult } from 'lit';
import { firstFont } from './fromApp.ts';
import type { ThemeTexts } from './texts.ts';

export interface ShapeOptions {
  readonly theme: Theme | undefined;
  readonly texts: ThemeTexts;
  readonly appFont: string | undefined;
  readonly change: (name: string, merge: string | undefined, change: (theme: Theme) => Theme) => void;
  readonly settle: () => void;
}

/** Where the runtime's own sheet leaves them. */
const RADIUS_PX = 10;
const WIDTH_PX = 340;

/** Corners, width, font, and whether it is light or dark. */
export const shape = (options: ShapeOptions): TemplateResult => {
  const { theme, texts, change } = options;
  return html`
    <div class="section">
      <h3>${texts.shape}</h3>
      ${slider(options, 'radiusPx', { label: texts.radius, did: texts.did.radius, min: 0, max: 40, fallback: RADIUS_PX })}
      ${slider(options, 'widthPx', { label: texts.width, did: texts.did.width, min: 200, max: 800, fallback: WIDTH_PX })}
      ${fonts(options)}
      <div class="field">
        <label for="scheme">${texts.appearance}</label>
        <select id="scheme" @change=${(event: Event) => {
          const scheme = (event.target as HTMLSelectElement).value as NonNullable<Theme['scheme']>;
          change(texts.did.scheme, undefined, (it) => ({ ...it, scheme }));
        }}>
          ${(['auto', 'light', 'dark'] as const).map(
            (value) =>
              html`<option value=${value} .selected=${(theme?.scheme ?? 'auto') === value}>${texts.appearances[value]}</option>`,
          )}
        </select>
      </div>
    </div>
  `;
};

interface Slider {
  readonly label: string;
  readonly did: string;
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
}
const slider = (
  { theme, texts, change, settle }: ShapeOptions,
  key: 'radiusPx' | 'widthPx',
  { label, did, min, max, fallback }: Slider,
): TemplateResult => {
  const value = theme?.[key] ?? fallback;
  const set = (event: Event): void => {
    const number = (event.target as HTMLInputElement).valueAsNumber;
    if (number >= min && number <= max) change(did, key, (it) => ({ ...it, [key]: number }));
  };
  const end = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (!(input.valueAsNumber >= min && input.valueAsNumber <= max)) input.value = String(value);
    settle();
  };
  return html`
    <div class="field">
      <label for=${key}>${label}</label>
      <div class="slide">
        <input type="range" id=${key} min=${min} max=${max} step=${key === 'widthPx' ? 10 : 1} .value=${String(value)} @input=${set} @change=${settle} />
        <input type="number" aria-label="${label} (${texts.px})" min=${min} max=${max} .value=${String(value)} @input=${set} @change=${end} />
        <span class="hint" aria-hidden="true">${texts.px}</span>
      </div>
    </div>
  `;
};

const fonts = ({ theme, texts, appFont, change, settle }: ShapeOptions): TemplateResult => {
  const worn = theme?.fontFamily;
  const isOther = worn !== undefined && worn !== appFont;
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    change(texts.did.font, undefined, (it) => {
      if (value !== 'system') return { ...it, fontFamily: value === 'app' ? appFont : 'system-ui, sans-serif' };
      const { fontFamily: _, ...rest } = it;
      return rest;
    });
  };
  const write = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const isFont = input.value.trim() !== '' && parseTheme({ id: 'x', fontFamily: input.value }).ok;
    input.ariaInvalid = isFont ? null : 'true';
    input.setCustomValidity(isFont ? '' : texts.badFont);
    if (isFont) change(texts.did.font, 'font', (it) => ({ ...it, fontFamily: input.value }));
    else if (event.type === 'change') input.reportValidity();
    if (event.type === 'change') settle();
  };
  return html`
    <div class="field">
      <label for="font">${texts.font}</label>
      <select id="font" @change=${choose}>
        <option value="system" .selected=${worn === undefined}>${texts.fontSystem}</option>
        ${appFont === undefined ? nothing : html`<option value="app" .selected=${worn === appFont}>${texts.fontApp(firstFont(appFont))}</option>`}
        <option value="other" .selected=${isOther}>${isOther ? firstFont(worn) : texts.fontOther}</option>
      </select>
      ${
        isOther
          ? html`<input aria-label=${texts.fontNames} maxlength="500" spellcheck="false" .value=${worn} @input=${write} @change=${write} />`
          : nothing
      }
    </div>
  `;
};
