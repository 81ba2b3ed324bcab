import type { EditorLocale } from '../locale/index.ts';
import type { EditorInput } from '../model/transition.ts';

/** What every view needs besides its part of the state. */
export interface ViewContext {
  readonly locale: EditorLocale;
  /** Origin of the server. */
  readonly server: string;
  /** Address of the page. */
  readonly url: string;
  readonly send: (input: EditorInput) => void;
}
