import { html, nothing, type TemplateResult } from 'lit/html.js';
import { surfaceStringsFor } from '../../locale/surfaces/index.ts';
import type { StepView } from '../../ports.ts';
import { StepElement } from '../StepElement.ts';
import { beaconSheet } from './beaconStyles.ts';
import { wayFor } from './wayFor.ts';

/** The beacon of a hotspot. Its tip is a `shirube-tooltip` of its own. It asks for attention until its tip was once opened. */
export class HotspotElement extends StepElement {
  /** Called when the beacon is pressed. */
  onPress: () => void = () => {};

  /** Here the beacon and what holds it, not a card with text. */
  override get card(): HTMLElement | null {
    return this.find('[part=anchor]');
  }
  get beacon(): HTMLElement | null {
    return this.find('[part~=beacon]');
  }
  /** Whether the tip is open. */
  set expanded(open: boolean) {
    this.beacon?.setAttribute('aria-expanded', String(open));
  }
  /** The tip was opened: no more emphasis. */
  quiet(): void {
    if (this.view) this.beacon?.setAttribute('part', partsOf({ ...this.view, opened: true }));
  }
  override announce(): void {
    if (this.status && this.view) this.status.textContent = nameOf(this.view) + wayFor(this.view);
  }

  protected override sheets(): CSSStyleSheet[] {
    return [...super.sheets(), beaconSheet()];
  }
  protected override label(card: HTMLElement, { title }: StepView['content']): void {
    card.setAttribute('aria-label', title ?? surfaceStringsFor(this.view?.locale ?? '').tip);
  }
  protected override draw(view: StepView): TemplateResult {
    const { beaconLabel, locale } = view;
    return html`
      <div part="anchor" role="region" popover="manual">
        <button part=${partsOf(view)} aria-expanded="false" aria-label=${nameOf(view)} .press=${() => this.onPress()}>
          <span part="mark"></span>${beaconLabel ? html`<span part="label">${beaconLabel}</span>` : nothing}
        </button>
      </div>
      <div role="status" lang=${locale}></div>
    `;
  }
}

const partsOf = ({ opened, beaconLabel }: StepView): string =>
  ['beacon', opened ? 'opened' : 'calling', ...(beaconLabel ? ['labelled'] : [])].join(' ');

/** What can be read on it comes first, so that it can be called by what people see. */
const nameOf = ({ content, locale, beaconLabel }: StepView): string => {
  const { show, tip } = surfaceStringsFor(locale);
  const name = show.replace('{title}', () => content.title ?? tip);
  return beaconLabel ? `${beaconLabel} – ${name}` : name;
};
