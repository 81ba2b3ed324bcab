import { html, type TemplateResult } from 'lit';
import type { PanelName } from '../../session/Session.ts';
import {
  closeIcon,
  fileIcon,
  globeIcon,
  paletteIcon,
  peopleIcon,
  playIcon,
  sideIcon,
  targetIcon,
} from '../../ui/icons.ts';
import type { Shell } from '../Shell.ts';

/** In the order in which they stand, and in which Alt with a digit opens them. Publishing has a button of its own. */
export const PANELS = [
  'step',
  'aim',
  'theme',
  'languages',
  'tour',
  'rehearse',
  'publish',
] as const satisfies readonly PanelName[];

const ICONS: Readonly<Partial<Record<PanelName, TemplateResult>>> = {
  step: targetIcon,
  aim: peopleIcon,
  theme: paletteIcon,
  languages: globeIcon,
  tour: fileIcon,
  rehearse: playIcon,
};

/** The open panel, beside the app. */
export const inspectorView = (shell: Shell, panel: TemplateResult): TemplateResult => {
  const { texts, state } = shell;
  const { side } = state;
  return html`
    <section class="floats inspector ${side}" id="panel" aria-labelledby="panel-title" data-region="panel" data-panel=${state.panel}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing && !isInMenu(event))
          fold(shell, event);
      }}>
      <div class="head">
        <h2 class="brand" id="panel-title" tabindex="-1">${texts.panels[state.panel]}</h2>
        <button class="quiet icon-only" aria-label=${texts.otherSide} title=${texts.otherSide}
          @click=${() => shell.set({ side: side === 'right' ? 'left' : 'right' })}>${sideIcon}</button>
        <button class="quiet icon-only" aria-label=${texts.fold} title=${texts.fold} @click=${(event: Event) => fold(shell, event)}>${closeIcon}</button>
      </div>
      <div class="body" tabindex="-1">${panel}</div>
    </section>
  `;
};

/** Closes the panel; the focus goes to the button that opens it. */
const fold = (shell: Shell, { currentTarget }: Event): void => {
  const root = (currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  shell.set({ folded: true });
  root.querySelector<HTMLElement>(`[data-open=${shell.state.panel}]`)?.focus();
};

/** A menu or a dialog closes first, by itself. */
const isInMenu = ({ currentTarget }: Event): boolean => {
  let at = ((currentTarget as HTMLElement).getRootNode() as ShadowRoot).activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.closest('[popover], dialog') != null;
};

/** The buttons that open the panels. */
export const panelButtons = (shell: Shell): TemplateResult => {
  const { texts, state } = shell;
  const isOpen = (name: PanelName): boolean => name === state.panel && !state.folded;
  return html`
    <div class="panels" role="group" aria-label=${texts.panelsName}>
      ${PANELS.filter((name) => name !== 'publish').map(
        (name) => html`
          <button aria-expanded=${isOpen(name)} aria-controls="panel" data-open=${name}
            @click=${() => (isOpen(name) ? shell.set({ folded: true }) : shell.openPanel(name))}>
            ${ICONS[name]}<span>${texts.panels[name]}</span>
          </button>
        `,
      )}
    </div>
  `;
};
