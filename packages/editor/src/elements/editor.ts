import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { chooseLocale, type EditorLocale } from '../locale/index.ts';
import type { EditorState } from '../model/state.ts';
import type { EditorInput } from '../model/transition.ts';
import type { PanelLayout } from '../page/layoutStore.ts';
import type { ViewContext } from './context.ts';
import { editorStyles } from './styles.ts';
import { announcement, body, viewName } from './views/body.ts';
import { closeIcon, collapseIcon, sideIcon, signpostIcon } from './views/icons.ts';

/**
 * `<shirube-editor>`: the panel over the app, and the outline around a shown target. It covers the viewport but takes no pointer outside its
 * panel. It draws the state that it is given and tells what the person did; it decides nothing, except how the panel stands.
 */
export class ShirubeEditor extends LitElement {
  static override styles = editorStyles;
  static override properties = {
    state: { attribute: false },
    locale: { attribute: false },
    server: { attribute: false },
    url: { attribute: false },
    layout: { attribute: false },
  };
  declare state: EditorState;
  declare locale: EditorLocale;
  declare server: string;
  declare url: string;
  declare layout: PanelLayout;

  /** Set by the opener. Callbacks and not DOM events, which the app could hear. */
  send: (input: EditorInput) => void = () => {};
  onLayout: (layout: PanelLayout) => void = () => {};
  onClose: () => void = () => {};

  /** The outline around a shown target; it stands in the viewport's own coordinates. The highlighter moves it. */
  readonly frame: HTMLElement = document.createElement('div');

  #hadFocus = false;

  constructor() {
    super();
    this.state = { name: 'signed_out', notice: undefined };
    this.locale = chooseLocale([]);
    this.server = '';
    this.url = '';
    this.layout = { side: 'right', collapsed: false };
    this.frame.className = 'frame';
    this.frame.hidden = true;
  }

  override render(): TemplateResult {
    return html`
      <div class="root" lang=${this.locale.tag}>
        ${this.frame}
        ${this.layout.collapsed ? this.#folded() : this.#panel()}
        <p class="heard" role="status">${announcement(this.state, this.locale.texts)}</p>
      </div>
    `;
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
  }

  /** A view that is replaced under the person's focus hands it on; focus that is in the app stays there. */
  protected override updated(changed: PropertyValues): void {
    if (!this.#hadFocus || this.shadowRoot?.activeElement != null) return;
    const folded = changed.has('layout') ? '.fold' : 'h2';
    this.renderRoot.querySelector<HTMLElement>(folded)?.focus();
  }

  #folded(): TemplateResult {
    const { texts } = this.locale;
    return html`
      <button class="fold tab ${this.layout.side}" aria-label=${texts.expand} title=${texts.expand}
        @click=${() => this.#stand({ collapsed: false })}>${signpostIcon}</button>
    `;
  }

  #panel(): TemplateResult {
    const { texts } = this.locale;
    const { side } = this.layout;
    const toSide = side === 'right' ? texts.toLeft : texts.toRight;
    const signedIn = this.state.name !== 'signed_out' && this.state.name !== 'signing_in';
    const context: ViewContext = { locale: this.locale, server: this.server, url: this.url, send: this.send };
    return html`
      <section class="panel ${side}" aria-label=${texts.editor}>
        <header>
          <span class="brand">${signpostIcon}Shirube</span>
          <button class="square move" aria-label=${toSide} title=${toSide}
            @click=${() => this.#stand({ side: side === 'right' ? 'left' : 'right' })}>${sideIcon}</button>
          <button class="square fold" aria-label=${texts.collapse} title=${texts.collapse}
            @click=${() => this.#stand({ collapsed: true })}>${collapseIcon}</button>
          <button class="square" aria-label=${texts.close} title=${texts.close}
            @click=${() => this.onClose()}>${closeIcon}</button>
        </header>
        <div class="body" data-view=${viewName(this.state)}>${body(this.state, context)}</div>
        ${
          signedIn
            ? html`<footer><button class="small" @click=${() => this.send({ type: 'sign_out_pressed' })}>${texts.signOut}</button></footer>`
            : nothing
        }
      </section>
    `;
  }

  #stand(change: Partial<PanelLayout>): void {
    this.layout = { ...this.layout, ...change };
    this.onLayout(this.layout);
  }
}
