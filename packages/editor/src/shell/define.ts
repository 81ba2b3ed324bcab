import { aimElements } from '../panels/aim/elements.ts';
import { LanguagesPanel } from '../panels/languages/LanguagesPanel.ts';
import { PublishPanel } from '../panels/publish/PublishPanel.ts';
import { RehearsePanel } from '../panels/rehearse/RehearsePanel.ts';
import { StepPanel } from '../panels/step/StepPanel.ts';
import { MiniPreview, PreviewTooltip } from '../panels/theme/MiniPreview.ts';
import { ThemePanel } from '../panels/theme/ThemePanel.ts';
import { TourPanel } from '../panels/tour/TourPanel.ts';
import type { PanelName } from '../session/Session.ts';
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

/** Panels that are fetched when they are opened for the first time: what nobody opens costs nothing. Each module registers its own elements by the function it exports. */
const LATER: Readonly<Partial<Record<PanelName, () => Promise<Readonly<Record<string, CustomElementConstructor>>>>>> =
  {};

/** The one place that registers the editor's elements. A page that loads the editor twice keeps the first registration. */
export const defineElements = (elements = ELEMENTS): void => {
  for (const [name, type] of Object.entries(elements)) if (!customElements.get(name)) customElements.define(name, type);
};

/** Fetches what a panel is made of. Rejects when it cannot be fetched; asked again, it tries again. */
export const definePanel = async (name: PanelName): Promise<void> => {
  const elements = await LATER[name]?.();
  if (elements) defineElements(elements);
};
