import { aimElements } from '../panels/aim/elements.ts';
import { LanguagesPanel } from '../panels/languages/LanguagesPanel.ts';
import { PublishPanel } from '../panels/publish/PublishPanel.ts';
import { RehearsePanel } from '../panels/rehearse/RehearsePanel.ts';
import { StepPanel } from '../panels/step/StepPanel.ts';
import { MiniPreview, PreviewTooltip } from '../panels/theme/MiniPreview.ts';
import { ThemePanel } from '../panels/theme/ThemePanel.ts';
import { TourPanel } from '../panels/tour/TourPanel.ts';
import { EditorElement } from './EditorElement.ts';
import { Home } from './Home.ts';
import { Strip } from './Strip.ts';

const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  'shirube-editor-strip': Strip,
  'shirube-editor-home': Home,
  'shirube-editor-step': StepPanel,
  'shirube-editor-tour': TourPanel,
  'shirube-editor-theme': ThemePanel,
  'shirube-editor-preview': PreviewTooltip,
  'shirube-editor-mini-preview': MiniPreview,
  'shirube-editor-languages': LanguagesPanel,
  ...aimElements,
  'shirube-editor-rehearse': RehearsePanel,
  'shirube-editor-publish': PublishPanel,
  'shirube-editor': EditorElement,
};

/** The one place that registers the editor's elements. A page that loads the editor twice keeps the first registration. */
export const defineElements = (): void => {
  for (const [name, type] of Object.entries(ELEMENTS)) if (!customElements.get(name)) customElements.define(name, type);
};
