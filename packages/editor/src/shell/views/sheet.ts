import { html, type TemplateResult } from 'lit';
import { closeIcon } from '../../ui/icons.ts';
import { keyName } from '../../ui/keyNames.ts';
import type { Shell } from '../Shell.ts';
import type { ShellTexts } from '../texts.ts';

const KEYS: readonly (readonly [keyof ShellTexts['keys'], readonly string[]])[] = [
  ['record', ['Alt+R']],
  ['navigate', ['Alt+N']],
  ['through', ['Alt+Click']],
  ['pick', ['Tab', 'Enter']],
  ['wider', ['↑', '↓', '← →']],
  ['under', ['Shift']],
  ['freeze', ['F']],
  ['goOn', ['Mod+Enter']],
  ['leave', ['Esc']],
  ['steps', ['Alt+↑', 'Alt+↓']],
  ['moveStep', ['Alt+Shift+↑', 'Alt+Shift+↓']],
  ['regions', ['F6', 'Shift+F6']],
  ['panels', ['Alt+1 … 7']],
  ['publish', ['Alt+P']],
  ['undo', ['Mod+Z']],
  ['redo', ['Mod+Shift+Z']],
  ['sheet', ['Alt+/']],
];

/** Every shortcut of the editor. */
export const sheetView = (shell: Shell): TemplateResult => {
  const { texts } = shell;
  const close = (): void => shell.set({ sheet: 'closed' });
  return html`
    <dialog aria-labelledby="sheet-title" @close=${close}>
      <div class="head">
        <h2 class="brand" id="sheet-title">${texts.shortcuts}</h2>
        <button class="quiet icon-only" aria-label=${texts.close} @click=${close}>${closeIcon}</button>
      </div>
      <dl class="keys">
        ${KEYS.map(
          ([name, keys]) => html`
            <dt>${texts.keys[name]}</dt>
            <dd>${keys.map((key) => html` <kbd>${keyName(key)}</kbd>`)}</dd>
          `,
        )}
      </dl>
      <p class="tip">${texts.keysLead}</p>
    </dialog>
  `;
};
