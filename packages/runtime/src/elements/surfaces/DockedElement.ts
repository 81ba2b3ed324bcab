import { StepElement } from '../StepElement.ts';
import { dockedSheet } from './dockedStyles.ts';
import { wayFor } from './wayFor.ts';

/** A card that points at nothing and stands at an edge of the screen. */
class DockedElement extends StepElement {
  /** Called when it comes to another place in the page. */
  onPlaced: () => void = () => {};

  connectedCallback(): void {
    this.onPlaced();
  }
  override announce(): void {
    super.announce();
    const { status, view } = this;
    if (status && view) status.textContent += wayFor(view);
  }
  protected override sheets(): CSSStyleSheet[] {
    return [...super.sheets(), dockedSheet()];
  }
}

/** A card at a corner or a side. */
export class SlideoutElement extends DockedElement {}
/** A strip along the top or the bottom. */
export class BannerElement extends DockedElement {}
