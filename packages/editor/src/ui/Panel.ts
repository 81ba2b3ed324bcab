import { type CSSResultGroup, LitElement } from 'lit';
import type { Session } from '../session/Session.ts';
import { controls } from './controls.ts';

/**
 * One panel of the editor, in a shadow root of its own inside the editor's. It is given the session, draws what that holds, and changes it
 * by the session alone. What a person is in the middle of (an open menu, a half-written field) is the panel's own.
 *
 * Register it in `elements/define.ts` under `shirube-editor-…`. Styles: `static styles = [Panel.sheet, css…]`.
 */
export abstract class Panel extends LitElement {
  static readonly sheet: CSSResultGroup = controls;
  static override properties = { session: { attribute: false }, focusPath: { attribute: false } };
  declare session: Session;
  /** JSON Pointer into the tour: the field that is asked for. Changes whenever somebody asks. */
  declare focusPath: string | undefined;
  #unsubscribe = (): void => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.session.subscribe(() => this.requestUpdate());
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe();
  }
}
