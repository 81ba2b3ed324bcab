import type { StepElement } from '../../elements/StepElement.ts';
import type { Disposer } from '../../ports.ts';
import { listen } from '../dom.ts';

/**
 * Tells a player's frame that the page's Content-Security-Policy has refused it, as an `error`, which is what pictures and videos hear of themselves.
 * The browser says it to the document alone.
 */
export const watchPolicy = (element: StepElement): Disposer =>
  listen([window], ['securitypolicyviolation'], ({ disposition, effectiveDirective, blockedURI }) => {
    // A policy that is only tried out refuses nothing.
    if (disposition !== 'enforce' || effectiveDirective !== 'frame-src') return;
    for (const frame of element.shadowRoot?.querySelectorAll('iframe') ?? [])
      if (blockedURI.startsWith(new URL(frame.src).origin)) frame.dispatchEvent(new Event('error'));
  });
