import { defineElements } from './elements/define.ts';
import type { ShirubeEditor } from './elements/editor.ts';
import { chooseLocale } from './locale/index.ts';
import type { EditorState } from './model/state.ts';
import { aimedSteps } from './model/steps.ts';
import { type EditorInput, transition } from './model/transition.ts';
import { containEvents } from './page/containEvents.ts';
import { leaveEditMode } from './page/editMode.ts';
import { createHighlighter } from './page/highlighter.ts';
import { keepLayout, readLayout } from './page/layoutStore.ts';
import { createTargetLooks } from './page/targetLooks.ts';
import { keepOnTop } from './page/topLayer.ts';
import { watchAddress } from './page/watchAddress.ts';
import { createPerformer } from './perform.ts';
import { createApi } from './server/api.ts';
import { type EditorOptions, endpointOrigin } from './server/endpoint.ts';
import { createTokenStore } from './server/tokenStore.ts';

export interface OpenEditor {
  /** Ends edit mode: takes out everything of the editor, forgets the sign-in, cleans the address. Safe to call twice. */
  readonly close: () => void;
  /** Resolves when it is closed. Until then the tag that opened it lets no tour run on the page. */
  readonly closed: Promise<void>;
}

/** A page has one editor: two would fight over the top layer. */
let current: OpenEditor | undefined;

/**
 * Opens the editor over the app. Where one is open, answers that one. Takes no focus.
 * Throws a TypeError when `endpoint` is not an http(s) address.
 */
export const openEditor = (options: EditorOptions): OpenEditor => {
  current ??= open(endpointOrigin(options.endpoint), options.key, () => {
    current = undefined;
  });
  return current;
};

const open = (origin: string, key: string, onClosed: () => void): OpenEditor => {
  const page = globalThis.window;
  const storage = (): Storage => page.sessionStorage;
  const tokens = createTokenStore(origin, key, storage);
  defineElements();
  const element = page.document.createElement('shirube-editor') as ShirubeEditor;
  const highlighter = createHighlighter(element.frame, page);

  let tellClosed = (): void => {};
  const closed = new Promise<void>((resolve) => {
    tellClosed = resolve;
  });
  let state: EditorState = { name: 'signed_out', notice: undefined };
  const send = (input: EditorInput): void => {
    const turn = transition(state, input);
    state = turn.state;
    element.state = state;
    const { key, steps } = aimedSteps(state, page.location.href);
    looks.follow(key, steps);
    for (const effect of turn.effects) performer.perform(effect);
  };
  const looks = createTargetLooks(page, (stepId, look) => send({ type: 'target_looked', stepId, look }));
  const performer = createPerformer({ origin, page, api: createApi(origin, key), tokens, highlighter, send });

  element.locale = chooseLocale(page.navigator.languages);
  element.server = origin;
  element.url = page.location.href;
  element.layout = readLayout(storage);
  element.send = send;
  element.onLayout = (layout) => keepLayout(storage, layout);
  element.onClose = () => close();

  const undo = [
    containEvents(element),
    keepOnTop(element, page.document),
    watchAddress(page, () => {
      element.url = page.location.href;
      send({ type: 'page_changed' });
    }),
    performer.dispose,
    looks.dispose,
  ];
  const close = (): void => {
    for (const dispose of undo.splice(0).reverse()) dispose();
    tokens.forget();
    leaveEditMode(page, storage);
    onClosed();
    tellClosed();
  };
  send({ type: 'opened', hasToken: tokens.read() !== undefined });
  return { close, closed };
};
