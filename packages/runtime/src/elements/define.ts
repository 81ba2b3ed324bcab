import { ModalElement, TooltipElement } from './StepElement.ts';

const PLAIN: Readonly<Record<string, CustomElementConstructor>> = {
  'shirube-tooltip': TooltipElement,
  'shirube-modal': ModalElement,
};

/**
 * The one place that registers elements: the plain ones, or those that are given. Calling it twice, or from two builds on one page, is
 * safe: the first one stays.
 */
export const defineElements = (elements = PLAIN): void => {
  for (const [name, type] of Object.entries(elements)) if (!customElements.get(name)) customElements.define(name, type);
};

declare global {
  interface HTMLElementTagNameMap {
    'shirube-tooltip': TooltipElement;
    'shirube-modal': ModalElement;
  }
}
