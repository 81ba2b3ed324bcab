/**
 * One popover of a shadow root, hung under what opened it. The platform closes it (Escape, a press elsewhere); focus goes back to the opener,
 * or to whatever stands in for it by then. When the editor rises above a step that was drawn again, the platform takes its popovers down with
 * it: what nobody asked to close comes back at once, with the focus where it was.
 */
export class Popup {
  readonly #element: () => HTMLElement | null;
  readonly #closed: () => void;
  #anchor: Element | undefined;
  #focused: HTMLElement | undefined;
  /** Whether a person, or `close`, asked for it. */
  #isAsked = false;
  #unlisten = (): void => {};

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
    this.#anchor = anchor;
    this.#isAsked = false;
    this.#listen(popup);
    if (!this.isOpen) popup.showPopover();
    this.#place(popup, anchor);
    popup.querySelector<HTMLElement>('[data-first]')?.focus();
  }

  /** Below its anchor where there is room, else above; never over the edge. */
  #place(popup: HTMLElement, anchor: Element): void {
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
    this.#isAsked = true;
    if (this.isOpen) this.#element()?.hidePopover();
  }

  /** Takes down what listens beyond the popover itself. */
  dispose(): void {
    this.#unlisten();
  }

  /** For `@toggle`. A press on another chip closes and opens in one go: only what is closed now counts. */
  readonly toggled = (event: Event): void => {
    if ((event as ToggleEvent).newState !== 'closed' || this.isOpen) return;
    this.#unlisten();
    this.#closed();
  };

  #listen(popup: HTMLElement): void {
    this.#unlisten();
    const view = popup.ownerDocument.defaultView;
    if (view === null) return;
    const stop = new AbortController();
    const options = { capture: true, signal: stop.signal };
    this.#unlisten = () => stop.abort();
    view.addEventListener('keydown', (event) => this.#note(event.key === 'Escape'), options);
    view.addEventListener('pointerdown', (event) => this.#note(!event.composedPath().includes(popup)), options);
    popup.addEventListener(
      'focusin',
      (event) => {
        this.#focused = event.target as HTMLElement;
      },
      options,
    );
    popup.addEventListener(
      'beforetoggle',
      (event) => {
        if ((event as ToggleEvent).newState === 'closed' && !this.#isAsked) queueMicrotask(() => this.#again(popup));
      },
      options,
    );
  }
  #note(isAsked: boolean): void {
    this.#isAsked = isAsked;
  }
  #again(popup: HTMLElement): void {
    if (this.isOpen || !popup.isConnected || this.#anchor?.isConnected !== true) return;
    popup.showPopover();
    this.#place(popup, this.#anchor);
    if (this.#focused?.isConnected) this.#focused.focus({ preventScroll: true });
  }
}
