import { moveStep } from '../document/steps.ts';
import type { PanelName } from '../session/Session.ts';
import { isMac } from '../ui/keyNames.ts';
import type { Shell } from './Shell.ts';
import { PANELS } from './views/inspector.ts';

/**
 * The editor's shortcuts, heard on the window before the app hears them. They carry Alt or the platform's own modifier, so that nothing
 * which is typed is one; on a Mac, where Alt types letters and moves the caret, a field keeps it. Undo is ours where the focus is in the editor or nowhere; in a field of the app it is the field's. Returns a disposer.
 */
export const listenToShortcuts = (
  page: Window,
  host: HTMLElement,
  shell: Shell,
  region: (to: 1 | -1 | 'panel') => void,
): (() => void) => {
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    const run = shortcut(event, host, shell, region);
    if (run === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    settleField(host);
    run();
  };
  page.addEventListener('keydown', onKey, { capture: true });
  return () => page.removeEventListener('keydown', onKey, { capture: true });
};

const shortcut = (
  event: KeyboardEvent,
  host: HTMLElement,
  shell: Shell,
  region: (to: 1 | -1 | 'panel') => void,
): (() => void) | undefined => {
  const { code, key, altKey, shiftKey } = event;
  const open = shell.session.draft !== undefined;
  const mod = event.ctrlKey || event.metaKey;
  if (key === 'F6' && !mod && !altKey) return () => region(shiftKey ? -1 : 1);
  // Before the sign-in there is nothing else to do.
  if (shell.state.auth !== 'in') return undefined;
  if (mod && !altKey) {
    const ours = event.composedPath().includes(host) || page(event) === 'body';
    if (!open || !ours) return undefined;
    const letter = key.toLowerCase();
    if (letter === 'z') return () => (shiftKey ? shell.redo() : shell.undo());
    if (letter === 'y' && !shiftKey) return () => shell.redo();
    return undefined;
  }
  if (!altKey || mod || (isMac() && isField(event.composedPath()[0]))) return undefined;
  if (code === 'Slash') return () => shell.set({ sheet: 'open' });
  if (!open) return code === 'KeyT' ? () => shell.create() : undefined;
  const enter = (panel: PanelName): void => {
    shell.openPanel(panel);
    region('panel');
  };
  const digit = /^Digit([1-7])$/.exec(code)?.[1];
  const panel = PANELS[Number(digit) - 1];
  if (panel !== undefined) return () => enter(panel);
  const way = { ArrowUp: -1, ArrowDown: 1 }[key] as 1 | -1 | undefined;
  const step = shell.session.draft?.step;
  if (way !== undefined) {
    if (!shiftKey) return () => shell.selectBeside(way);
    return (
      step &&
      (() => shell.session.editTour({ name: shell.texts.edits.moveStep }, (tour) => moveStep(tour, step.id, way)))
    );
  }
  return {
    KeyR: () => shell.setMode('record'),
    KeyN: () => shell.setMode('navigate'),
    KeyP: () => enter('publish'),
  }[code];
};

/** Whether the key is pressed while nothing has the focus. */
const page = (event: KeyboardEvent): string | undefined => (event.composedPath()[0] as Element | undefined)?.localName;

const isField = (target: EventTarget | undefined): boolean => {
  const { localName, isContentEditable = false } = (target ?? {}) as Partial<HTMLElement>;
  return isContentEditable || localName === 'input' || localName === 'textarea';
};

/** What was typed into a field of a panel belongs to the step that is selected now, not to the one that the shortcut leads to. */
const settleField = (host: HTMLElement): void => {
  let at = host.shadowRoot?.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  // A list of suggestions would close.
  if (!(at instanceof HTMLElement) || !isField(at) || at.role === 'combobox') return;
  // Left for a moment, a field tells of its change.
  at.blur();
  at.focus({ preventScroll: true });
};
