import { PROBLEM_CATALOGUE, type ProblemCode } from '@shirube/schema';
import type { Tour } from '@shirube/schema/tour';
import { html, LitElement, type TemplateResult } from 'lit';
import type { Session } from '../../session/Session.ts';
import { controls } from '../../ui/controls.ts';
import { warnIcon } from '../../ui/icons.ts';
import { aimTexts } from './locale/index.ts';
import { patch } from './model/patch.ts';
import { Popup } from './Popup.ts';
import { aimStyles } from './styles.ts';
import { type ChangeTour, WHEN_PARTS, type WhenPart, whenForm } from './views/whenForms.ts';
import { frequencyWords, scheduleWords, triggerWords } from './views/whenWords.ts';
import { vocabularyOf } from './words.ts';

let visits = 0;

/** The second sentence: when it comes, after what delay, how often, in which days, and before which others. */
export class WhenEditor extends LitElement {
  static override properties = {
    session: { attribute: false },
    stamp: { attribute: false },
    tour: { attribute: false },
    shown: { state: true },
  };
  static override styles = [controls, aimStyles];
  declare session: Session;
  /** Whatever differs when something may have changed: the session itself never does. */
  declare stamp: unknown;
  declare tour: Tour;
  declare shown: WhenPart | undefined;
  #visit = '';
  readonly #popup = new Popup(
    () => this.renderRoot.querySelector<HTMLElement>('.popup'),
    () => {
      const part = this.shown;
      this.shown = undefined;
      const active = (this.renderRoot as ShadowRoot).activeElement;
      if (part && (active === null || active.closest('.popup'))) this.#chip(part)?.focus();
    },
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#popup.dispose();
  }

  protected override render(): TemplateResult {
    const texts = aimTexts(this.session.ui);
    const { tour } = this;
    const hasDelay = tour.trigger !== undefined && tour.trigger.on !== 'manual';
    const parts = WHEN_PARTS.filter((part) => part !== 'delay' || hasDelay);
    const label = this.shown === undefined ? texts.when : texts[`${this.shown}Label`];
    return html`
      <div class="flow" role="group" aria-label=${texts.when}>
        ${texts.whenLead === '' ? '' : html`<span>${texts.whenLead}</span>`}
        ${parts.map((part) => this.#chipView(part))}
      </div>
      <div class="menu popup" popover="auto" role="dialog" aria-label=${label} @toggle=${this.#popup.toggled}>
        ${this.shown === undefined ? '' : html`<div class="stack">${this.#form(this.shown)}${this.#said(this.shown).map((one) => html`<p class="problem">${one}</p>`)}</div>`}
      </div>`;
  }

  #chipView(part: WhenPart): TemplateResult {
    const said = this.#said(part);
    return html`<button class="chip ${said.length > 0 ? 'wrong' : ''}" data-part=${part} aria-haspopup="dialog" aria-expanded=${this.shown === part}
      aria-description=${said.join(' ')} @click=${() => void this.#open(part)}>${said.length > 0 ? warnIcon : ''}<span>${this.#words(part)}</span></button>`;
  }

  #words(part: WhenPart): string {
    const { session, tour } = this;
    const texts = aimTexts(session.ui);
    switch (part) {
      case 'trigger':
        return triggerWords(tour.trigger, session.ui, texts);
      case 'delay': {
        const ms = tour.trigger !== undefined && 'delayMs' in tour.trigger ? (tour.trigger.delayMs ?? 0) : 0;
        return ms === 0 ? texts.delay.none : texts.delay.after(texts.ms(ms));
      }
      case 'frequency':
        return frequencyWords(tour.frequency, texts);
      case 'schedule':
        return scheduleWords(tour.schedule, session.ui, texts);
      case 'priority':
        return texts.priority(tour.priority ?? 0);
    }
  }

  /** What a strict parse of the tour says of this part. */
  #said(part: WhenPart): readonly string[] {
    const { draft, ui } = this.session;
    const at = part === 'delay' ? '/trigger/delayMs' : `/${part}`;
    const own = (draft?.problems ?? []).filter(({ path }) => path === at || path.startsWith(`${at}/`));
    return own.map(({ code, message }) =>
      ui === 'ja' && Object.hasOwn(PROBLEM_CATALOGUE, code) ? PROBLEM_CATALOGUE[code as ProblemCode].ja : message,
    );
  }

  #form(part: WhenPart): TemplateResult {
    const { session } = this;
    const texts = aimTexts(session.ui);
    const name = { ...texts.edits, delay: texts.edits.trigger }[part];
    const change: ChangeTour = (changes) =>
      session.editTour({ name, merge: this.#visit }, (tour) =>
        patch(tour, changes as Readonly<Record<string, unknown>>),
      );
    const away = (work: () => Promise<void>): void => {
      this.#popup.close();
      void work().then(() => this.#open(part));
    };
    const context = {
      session,
      ui: session.ui,
      texts,
      vocabulary: vocabularyOf(session.workspace),
      set: () => {},
      away,
    };
    return whenForm(part, context, this.tour, change);
  }

  /** Opens one part: for its chip, and for whoever was sent here by a problem. */
  async openPart(part: WhenPart): Promise<void> {
    await this.#open(part);
  }
  async #open(part: WhenPart): Promise<void> {
    if (this.shown === part && this.#popup.isOpen) {
      this.#popup.close();
      return;
    }
    this.#visit = `when:${++visits}`;
    this.shown = part;
    await this.updateComplete;
    const chip = this.#chip(part);
    if (this.shown === part && chip) this.#popup.open(chip);
  }
  #chip(part: WhenPart): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-part="${part}"]`);
  }
}
