import type { EstimateAnswer } from '@shirube/schema/api';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { pageOf } from '../../pick/index.ts';
import { downIcon } from '../../ui/icons.ts';
import { openMenu } from '../../ui/openMenu.ts';
import { Panel } from '../../ui/Panel.ts';
import { askEstimate } from './askEstimate.ts';
import { Latest } from './Latest.ts';
import { aimTexts } from './locale/index.ts';
import { patch } from './model/patch.ts';
import { ruleProblems } from './model/ruleProblems.ts';
import { type Template, templates } from './model/templates.ts';
import type { ChangeRule, RuleEditor } from './RuleEditor.ts';
import { aimStyles } from './styles.ts';
import { estimateView } from './views/estimateView.ts';
import { WHEN_PARTS } from './views/whenForms.ts';
import type { WhenEditor } from './WhenEditor.ts';

const PAUSE_MS = 400;

/** Who sees the tour, when it comes and how often, as two sentences; how many people that is; and the segments and skills that it is made of. */
export class AimPanel extends Panel {
  static override styles = [Panel.sheet, aimStyles];
  static override properties = { ...Panel.properties, saving: { state: true } };
  declare saving: 'no' | 'now' | 'done' | { readonly problem: string };
  readonly #estimate = new Latest<EstimateAnswer>(PAUSE_MS, () => this.requestUpdate());

  constructor() {
    super();
    this.saving = 'no';
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#estimate.stop();
  }

  protected override render(): TemplateResult {
    const { session } = this;
    const texts = aimTexts(session.ui);
    const tour = session.draft?.tour;
    if (tour === undefined) return html``;
    const isValid = ruleProblems(tour.audience).length === 0;
    if (isValid) askEstimate(session, this.#estimate, tour.audience);
    return html`
      <div class="section">
        <div class="row"><h3 class="grow">${texts.audience}</h3>
          <button class="quiet" aria-haspopup="menu" aria-expanded="false" @click=${this.#templates}>${texts.templates}${downIcon}</button></div>
        <shirube-editor-rule .session=${session} .stamp=${{}} .rule=${tour.audience} .change=${this.#change}></shirube-editor-rule>
        ${estimateView({ ui: session.ui, texts, isValid }, this.#estimate.asked)}
      </div>
      <section class="section" aria-labelledby="when"><h3 id="when">${texts.when}</h3>
        <shirube-editor-when .session=${session} .stamp=${{}} .tour=${tour}></shirube-editor-when></section>
      <section class="section" aria-label=${texts.library.segments}>
        <shirube-editor-segments .session=${session} .stamp=${{}} .change=${this.#change}></shirube-editor-segments></section>
      <section class="section" aria-label=${texts.library.skills}>
        <shirube-editor-skills .session=${session} .stamp=${{}}></shirube-editor-skills></section>
      ${this.#saveView()}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('focusPath')) return;
    const asked = this.focusPath;
    // Asking twice for one place differs behind the #.
    const pointer = asked?.replace(/#.*$/, '') ?? '';
    const part = WHEN_PARTS.find((one) => pointer.startsWith(`/${one}`));
    const when = this.renderRoot.querySelector<WhenEditor>('shirube-editor-when');
    const rule = this.renderRoot.querySelector<RuleEditor>('shirube-editor-rule');
    void Promise.all([when?.updateComplete, rule?.updateComplete]).then(() => {
      if (this.focusPath !== asked) return;
      if (part !== undefined) void when?.openPart(part);
      else if (pointer.startsWith('/audience')) rule?.openAt(pointer.slice('/audience'.length));
    });
  }

  readonly #change: ChangeRule = (name, change, merge) =>
    this.session.editTour({ name, merge }, (tour) => patch(tour, { audience: change(tour.audience) }));

  readonly #templates = (event: Event): void => {
    const { session } = this;
    const choices = templates(pageOf(session.page.location), session.workspace, aimTexts(session.ui));
    openMenu(
      event.currentTarget as HTMLElement,
      choices.map((template) => ({ label: template.label, do: () => this.#use(template) })),
    );
  };
  #use({ aim }: Template): void {
    this.session.editTour({ name: aimTexts(this.session.ui).edits.template }, (tour) => patch(tour, { ...aim }));
  }

  #saveView(): TemplateResult | '' {
    const { library } = aimTexts(this.session.ui);
    const changes = this.session.draft?.work.library;
    const count = Object.keys({ ...changes?.segments, ...changes?.skills }).length;
    if (count === 0 && (this.saving === 'no' || this.saving === 'now')) return '';
    const said = this.saving === 'done' && count === 0 ? library.saved : library.unsaved;
    return html`
      <section class="section" role="status">
        <p class="hint">${said}</p>
        ${typeof this.saving === 'object' ? html`<p class="problem">${this.saving.problem}</p>` : ''}
        ${count === 0 ? '' : html`<button class="start" ?disabled=${this.saving === 'now'} @click=${this.#save}>${this.saving === 'now' ? library.saving : library.saveNow}</button>`}
      </section>`;
  }
  readonly #save = async (): Promise<void> => {
    this.saving = 'now';
    const [first] = await this.session.saveLibrary();
    this.saving = first === undefined ? 'done' : { problem: first.message };
  };
}
