import type { Tour } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import { setField } from '../../document/steps.ts';
import type { Shell } from '../../shell/Shell.ts';
import { pickFile, saveFile } from '../../ui/files.ts';
import { downloadIcon, trashIcon, uploadIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/Panel.ts';
import { textsIn } from '../../ui/texts.ts';
import { tourTexts } from './texts.ts';

/** What belongs to the tour as a whole: its name, where it comes from, its file. */
export class TourPanel extends Panel {
  static override styles = [Panel.sheet];
  static override properties = { ...Panel.properties, shell: { attribute: false } };
  declare shell: Shell;

  override render(): TemplateResult | typeof nothing {
    const { draft } = this.session;
    if (draft === undefined) return nothing;
    const texts = textsIn(tourTexts, this.session.ui);
    const { tour, listed } = draft;
    return html`
      <div class="section">
        <div class="field">
          <label for="name">${texts.name}</label>
          <input id="name" maxlength="200" .value=${tour.name ?? ''} @input=${this.#text('name', texts.name)} />
        </div>
        <div class="field">
          <label for="description">${texts.description}</label>
          <textarea id="description" rows="3" maxlength="2000" .value=${tour.description ?? ''} @input=${this.#text('description', texts.description)}></textarea>
          <span class="hint">${texts.descriptionHow}</span>
        </div>
        <div class="field">
          <span class="label">${texts.id}</span>
          <code>${tour.id}</code>
          <span class="hint">${texts.idHow}</span>
        </div>
      </div>
      <div class="section">
        <h3>${texts.file}</h3>
        <p class="hint">${texts.fileHow}</p>
        ${listed?.origin?.detail ? html`<p>${texts.origin[listed.origin.kind]} <code>${listed.origin.detail}</code></p>` : nothing}
        <div class="row wrap">
          <button @click=${this.#export}>${downloadIcon}${texts.exportFile}</button>
          <button @click=${this.#import}>${uploadIcon}${texts.importFile}</button>
        </div>
      </div>
      <div class="section">
        <h3>${texts.remove}</h3>
        <p class="hint">${(listed?.live.length ?? 0) > 0 ? texts.removeLive : texts.removeHow}</p>
        <div class="row">
          <button class="danger" ?disabled=${(listed?.live.length ?? 0) > 0} @click=${() => this.shell.deleteTour()}>${trashIcon}${texts.removeButton}</button>
        </div>
      </div>
    `;
  }

  #text(key: 'name' | 'description', name: string) {
    return (event: Event): void => {
      const { value } = event.target as HTMLInputElement;
      this.session.editTour({ name, merge: key }, (tour: Tour) =>
        setField(tour, key, value === '' && key === 'description' ? undefined : value),
      );
    };
  }
  readonly #export = (): void => {
    const { draft } = this.session;
    if (draft) saveFile(this.renderRoot, `${draft.tour.id}.json`, draft.text, 'application/json');
  };
  readonly #import = async (): Promise<void> => {
    const file = await pickFile(this.renderRoot, '.json,application/json');
    if (file !== undefined) await this.shell.importFile(file.name, await file.text());
  };
}
