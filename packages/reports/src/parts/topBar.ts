import { html, nothing, type TemplateResult } from 'lit';
import { drawing as signOutDrawing } from 'lucide-static/icons/log-out.svg?drawing';
import { drawing as sealDrawing } from 'lucide-static/icons/signpost.svg?drawing';
import { type Theme, themes } from '../lib/preferences.ts';
import { type Language, languages, type Words } from '../locale/words.ts';
import { icon } from './icon.ts';

export interface TopBar {
  readonly words: Words;
  readonly theme: Theme;
  /** undefined: nobody is signed in, and so nobody can sign out. */
  readonly email: string | undefined;
  readonly home: string;
  /** Where else one can go; empty while nobody is signed in. */
  readonly places: readonly Place[];
  onFollow(event: MouseEvent): void;
  onLanguage(language: Language): void;
  onTheme(theme: Theme): void;
  onSignOut(): void;
}

export interface Place {
  readonly name: string;
  readonly href: string;
  readonly here: boolean;
  /** `_self`: a page of its own, that the browser goes to. */
  readonly target?: '_self' | undefined;
}

/** The seal and the name, language and appearance, and the way out. */
export const topBar = (bar: TopBar): TemplateResult => {
  const { say, language } = bar.words;
  return html`<header class="top">
    <div class="top-inner">
      <a class="brand" href=${bar.home} @click=${bar.onFollow}>
        <span class="seal">${icon(sealDrawing)}</span><span class="brand-name">Shirube</span><span class="brand-kana muted" lang="ja">道しるべ</span>
      </a>
      ${
        bar.places.length === 0
          ? nothing
          : html`<nav class="places no-print" aria-label=${say.navigation} @click=${bar.onFollow}>
              ${bar.places.map(({ name, href, here, target }) => html`<a class="place" href=${href} target=${target ?? nothing} aria-current=${here ? 'page' : nothing}>${name}</a>`)}
            </nav>`
      }
      <div class="top-controls no-print">
        ${choice(say.language, languages, language, (one) => say.languageName[one], bar.onLanguage)}
        ${choice(say.appearance, themes, bar.theme, (one) => say.appearanceName[one], bar.onTheme)}
        ${
          bar.email === undefined
            ? nothing
            : html`<button type="button" class="icon-button" aria-label=${say.signOut} title=${`${say.signOut} (${say.signedInAs(bar.email)})`} @click=${bar.onSignOut}>${icon(signOutDrawing)}</button>`
        }
      </div>
    </div>
  </header>`;
};

const choice = <T extends string>(
  label: string,
  values: readonly T[],
  chosen: T,
  name: (value: T) => string,
  onChoose: (value: T) => void,
): TemplateResult => html`<label class="choice choice-quiet"><span class="visually-hidden">${label}</span>
  <select @change=${(event: Event) => {
    const value = event.currentTarget instanceof HTMLSelectElement ? event.currentTarget.value : '';
    const found = values.find((candidate) => candidate === value);
    if (found !== undefined) onChoose(found);
  }}>${values.map((value) => html`<option value=${value} .selected=${value === chosen}>${name(value)}</option>`)}</select>
</label>`;
