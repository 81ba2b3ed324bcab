export { defineElements } from './define.ts';
export { moreDrawing } from './more/index.ts';
export { richText, type TextContext } from './richText.ts';
export { ModalElement, StepElement, TooltipElement } from './StepElement.ts';
export { themeProperties } from './theme.ts';
