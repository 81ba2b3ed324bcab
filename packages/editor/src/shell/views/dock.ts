import { html, type TemplateResult } from 'lit';
import { stepsOf } from '../../document/steps.ts';
import type { SaveState } from '../../session/Session.ts';
import {
  backIcon,
  closeIcon,
  foundIcon,
  keyboardIcon,
  navigateIcon,
  publishIcon,
  recordIcon,
  redoIcon,
  undoIcon,
  warnIcon,
} from '../../ui/icons.ts';
import type { Shell } from '../Shell.ts';
import { conflictView } from './conflict.ts';
import { panelButtons } from './inspector.ts';

/** The bar at the bottom: which tour, what clicks do, undo, publish; and the strip of steps. */
export const dockView = (shell: Shell, onClose: () => void): TemplateResult => {
  const { texts, state, session } = shell;
  const { draft } = session;
  if (draft === undefined) return html``;
  const { tour, undoName, redoName } = draft;
  // Before the first step there is nothing to mend yet.
  const problems = stepsOf(tour).length === 0 ? 0 : draft.problems.length;
  return html`
    <section class="floats dock" aria-label=${texts.editor} data-region="bar">
      ${draft.save.name === 'conflict' ? conflictView(shell, draft.save) : ''}
      <div class="bar">
        <button class="quiet icon-only" aria-label=${texts.allTours} title=${texts.allTours} @click=${() => shell.leaveTour()}>${backIcon}</button>
        <input class="name" aria-label=${texts.tourName} .value=${tour.name ?? ''} maxlength="200"
          @input=${(event: Event) => rename(shell, (event.target as HTMLInputElement).value)} />
        ${saveView(shell, draft.save)}
        <span class="gap"></span>
        ${languageView(shell)}
        <div class="segmented modes" role="group" aria-label=${texts.recordHow}>
          <button aria-pressed=${state.mode === 'record'} title=${texts.recordHow} @click=${() => shell.setMode('record')}>${recordIcon}${texts.record}</button>
          <button aria-pressed=${state.mode === 'navigate'} title=${texts.navigateHow} @click=${() => shell.setMode('navigate')}>${navigateIcon}${texts.navigate}</button>
        </div>
        <span class="rule"></span>
        <button class="quiet icon-only" aria-label=${undoName ? texts.undoWhat(undoName) : texts.undo} title=${undoName ? texts.undoWhat(undoName) : texts.undo}
          aria-disabled=${undoName === undefined} @click=${() => shell.undo()}>${undoIcon}</button>
        <button class="quiet icon-only" aria-label=${redoName ? texts.redoWhat(redoName) : texts.redo} title=${redoName ? texts.redoWhat(redoName) : texts.redo}
          aria-disabled=${redoName === undefined} @click=${() => shell.redo()}>${redoIcon}</button>
        <button class="quiet icon-only" aria-label=${texts.shortcuts} title=${texts.shortcuts} @click=${() => shell.set({ sheet: 'open' })}>${keyboardIcon}</button>
        <span class="rule"></span>
        <button class="primary" aria-expanded=${state.panel === 'publish' && !state.folded} aria-controls="panel" data-open="publish"
          @click=${() => shell.openPanel('publish')}>${publishIcon}${texts.publish}${problems > 0 ? html`<span class="count" role="img" aria-label=${texts.problems(problems)}>${problems}</span>` : ''}</button>
        <button class="quiet icon-only" aria-label=${texts.close} title=${texts.close} @click=${onClose}>${closeIcon}</button>
      </div>
      ${
        state.mode === 'navigate'
          ? html`<p class="tip">${texts.navigating}</p>`
          : html`<div class="second">
              <shirube-editor-strip .session=${session} .shell=${shell} .state=${state}></shirube-editor-strip>${panelButtons(shell)}
            </div>`
      }
    </section>
  `;
};

const rename = ({ session, texts }: Shell, name: string): void =>
  session.editTour({ name: texts.edits.rename, merge: 'rename' }, (tour) =>
    tour.name === name ? tour : { ...tour, name },
  );

/** In which language the steps are shown and written, where the tour has more than one. */
const languageView = ({ session, texts, parts }: Shell): TemplateResult | '' => {
  const { tour, contentLocale } = session.draft ?? {};
  if (tour === undefined || (tour.locales?.length ?? 0) < 2) return '';
  const names = new Intl.DisplayNames([parts.ui], { type: 'language', fallback: 'code' });
  return html`
    <select class="shown-language" aria-label=${texts.language} title=${texts.language}
      @change=${(event: Event) => session.showLocale((event.target as HTMLSelectElement).value)}>
      ${tour.locales.map((one) => html`<option value=${one} .selected=${one === contentLocale}>${named(names, one)}</option>`)}
    </select>
  `;
};
/** A tag that is not one is shown as it was written. */
const named = (names: Intl.DisplayNames, tag: string): string => {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
};

const saveView = (shell: Shell, save: SaveState): TemplateResult => {
  const text = shell.texts.save[save.name];
  const trouble = save.name !== 'saved' && save.name !== 'saving';
  return html`
    <span class="save ${trouble ? 'trouble' : ''}" data-save=${save.name} title=${save.name === 'refused' ? save.detail : text}>
      ${trouble ? warnIcon : save.name === 'saved' ? foundIcon : ''}<span>${text}</span>
    </span>
  `;
};
