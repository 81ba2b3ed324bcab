import type { Segment } from '@shirube/schema';
import type { Bundle } from '@shirube/schema/bundle';
import { html, LitElement, type TemplateResult } from 'lit';
import { idFrom } from '../../document/steps.ts';
import type { Session } from '../../session/Session.ts';
import { controls } from '../../ui/controls.ts';
import { plusIcon, trashIcon } from '../../ui/icons.ts';
import { Latest } from './Latest.ts';
import { aimTexts } from './locale/index.ts';
import { add, type Rule } from './model/edits.ts';
import { asksFor, withSegment } from './model/library.ts';
import type { ChangeRule } from './RuleEditor.ts';
import { aimStyles } from './styles.ts';
import { conditionWords } from './words.ts';

/** Saved audiences: make one of this audience, use one, change what it means, delete it. */
export class SegmentList extends LitElement {
  static override properties = {
    session: { attribute: false },
    stamp: { attribute: false },
    change: { attribute: false },
    opened: { state: true },
    naming: { state: true },
  };
  static override styles = [controls, aimStyles];
  declare session: Session;
  /** Whatever differs when something may have changed: the session itself never does. */
  declare stamp: unknown;
  /** Changes the audience of the tour. */
  declare change: ChangeRule;
  declare opened: string | undefined;
  declare naming: string | undefined;
  readonly #live = new Latest<Bundle>(0, () => this.requestUpdate());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#live.stop();
  }

  protected override render(): TemplateResult {
    const { session } = this;
    const { library } = aimTexts(session.ui);
    const { segments } = session.workspace;
    return html`
      <details @toggle=${this.#toggled}>
        <summary>${library.segments} <span class="badge number">${segments.length}</span></summary>
        <div class="stack">
          ${segments.length === 0 ? html`<p class="hint">${library.segmentsEmpty}</p>` : ''}
          ${segments.map((segment) => this.#entry(segment))}
          ${this.naming === undefined ? this.#newButton() : this.#nameForm(this.naming)}
        </div>
      </details>`;
  }

  readonly #toggled = (event: Event): void => {
    // Which live tours use a segment is only asked when someone looks.
    if ((event.target as HTMLDetailsElement).open)
      this.#live.ask(['live'], (signal) => this.session.api.readBundle(signal));
  };

  #entry(segment: Segment): TemplateResult {
    const { session } = this;
    const { ui, workspace } = session;
    const { library } = aimTexts(ui);
    const isOpen = this.opened === segment.id;
    return html`
      <div class="entry" role="group" aria-label=${segment.name}>
        <div class="row"><strong class="grow">${segment.name}</strong>
          <button class="quiet" aria-label=${library.useNamed(segment.name)} @click=${() => this.#use(segment)}>${library.use}</button>
          <button class="quiet" aria-expanded=${isOpen} aria-label=${(isOpen ? library.closeNamed : library.edit)(segment.name)} @click=${() => {
            this.opened = isOpen ? undefined : segment.id;
          }}>${isOpen ? library.close : library.change}</button>
        </div>
        ${isOpen ? this.#form(segment) : html`<p class="hint">${conditionWords(segment.condition, ui, workspace)}</p>`}
      </div>`;
  }

  #form(segment: Segment): TemplateResult {
    const { session } = this;
    const { library, edits } = aimTexts(session.ui);
    const live = this.#live.asked.value?.tours.filter(({ tour }) => asksFor(tour, 'segment', segment.id)).length;
    const { draft, workspace } = session;
    const isHere = draft !== undefined && asksFor(draft.tour, 'segment', segment.id);
    const isUsed =
      isHere ||
      (live ?? 0) > 0 ||
      workspace.segments.some((one) => one !== segment && asksFor(one, 'segment', segment.id));
    const edit = (next: Segment, name: string = edits.segment, merge?: string): void =>
      session.edit({ name, merge }, (work) => withSegment(work, segment.id, next));
    const change: ChangeRule = (name, changeRule, merge) => {
      const condition = changeRule(segment.condition) ?? { all: [] };
      if (condition !== segment.condition) edit({ ...segment, condition }, name, merge);
    };
    return html`
      <label class="field"><span class="label">${library.name}</span>
        <input .value=${segment.name} @input=${(event: Event) => {
          const name = (event.target as HTMLInputElement).value.trim();
          if (name !== '') edit({ ...segment, name }, edits.segment, `segment:${segment.id}`);
        }}></label>
      <shirube-editor-rule .session=${session} .stamp=${{}} .rule=${segment.condition satisfies Rule} .change=${change}></shirube-editor-rule>
      <p class="hint">${live === undefined ? '' : library.usedBy(live)} ${isHere ? library.usedHere : ''} ${library.follows}</p>
      <div class="row"><code class="grow muted">${segment.id}</code>
        <button class="quiet danger" ?disabled=${isUsed} title=${isUsed ? library.inUse : ''} aria-label=${library.remove(segment.name)}
          @click=${() => session.edit({ name: edits.deleteSegment }, (work) => withSegment(work, segment.id, null))}>${trashIcon}${library.delete}</button></div>
      ${isUsed ? html`<p class="hint">${library.inUse}</p>` : ''}`;
  }

  #use({ id }: Segment): void {
    const { edits } = aimTexts(this.session.ui);
    this.change(edits.add, (rule) => add(rule, [], { segment: id }).root);
  }

  #newButton(): TemplateResult | '' {
    const { library } = aimTexts(this.session.ui);
    if (this.session.draft?.tour.audience === undefined) return '';
    return html`<button class="quiet start" @click=${() => {
      this.naming = '';
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('form input')?.focus());
    }}>${plusIcon}${library.newSegment}</button>`;
  }

  #nameForm(name: string): TemplateResult {
    const { library } = aimTexts(this.session.ui);
    return html`
      <form class="entry" @submit=${this.#create}>
        <label class="field"><span class="label">${library.name}</span>
          <input .value=${name} maxlength="200" @input=${(event: Event) => {
            this.naming = (event.target as HTMLInputElement).value;
          }}></label>
        <div class="row">
          <button class="primary" ?disabled=${name.trim() === ''}>${library.create}</button>
          <button type="button" class="quiet" @click=${() => {
            this.naming = undefined;
          }}>${library.cancel}</button>
        </div>
      </form>`;
  }

  readonly #create = (event: Event): void => {
    event.preventDefault();
    const { session } = this;
    const name = this.naming?.trim() ?? '';
    const condition = session.draft?.tour.audience;
    if (name === '' || condition === undefined) return;
    const taken = [
      ...session.workspace.segments.map(({ id }) => id),
      ...Object.keys(session.draft?.work.library.segments ?? {}),
    ];
    const id = idFrom(name, [...taken, 'constructor', 'prototype'], 'segment');
    // One step of undo: the segment is there, and the audience is it.
    session.edit({ name: aimTexts(session.ui).edits.newSegment }, (work) => ({
      ...withSegment(work, id, { id, name, condition }),
      tour: { ...work.tour, audience: { segment: id } },
    }));
    this.naming = undefined;
  };
}
