import type { TemplateResult } from 'lit';
import type { DataStore } from './data/store.ts';
import type { Formats, Lang, Translate } from './i18n/index.ts';
import type { Person } from './people.ts';

/** What a page may use of the application. */
export interface Context {
  readonly lang: Lang;
  readonly t: Translate;
  readonly format: Formats;
  readonly person: Person;
  readonly store: DataStore;
  /** Today's calendar day, `YYYY-MM-DD`. */
  readonly today: string;
  navigate(path: string): void;
  /** Changes the query of the current page without a new history entry. */
  replaceQuery(query: URLSearchParams): void;
  toast(text: string): void;
  /** Draws again: call it after changing a page's own state. */
  update(): void;
  setLang(lang: Lang): void;
}
/** One page on the screen; made anew on each navigation. */
export interface Page {
  /** Shown as the document's title. */
  title(context: Context): string;
  view(context: Context): TemplateResult;
  leave?(): void;
}
