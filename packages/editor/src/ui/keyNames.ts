export const isMac = (): boolean => /Mac|iP(?:hone|ad)/.test(navigator.platform);

/** A shortcut such as `Mod+D` as the keys of this machine are called. */
export const keyName = (keys: string): string =>
  isMac() ? keys.replace('Mod', '⌘').replace('Alt', '⌥') : keys.replace('Mod', 'Ctrl');

/** The same for `aria-keyshortcuts`, which has names of its own. */
export const ariaKeys = (keys: string): string =>
  keys
    .replace('Mod', isMac() ? 'Meta' : 'Control')
    .replace('↑', 'ArrowUp')
    .replace('↓', 'ArrowDown')
    .replace('Del', 'Delete');
