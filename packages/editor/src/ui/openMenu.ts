import { html, nothing, render, type TemplateResult } from 'lit';
import { ariaKeys, keyName } from './keyNames.ts';

export interface MenuItem {
  readonly icon?: TemplateResult | undefined;
  readonly label: string;
  /** The shortcut that does the same. */
  readonly keys?: string | undefined;
  readonly danger?: true | undefined;
  readonly do: () => void;
}

/**
 * Opens a menu under a button, in the button's own shadow root, where `controls` gives it its looks. Arrow keys walk, Enter does, Escape and
 * a press elsewhere close it and give the focus back. It is taken out when it closes.
 */
export const openMenu = (button: HTMLElement, items: readonly MenuItem[]): void => {
  const menu = button.ownerDocument.createElement('div');
  menu.className = 'menu';
  menu.role = 'menu';
  menu.popover = 'auto';
  const close = (): void => menu.hidePopover();
  render(
    items.map(
      (item) => html`
        <button role="menuitem" tabindex="-1" class=${item.danger ? 'danger' : ''} aria-keyshortcuts=${item.keys === undefined ? nothing : ariaKeys(item.keys)}
          @click=${() => {
            close();
            item.do();
          }}>
          ${item.icon ?? ''}<span class="grow">${item.label}</span>${item.keys ? html`<span class="hint keys">${keyName(item.keys)}</span>` : ''}
        </button>
      `,
    ),
    menu,
  );
  button.after(menu);
  const buttons = [...menu.querySelectorAll('button')];
  menu.addEventListener('keydown', (event) => {
    const at = buttons.findIndex((one) => one.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    buttons.at(to % buttons.length)?.focus();
  });
  menu.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    menu.remove();
    if (isNobodys(button)) button.focus();
    button.setAttribute('aria-expanded', 'false');
  });
  menu.showPopover();
  button.setAttribute('aria-expanded', 'true');
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const view = button.ownerDocument.documentElement;
  const below = at.bottom + 4 + height <= view.clientHeight;
  menu.style.setProperty('left', `${Math.max(8, Math.min(at.left, view.clientWidth - width - 8))}px`);
  menu.style.setProperty('top', `${below ? at.bottom + 4 : Math.max(8, at.top - 4 - height)}px`);
  buttons[0]?.focus();
};

/** Whether nothing around the button, in its tree or outside, has the focus. */
const isNobodys = (button: HTMLElement): boolean => {
  const { activeElement, body } = button.ownerDocument;
  const root = button.getRootNode() as ShadowRoot;
  return root.activeElement === null && (activeElement === body || activeElement?.shadowRoot?.activeElement == null);
};
