/**
 * One popover of a shadow root, hung under what opened it. The platform closes it (Escape, a press elsewhere); focus goes back to the opener,
 * or to whatever stands in for it by then.
 */
export class Popup {
  readonly #element: () => HTMLElement | null;
  readonly #closed: () => void;
  constructor(element: () => HTMLElement | null, closed: () => void) {
    this.#element = element;
    this.#closed = closed;
  }

  get isOpen(): boolean {
    return this.#element()?.matches(':popover-open') ?? false;
  }

  open(anchor: Element): void {
    const popup = this.#element();
    if (popup === null) return;
    if (!this.isOpen) popup.showPopover();
    this.place(anchor);
    popup.querySelector<HTMLElement>('[data-first]')?.focus();
  }

  /** Below its anchor where there is room, else above; never over the edge. */
  place(anchor: Element): void {
    const popup = this.#element();
    if (popup === null) return;
    const view = popup.ownerDocument.documentElement;
    const at = anchor.getBoundingClientRect();
    const { width, height } = popup.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, view.clientWidth - width - 8));
    const isBelow = at.bottom + 4 + height <= view.clientHeight - 8;
    const top = isBelow ? at.bottom + 4 : Math.max(8, at.top - 4 - height);
    popup.style.setProperty('left', `${left}px`);
    popup.style.setProperty('top', `${top}px`);
  }

  close(): void {
    if (this.isOpen) this.#element()?.hidePopover();
  }

  /** For `@toggle`. A press on another chip closes and opens in one go: only what is closed now counts. */
  readonly toggled = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed' && !this.isOpen) this.#closed();
  };
}
