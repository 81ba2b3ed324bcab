import { ModalElement, TooltipElement } from './StepElement.ts';

/** The one place that registers elements. Calling it twice, or from two builds on one page, is safe: the first one stays. */
export const defineElements = (): void => {
  const define = (name: string, type: CustomElementConstructor): void => {
    if (!customElements.get(name)) customElements.define(name, type);
  };
  define('shirube-tooltip', TooltipElement);
  define('shirube-modal', ModalElement);
};

declare global {
  interface HTMLElementTagNameMap {
    'shirube-tooltip': TooltipElement;
    'shirube-modal': ModalElement;
  }
}
