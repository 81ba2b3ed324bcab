import type { TourListItem } from '@shirube/schema/api';
import { css, html, type TemplateResult } from 'lit';
import { pickFile } from '../ui/files.ts';
import { closeIcon, plusIcon, signpostIcon, uploadIcon } from '../ui/icons.ts';
import { Panel } from '../ui/Panel.ts';
import type { Shell } from './Shell.ts';

/** Every tour of the workspace, and the way to begin one. */
export class Home extends Panel {
  static override styles = [
    Panel.sheet,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 8px 8px 8px 12px;
        border-bottom: 1px solid var(--line);
      }
      .brand {
        display: flex;
        flex: 1;
        align-items: center;
        gap: 8px;
        font-weight: 600;
      }
      .brand .icon {
        color: var(--accent);
      }
      .body {
        display: grid;
        gap: 12px;
        padding: 12px 16px 16px;
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      .tour {
        display: grid;
        gap: 2px;
        justify-content: stretch;
        justify-items: start;
        width: 100%;
        padding: 8px 12px;
        text-align: start;
      }
      h2 {
        white-space: nowrap;
      }
      .tour b {
        font-weight: 600;
      }
      .bones i {
        display: block;
        height: 58px;
        margin-block-end: 8px;
        background: var(--paper);
        border-radius: 6px;
      }
      .foot {
        display: flex;
        gap: 8px;
        align-items: center;
        padding: 8px 12px 8px 16px;
        border-top: 1px solid var(--line);
      }
    `,
  ];
  static override properties = {
    ...Panel.properties,
    shell: { attribute: false },
    state: { attribute: false },
    wanted: { state: true },
  };
  declare shell: Shell;
  /** What the shell holds: when it is another one, this is drawn anew. */
  declare state: Shell['state'];
  declare wanted: string;
  onClose: () => void = () => {};

  constructor() {
    super();
    this.wanted = '';
  }

  override render(): TemplateResult {
    const { texts } = this.shell;
    const { workspace } = this.session;
    return html`
      <div class="head">
        <span class="brand">${signpostIcon}Shirube</span>
        <button class="quiet icon-only" aria-label=${texts.close} title=${texts.close} @click=${() => this.onClose()}>${closeIcon}</button>
      </div>
      <div class="body">
        <div class="row wrap">
          <h2 class="grow" tabindex="-1">${texts.tours}</h2>
          <button class="quiet" @click=${this.#import}>${uploadIcon}${texts.importTour}</button>
          <button class="primary" @click=${() => this.shell.create()}>${plusIcon}${texts.newTour}</button>
        </div>
        ${this.#list()}
      </div>
      <div class="foot">
        <span class="hint grow truncate">${workspace.member?.email ?? ''}</span>
        <button class="quiet" @click=${() => this.shell.signOut()}>${texts.signOut}</button>
      </div>
    `;
  }

  #list(): TemplateResult {
    const { texts, parts, state } = this.shell;
    const { workspace, failure } = { workspace: this.session.workspace, failure: this.shell.session.failure };
    if (failure !== undefined) {
      return html`
        <div class="stack" role="alert">
          <p>${texts.failure[failure.kind](parts.origin, failure.detail ?? '')}</p>
          <div class="row"><button @click=${() => this.shell.reload()}>${texts.retry}</button></div>
        </div>
      `;
    }
    if (!workspace.loaded && workspace.tours.length === 0) {
      return html`<div class="bones" role="status"><span class="visually-hidden">${texts.loading}</span><i></i><i></i><i></i></div>`;
    }
    const local = state.unsent.filter((id) => !workspace.tours.some((tour) => tour.id === id));
    if (workspace.tours.length + local.length === 0) {
      return html`<div class="empty"><b>${texts.noTours}</b><p>${texts.noToursHow}</p></div>`;
    }
    const found = workspace.tours.filter(({ name, id }) =>
      `${name} ${id}`.toLowerCase().includes(this.wanted.toLowerCase()),
    );
    return html`
      ${
        workspace.tours.length > 5
          ? html`<input type="search" aria-label=${texts.search} placeholder=${texts.search} .value=${this.wanted}
              @input=${(event: Event) => {
                this.wanted = (event.target as HTMLInputElement).value;
              }} />`
          : ''
      }
      <ul class="stack">
        ${local.map((id) => html`<li><button class="tour" @click=${() => this.shell.open(id)}><b>${id}</b><span class="warn">${texts.unsent}</span></button></li>`)}
        ${found.map((tour) => html`<li>${this.#tour(tour)}</li>`)}
      </ul>
      ${found.length === 0 && this.wanted !== '' ? html`<p class="hint">${texts.noMatch}</p>` : ''}
    `;
  }

  #tour({ id, name, live, updatedAt, updatedBy, origin }: TourListItem): TemplateResult {
    const { texts, parts, state } = this.shell;
    const when = new Date(updatedAt).toLocaleString(parts.ui, { dateStyle: 'medium', timeStyle: 'short' });
    return html`
      <button class="tour" @click=${() => this.shell.open(id)}>
        <b>${name}</b>
        <span class=${live.length > 0 ? 'good' : 'muted'}>
          ${live.length > 0 ? live.map((one) => texts.live(one.version, one.environment)).join(' · ') : texts.notLive}
        </span>
        <span class="hint">${texts.changed(updatedBy, when)}</span>
        ${origin?.kind === 'git' ? html`<span class="hint">${texts.fromGit(origin.detail ?? '')}</span>` : ''}
        ${state.unsent.includes(id) ? html`<span class="warn">${texts.unsent}</span>` : ''}
      </button>
    `;
  }

  readonly #import = async (): Promise<void> => {
    const file = await pickFile(this.renderRoot, '.json,application/json');
    if (file !== undefined) await this.shell.importFile(file.name, await file.text());
  };
}
