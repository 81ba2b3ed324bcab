import { StepPanel } from '../panels/step/StepPanel.ts';
import type { PanelName } from '../session/Session.ts';
import { EditorElement } from './EditorElement.ts';
import { Home } from './Home.ts';
import { Strip } from './Strip.ts';

const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  'shirube-editor-strip': Strip,
  'shirube-editor-home': Home,
  'shirube-editor-step': StepPanel,
  'shirube-editor': EditorElement,
};

/** Panels that are fetched when they are opened for the first time: what nobody opens costs nothing. Each module registers its own elements by the function it exports. */
const LATER: Readonly<Partial<Record<PanelName, () => Promise<Readonly<Record<string, CustomElementConstructor>>>>>> = {
  aim: async () => (await import('../panels/aim/elements.ts')).aimElements,
  theme: async () => {
    const [{ ThemePanel }, { MiniPreview, PreviewTooltip }] = await Promise.all([
      import('../panels/theme/ThemePanel.ts'),
      import('../panels/theme/MiniPreview.ts'),
    ]);
    return {
      'shirube-editor-theme': ThemePanel,
      'shirube-editor-preview': PreviewTooltip,
      'shirube-editor-mini-preview': MiniPreview,
    };
  },
  languages: async () => ({
    'shirube-editor-languages': (await import('../panels/languages/LanguagesPanel.ts')).LanguagesPanel,
  }),
  tour: async () => ({ 'shirube-editor-tour': (await import('../panels/tour/TourPanel.ts')).TourPanel }),
  rehearse: async () => ({
    'shirube-editor-rehearse': (await import('../panels/rehearse/RehearsePanel.ts')).RehearsePanel,
  }),
  publish: async () => ({ 'shirube-editor-publish': (await import('../panels/publish/PublishPanel.ts')).PublishPanel }),
};

/** The one place that registers the editor's elements. A page that loads the editor twice keeps the first registration. */
export const defineElements = (elements = ELEMENTS): void => {
  for (const [name, type] of Object.entries(elements)) if (!customElements.get(name)) customElements.define(name, type);
};

/** Fetches what a panel is made of. Rejects when it cannot be fetched; asked again, it tries again. */
export const definePanel = async (name: PanelName): Promise<void> => {
  const elements = await LATER[name]?.();
  if (elements) defineElements(elements);
};
