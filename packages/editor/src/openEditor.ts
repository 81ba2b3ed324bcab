import { changeWhenRemoved } from './page/changeWhenRemoved.ts';
import { containEvents } from './page/containEvents.ts';
import { leaveEditMode } from './page/editMode.ts';
import { relayEvents } from './page/relayEvents.ts';
import { returnFocus } from './page/returnFocus.ts';
import { keepOnTop } from './page/topLayer.ts';
import { watchAddress } from './page/watchAddress.ts';
import { type EditorOptions, endpointOrigin } from './server/endpoint.ts';
import { createTokenStore } from './server/tokenStore.ts';
import { defineElements, definePanel } from './shell/define.ts';
import type { EditorElement } from './shell/EditorElement.ts';
import { listenToShortcuts } from './shell/keys.ts';
import { forgetPlace } from './shell/place.ts';
import { Shell } from './shell/Shell.ts';
import { uiLocaleOf } from './ui/uiLocale.ts';

export interface OpenEditor {
  /** Ends edit mode: takes out everything of the editor, forgets the sign-in, cleans the address. Work that is not sent stays kept. Safe to call twice. */
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
  const element = page.document.createElement('shirube-editor') as EditorElement;
  const onTop = keepOnTop(element, page.document);
  const shell = new Shell({
    origin,
    key,
    page,
    ui: uiLocaleOf(page.navigator.languages),
    writes: page.document.documentElement.lang || page.navigator.language,
    storage,
    tokens,
    host: element,
    layer: element.layer,
    draw: () => element.requestUpdate(),
    announce: (text) => element.announce(text),
    fetchPanel: definePanel,
    raise: () => {
      onTop.raise();
      element.avoid();
    },
  });
  element.shell = shell;
  element.onClose = () => close();

  let tellClosed = (): void => {};
  const closed = new Promise<void>((resolve) => {
    tellClosed = resolve;
  });
  const isOwn = (it: EventTarget | null): boolean => it !== null && (it === element || it === shell.stageElement);
  const focus = returnFocus(page, isOwn);
  // For good: an element that is taken out while it has the focus still tells of it.
  containEvents(element);
  const undo = [
    focus.dispose,
    onTop.dispose,
    changeWhenRemoved(element),
    watchAddress(page, () => shell.pageChanged()),
    listenToShortcuts(page, element, shell, (by) => element.focusRegion(by)),
    // After the shortcuts: what is one of them is nobody else's.
    relayEvents({ page, isOwn, ownerOf: (path) => ownerOf(path, element, shell.stageElement) }),
    () => shell.dispose(),
  ];
  const close = (): void => {
    // What is not sent yet is kept in this browser; the token ends with the edit mode.
    void shell.session.flush().finally(() => {
      void shell.session.api.endToken();
      tokens.forget();
    });
    focus.giveBack();
    for (const dispose of undo.splice(0).reverse()) dispose();
    forgetPlace(storage);
    leaveEditMode(page, storage);
    onClosed();
    tellClosed();
  };
  void shell.start();
  return { close, closed };
};

/** The editor, or the step in which the person writes: its own buttons are the runtime's. */
const ownerOf = (
  path: readonly EventTarget[],
  element: HTMLElement,
  step: HTMLElement | undefined,
): Element | undefined => {
  if (path.includes(element)) return element;
  const written =
    step !== undefined && path.includes(step) && (path[0] as Partial<Element>).closest?.('[contenteditable]');
  return written ? step : undefined;
};
