import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';

type Charts = typeof import('./charts.ts');
/** Draws at a width in CSS pixels. */
export type Draw = (charts: Charts, widthPx: number) => SVGSVGElement;

/**
 * A place for one chart: holds its height while Observable Plot (a large, lazy chunk) arrives, and draws again when
 * its width changes. Fires `chart-failed` when the chunk cannot be loaded: the table says the same.
 */
export class Chart extends LitElement {
  static override properties = { draw: { attribute: false }, heightAt: { attribute: false } };
  declare draw: Draw;
  declare heightAt: (widthPx: number) => number;
  #charts: Charts | undefined;
  #widthPx = 0;
  readonly #resize = new ResizeObserver(([entry]) => {
    const widthPx = Math.floor(entry?.contentRect.width ?? 0);
    if (widthPx === this.#widthPx || widthPx === 0) return;
    this.#widthPx = widthPx;
    this.requestUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const drawn = this.#charts && this.#widthPx > 0 ? this.draw(this.#charts, this.#widthPx) : undefined;
    return html`${drawn ?? ''}`;
  }

  protected override updated(_changed: PropertyValues): void {
    this.style.minHeight = `${this.heightAt(this.#widthPx || this.clientWidth)}px`;
  }

  async #load(): Promise<void> {
    try {
      this.#charts ??= await import('./charts.ts');
      this.requestUpdate();
    } catch {
      this.dispatchEvent(new CustomEvent('chart-failed', { bubbles: true }));
    }
  }
}
