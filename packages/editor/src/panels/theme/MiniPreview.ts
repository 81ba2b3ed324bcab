import { moreDrawing, TooltipElement } from '@shirube/runtime/elements';
import type { Theme } from '@shirube/schema/theme';
import type { Tour } from '@shirube/schema/tour';
import { css, html, LitElement, type TemplateResult } from 'lit';
import type { Scheme } from './model.ts';

/** The runtime's own tooltip under a name of ours: the app may have registered another build's. */
export class PreviewTooltip extends TooltipElement {}

/** A small tooltip as people will see it, in one scheme. It takes no focus and no press. */
export class MiniPreview extends LitElement {
  static override properties = {
    theme: { attribute: false },
    tour: { attribute: false },
    scheme: {},
    words: { attribute: false },
    lang: {},
  };
  static override styles = css`
    :host {
      display: block;
    }
    .stage {
      position: relative;
      height: 132px;
      overflow: hidden;
      border: 1px solid var(--line);
      border-radius: 10px;
      background: #ecebe7;
      /* What is fixed inside stays inside. */
      transform: translateZ(0);
    }
    .stage.dark {
      background: #0f0e0d;
    }
  `;
  declare theme: Theme | undefined;
  declare tour: Tour;
  declare scheme: Scheme;
  declare words: { readonly title: string; readonly body: string };
  #tooltip: PreviewTooltip | undefined;
  readonly #size = new ResizeObserver(([entry]) => {
    const stage = this.renderRoot.querySelector<HTMLElement>('.stage');
    if (entry) stage?.style.setProperty('height', `${Math.ceil(entry.target.getBoundingClientRect().height) + 24}px`);
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  override render(): TemplateResult {
    return html`<div class="stage ${this.scheme}" inert></div>`;
  }

  override updated(): void {
    const stage = this.renderRoot.querySelector('.stage');
    if (!stage) return;
    if (!this.#tooltip) {
      this.#tooltip = document.createElement('shirube-editor-preview') as PreviewTooltip;
      this.#tooltip.more = moreDrawing;
      this.#tooltip.style.setProperty('--_z', '0.62');
      this.#tooltip.style.setProperty('--_room', '236px');
      for (const side of ['--_w', '--_h']) this.#tooltip.style.setProperty(side, '100%');
      stage.append(this.#tooltip);
    }
    const { theme, tour, scheme, words } = this;
    this.#tooltip.view = {
      runId: 'preview',
      tourId: tour.id,
      step: { id: 'preview', kind: 'tooltip', content: {} },
      locale: this.lang,
      content: {
        title: words.title,
        body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words.body }] }] },
      },
      target: null,
      placement: 'auto',
      buttons: undefined,
      progress: { kind: tour.progress ?? 'dots', current: 2, total: 4 },
      canGoBack: true,
      dismissible: tour.dismissible !== false,
      traits: {},
      theme: { id: 'preview', ...theme, scheme },
    };
    const { card } = this.#tooltip;
    if (!card) return;
    card.classList.add('centred');
    this.#size.disconnect();
    this.#size.observe(card);
  }
}
