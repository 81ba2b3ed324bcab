import type { Step } from '@shirube/schema/tour';
import { css, html, nothing, type TemplateResult } from 'lit';
import { duplicateStep, moveStep, stepsOf, removeStep as withoutStep } from '../document/steps.ts';
import { addressWithin } from '../page/addressWithin.ts';
import { livesHere } from '../stage/Stage.ts';
import {
  bannerIcon,
  duplicateIcon,
  goIcon,
  hotspotIcon,
  leftIcon,
  modalIcon,
  moreIcon,
  rightIcon,
  slideoutIcon,
  trashIcon,
} from '../ui/icons.ts';
import { openMenu } from '../ui/openMenu.ts';
import { Panel } from '../ui/Panel.ts';
import type { Shell } from './Shell.ts';
import { thumbnail, thumbnailStyles } from './thumbnail.ts';

/** A tooltip needs no button of its own: it is what clicking in the app makes. */
const KINDS = ['modal', 'slideout', 'hotspot', 'banner'] as const;

const ADD_ICONS = { modal: modalIcon, slideout: slideoutIcon, hotspot: hotspotIcon, banner: bannerIcon };

/** The steps in their order, as small pictures: chosen, moved by dragging or by keys, duplicated, deleted. */
export class Strip extends Panel {
  static override styles = [
    Panel.sheet,
    thumbnailStyles,
    css`
      .strip {
        display: flex;
        align-items: stretch;
        gap: 8px;
        padding: 4px 12px 12px;
        overflow-x: auto;
        scroll-padding-inline: 12px 280px;
        overscroll-behavior: contain;
      }
      ol {
        display: flex;
        gap: 8px;
      }
      li {
        position: relative;
        flex: none;
      }
      .tile {
        position: relative;
        display: block;
        width: 132px;
        height: 78px;
        padding: 0;
        overflow: hidden;
        text-align: start;
        background: var(--paper);
        touch-action: pan-x;
      }
      .tile[aria-pressed='true'] {
        border-color: var(--accent);
        box-shadow: inset 0 0 0 1px var(--accent);
      }
      li.dragged .tile {
        opacity: 0.5;
      }
      li.before::before,
      li.after::after {
        content: '';
        position: absolute;
        inset-block: 0;
        width: 2px;
        background: var(--accent);
        inset-inline-start: -5px;
      }
      li.after::after {
        inset-inline: auto -5px;
      }
      .more {
        position: absolute;
        right: 4px;
        top: 4px;
        width: 24px !important;
        min-height: 24px !important;
        background: var(--surface) !important;
        border-color: var(--line) !important;
      }
      .adds {
        position: sticky;
        inset-inline-end: -12px;
        z-index: 1;
        display: grid;
        flex: none;
        grid-template-columns: auto auto;
        gap: 4px;
        align-content: stretch;
        padding-inline-end: 12px;
        margin-inline-end: -12px;
        background: var(--surface);
      }
      .add {
        justify-content: flex-start;
        padding: 2px 10px 2px 6px;
        border-style: dashed;
        color: var(--muted);
        font-size: 12px;
        white-space: nowrap;
      }
      @media (max-width: 1100px) {
        .add {
          padding: 2px 10px;
        }
        .add span {
          display: none;
        }
      }
      .add:hover {
        color: var(--ink);
      }
      .lead {
        align-self: center;
        max-width: 420px;
      }
    `,
  ];
  static override properties = {
    ...Panel.properties,
    shell: { attribute: false },
    state: { attribute: false },
    drag: { state: true },
  };
  declare shell: Shell;
  /** What the shell holds: when it is another one, this is drawn anew. */
  declare state: Shell['state'];
  declare drag: { readonly id: string; readonly to: number } | undefined;

  #inSight: string | undefined;

  override render(): TemplateResult | typeof nothing {
    const { draft } = this.session;
    if (draft === undefined) return nothing;
    const { texts } = this.shell;
    const steps = stepsOf(draft.tour);
    const at = this.drag ? steps.findIndex(({ id }) => id === this.drag?.id) : -1;
    return html`
      <div class="strip">
        <ol aria-label=${texts.steps} @keydown=${this.#onKey}>
          ${steps.map((step, index) => this.#tile(step, index, at))}
        </ol>
        ${steps.length === 0 ? html`<p class="hint lead">${texts.firstStep}</p>` : nothing}
        <div class="adds" role="group" aria-label=${texts.addStep}>
          ${KINDS.map((kind) => html`<button class="add" data-add=${kind} aria-label=${texts.addKind[kind]} title=${texts.addKind[kind]} @click=${() => this.#add(kind)}>${ADD_ICONS[kind]}<span>${texts.addShort[kind]}</span></button>`)}
        </div>
      </div>
    `;
  }

  /** A step that was added behind the last one in sight comes into sight. */
  protected override updated(): void {
    const selected = this.session.draft?.step?.id;
    if (selected === this.#inSight) return;
    this.#inSight = selected;
    this.renderRoot.querySelector('.tile[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #tile(step: Step, index: number, dragged: number): TemplateResult {
    const { texts, state } = this.shell;
    const { draft } = this.session;
    const selected = step.id === draft?.step?.id;
    const title = step.content?.[draft?.contentLocale ?? '']?.title || texts.noTitle;
    const here = livesHere(step, state.url);
    const troubled = draft?.problems.some(({ path }) => path.startsWith(`/steps/${index}/`)) ?? false;
    const to = this.drag?.to;
    const side = to === index && dragged !== index ? (to < dragged ? 'before' : 'after') : '';
    return html`
      <li class="${this.drag?.id === step.id ? 'dragged' : ''} ${side}" data-step=${step.id}>
        <button class="tile" aria-pressed=${selected} tabindex=${selected || (index === 0 && draft?.step === undefined) ? 0 : -1}
          aria-label="${texts.stepNumber(index + 1, title)}${here ? '' : `, ${texts.elsewhere}`}"
          @click=${() => this.session.select(step.id)} @pointerdown=${(event: PointerEvent) => this.#grab(event, step.id)}>
          ${thumbnail(step, { number: index + 1, title, here, troubled, elsewhere: texts.elsewhereShort, look: selected ? state.stage : undefined, looks: texts.looks })}
        </button>
        ${
          selected
            ? html`<button class="quiet icon-only more" aria-label=${texts.stepMenu} title=${texts.stepMenu} aria-haspopup="menu" @click=${(event: Event) => this.#menu(event, step)}>${moreIcon}</button>`
            : nothing
        }
      </li>
    `;
  }

  #menu(event: Event, step: Step): void {
    const { texts } = this.shell;
    const address = addressWithin(step.page, this.session.page.location);
    openMenu(event.currentTarget as HTMLElement, [
      { icon: duplicateIcon, label: texts.duplicate, keys: 'Mod+D', do: () => this.duplicate(step.id) },
      { icon: leftIcon, label: texts.moveBack, keys: 'Alt+Shift+↑', do: () => this.move(step.id, -1) },
      { icon: rightIcon, label: texts.moveOn, keys: 'Alt+Shift+↓', do: () => this.move(step.id, 1) },
      ...(address === undefined || livesHere(step, this.shell.state.url)
        ? []
        : [{ icon: goIcon, label: texts.goThere, do: () => this.session.page.location.assign(address) }]),
      { icon: trashIcon, label: texts.remove, keys: 'Del', danger: true as const, do: () => this.removeStep(step.id) },
    ]);
  }
  #add(kind: (typeof KINDS)[number]): void {
    if (kind !== 'hotspot') {
      this.shell.addStep(kind);
      return;
    }
    this.shell.set({ kind });
    this.shell.setMode('record');
    this.session.announce(this.shell.texts.recording);
  }

  duplicate(stepId: string): void {
    const { tour } = this.session.draft ?? {};
    if (tour === undefined) return;
    const { id } = duplicateStep(tour, stepId);
    this.session.editTour(
      { name: this.shell.texts.edits.duplicateStep, select: id },
      (now) => duplicateStep(now, stepId).tour,
    );
  }
  move(stepId: string, by: number): void {
    this.session.editTour({ name: this.shell.texts.edits.moveStep }, (tour) => moveStep(tour, stepId, by));
  }
  removeStep(stepId: string): void {
    const { texts } = this.shell;
    const { draft } = this.session;
    const step = draft && stepsOf(draft.tour).find(({ id }) => id === stepId);
    const title = step?.content?.[draft?.contentLocale ?? '']?.title || texts.noTitle;
    this.session.editTour({ name: texts.edits.removeStep }, (tour) => withoutStep(tour, stepId));
    this.session.notify(texts.removed(title), { label: texts.undo, do: () => this.shell.undo() });
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.tile[aria-pressed=true], .add')?.focus(),
    );
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const id = (event.target as Element).closest<HTMLElement>('li')?.dataset.step;
    if (id === undefined) return;
    const { key } = event;
    const mod = event.ctrlKey || event.metaKey;
    const by = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
    if (by !== 0 && event.altKey) this.move(id, by);
    else if (by !== 0) this.shell.selectBeside(by);
    // Held down, it would take one step after the other.
    else if (key === 'Delete' || key === 'Backspace') event.repeat || this.removeStep(id);
    else if (mod && key.toLowerCase() === 'd') this.duplicate(id);
    else return;
    event.preventDefault();
    if (by !== 0) void this.updateComplete.then(() => this.#focusSelected());
  };
  async #focusSelected(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.tile[aria-pressed=true]')?.focus();
  }

  /** A press that moves more than a finger trembles is a drag. */
  #grab(event: PointerEvent, id: string): void {
    if (event.button !== 0) return;
    const tile = event.currentTarget as HTMLElement;
    const start = event.clientX;
    const stop = new AbortController();
    // At once: a fast hand has left the tile before it is told of a move.
    tile.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent): void => {
      if (this.drag === undefined && Math.abs(moved.clientX - start) < 6) return;
      const boxes = [...this.renderRoot.querySelectorAll('li')].map((one) => one.getBoundingClientRect());
      const to = boxes.findIndex((box) => moved.clientX < box.right + 4);
      this.drag = { id, to: to < 0 ? boxes.length - 1 : to };
    };
    const end = (): void => {
      stop.abort();
      const { drag } = this;
      this.drag = undefined;
      if (drag === undefined) return;
      const at = stepsOf(this.session.draft?.tour ?? ({ steps: [] } as never)).findIndex((step) => step.id === id);
      this.move(id, drag.to - at);
    };
    const cancel = (): void => {
      stop.abort();
      this.drag = undefined;
    };
    const { signal } = stop;
    tile.addEventListener('pointermove', move, { signal });
    tile.addEventListener('pointerup', end, { signal });
    tile.addEventListener('pointercancel', cancel, { signal });
    tile.addEventListener('lostpointercapture', cancel, { signal });
    tile.addEventListener('keydown', ({ key }) => key === 'Escape' && cancel(), { signal });
  }
}
