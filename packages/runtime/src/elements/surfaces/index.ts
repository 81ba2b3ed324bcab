import { BannerElement, SlideoutElement } from './DockedElement.ts';
import { HotspotElement } from './HotspotElement.ts';

/** To be given to `defineElements`. */
export const SURFACES = {
  'shirube-slideout': SlideoutElement,
  'shirube-banner': BannerElement,
  'shirube-hotspot': HotspotElement,
};

declare global {
  interface HTMLElementTagNameMap {
    'shirube-slideout': SlideoutElement;
    'shirube-banner': BannerElement;
    'shirube-hotspot': HotspotElement;
  }
}

export { BannerElement, HotspotElement, SlideoutElement };
