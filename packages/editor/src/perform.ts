import type { EditorEffect, EditorInput } from './model/transition.ts';
import { wantedStep } from './page/editMode.ts';
import type { Highlighter } from './page/highlighter.ts';
import type { Api } from './server/api.ts';
import { signIn } from './server/signIn.ts';
import type { TokenStore } from './server/tokenStore.ts';

export interface PerformerParts {
  readonly origin: string;
  readonly page: Window;
  readonly api: Api;
  readonly tokens: TokenStore;
  readonly highlighter: Highlighter;
  readonly send: (input: EditorInput) => void;
}
export interface Performer {
  perform(effect: EditorEffect): void;
  /** Drops every answer under way and takes the outline off. */
  dispose(): void;
}

/** The one place where effects happen. A new sign-in or load makes the answers of the ones before it late, and late answers are dropped. */
export const createPerformer = ({ origin, page, api, tokens, highlighter, send }: PerformerParts): Performer => {
  /** Once: a list that is loaded again later opens nothing. */
  let wanted = wantedStep(page);
  let visit = new AbortController();
  const nextVisit = (): AbortSignal => {
    visit.abort();
    visit = new AbortController();
    return visit.signal;
  };

  const startSignIn = async (signal: AbortSignal): Promise<void> => {
    const ended = await signIn(origin, page, signal);
    if (signal.aborted || ended.outcome === 'aborted') return;
    if (ended.outcome !== 'signed_in') {
      send({ type: 'sign_in_failed', notice: ended.outcome });
      return;
    }
    tokens.keep(ended.token);
    send({ type: 'signed_in' });
  };
  const loadTours = async (signal: AbortSignal): Promise<void> => {
    const [tours, bundle] = await Promise.all([api.listTours(tokens.read() ?? '', signal), api.readBundle(signal)]);
    if (signal.aborted) return;
    send({ type: 'tours_answered', tours, bundle, wanted });
    if (tours.ok && bundle.ok) wanted = undefined;
  };
  const loadDraft = async (tourId: string, signal: AbortSignal): Promise<void> => {
    const draft = await api.readDraft(tokens.read() ?? '', tourId, signal);
    if (!signal.aborted) send({ type: 'draft_answered', draft });
  };

  const copy = async (stepId: string, text: string): Promise<void> => {
    try {
      await page.navigator.clipboard.writeText(text);
      send({ type: 'copied', stepId });
    } catch {
      // The clipboard needs a secure page and a permission: the text stands beside the button, to be selected by hand.
    }
  };

  return {
    perform(effect) {
      switch (effect.type) {
        case 'sign_in':
          return void startSignIn(nextVisit());
        case 'load_tours':
          return void loadTours(nextVisit());
        case 'load_draft':
          return void loadDraft(effect.tourId, nextVisit());
        case 'forget_token':
          nextVisit();
          return tokens.forget();
        case 'show_target':
          return highlighter.show(effect.target, (status) =>
            send({ type: 'target_answered', stepId: effect.stepId, status }),
          );
        case 'copy':
          return void copy(effect.stepId, effect.text);
        case 'hide_target':
          return highlighter.hide();
      }
    },
    dispose() {
      visit.abort();
      highlighter.hide();
    },
  };
};
