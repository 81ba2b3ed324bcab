import type { Problem } from '@shirube/schema/problem';
import type { Step, StepKind } from '@shirube/schema/tour';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { setField } from '../../document/steps.ts';
import { pickableOf, pickTexts, sayReason, suggestAdvance } from '../../pick/index.ts';
import type { Shell } from '../../shell/Shell.ts';
import { foundIcon, warnIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/Panel.ts';
import { textsIn } from '../../ui/texts.ts';
import { asKind } from './kind.ts';
import { type StepTexts, stepTexts } from './texts.ts';
import { branchView } from './views/branchView.ts';
import { goesOnView } from './views/goesOnView.ts';
import { pageView } from './views/pageView.ts';
import { placementView } from './views/placementView.ts';
import { targetView } from './views/targetView.ts';

/** What the parts of this panel need. `change` is one edit of the step that is shown. */
export interface StepContext {
  readonly shell: Shell;
  readonly texts: StepTexts;
  readonly step: Step;
  readonly index: number;
  readonly locale: string;
  change(name: string, change: (step: Step) => Step, merge?: string): void;
}

/** Everything about the selected step but its text, which is written in the step itself. */
export class StepPanel extends Panel {
  static override styles = [
    Panel.sheet,
    css`
      .spots {
        display: grid;
        grid-template: repeat(5, 28px) / repeat(5, 1fr);
        gap: 4px;
        padding: 8px;
        background: var(--paper);
        border-radius: 8px;
      }
      .spots button {
        min-height: 28px;
        padding: 0;
      }
      .spots button::after {
        content: '';
        width: 60%;
        max-width: 26px;
        height: 8px;
        background: var(--edge);
        border-radius: 2px;
      }
      .spots button[aria-checked='true']::after {
        background: var(--accent);
      }
      [data-spot='top-start'] {
        grid-area: 1 / 2;
      }
      [data-spot='top'] {
        grid-area: 1 / 3;
      }
      [data-spot='top-end'] {
        grid-area: 1 / 4;
      }
      [data-spot='left-start'] {
        grid-area: 2 / 1;
      }
      [data-spot='left'] {
        grid-area: 3 / 1;
      }
      [data-spot='left-end'] {
        grid-area: 4 / 1;
      }
      [data-spot='right-start'] {
        grid-area: 2 / 5;
      }
      [data-spot='right'] {
        grid-area: 3 / 5;
      }
      [data-spot='right-end'] {
        grid-area: 4 / 5;
      }
      [data-spot='bottom-start'] {
        grid-area: 5 / 2;
      }
      [data-spot='bottom'] {
        grid-area: 5 / 3;
      }
      [data-spot='bottom-end'] {
        grid-area: 5 / 4;
      }
      .spots .middle {
        grid-area: 2 / 2 / 5 / 5;
        font-size: 12px;
      }
      .spots .middle::after {
        display: none;
      }
      .item {
        display: grid;
        gap: 6px;
        padding: 8px;
        background: var(--paper);
        border-radius: 8px;
      }
      .item .row > button {
        background: none;
      }
      .because {
        font-size: 12px;
        color: var(--muted);
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 8px;
      }
      .row > .hint {
        flex: none;
      }
      .stable {
        color: var(--good);
      }
      .fair {
        color: var(--info);
      }
      .fragile {
        color: var(--warn);
      }
      details > summary {
        min-height: 24px;
        cursor: pointer;
      }
      details[open] > summary {
        margin-block-end: 8px;
      }
    `,
  ];
  static override properties = { ...Panel.properties, shell: { attribute: false }, state: { attribute: false } };
  declare shell: Shell;
  /** What the shell holds: when it is another one, this is drawn anew. */
  declare state: Shell['state'];

  override render(): TemplateResult {
    const { draft } = this.session;
    const texts = textsIn(stepTexts, this.session.ui);
    const step = draft?.step;
    if (draft === undefined || step === undefined) return html`<p class="empty">${texts.none}</p>`;
    const context: StepContext = {
      shell: this.shell,
      texts,
      step,
      index: draft.tour.steps.indexOf(step),
      locale: draft.contentLocale,
      change: (name, change, merge) =>
        this.session.editStep(
          step.id,
          { name, merge: merge === undefined ? undefined : `${step.id} ${merge}` },
          change,
        ),
    };
    const problems = draft.problems.filter(({ path }) => path.startsWith(`/steps/${context.index}/`));
    // Another step has fields of its own: what is typed into one of them never ends up in another step.
    return html`${keyed(step.id, this.#fields(context, problems))}`;
  }

  #fields(context: StepContext, problems: readonly Problem[]): TemplateResult {
    const { step, texts } = context;
    return html`
      ${
        problems.length === 0
          ? nothing
          : html`<div class="section" role="status">${problems.slice(0, 4).map(({ message }) => html`<p class="problem">${warnIcon}<span>${message}</span></p>`)}</div>`
      }
      <div class="section">
        <div class="field">
          <label for="kind">${texts.kind}</label>
          <select id="kind" .value=${step.kind} @change=${(event: Event) => this.#kind(context, (event.target as HTMLSelectElement).value as StepKind)}>
            ${Object.entries(texts.kinds).map(([kind, name]) => html`<option value=${kind} .selected=${kind === step.kind}>${name}</option>`)}
          </select>
        </div>
      </div>
      ${step.kind === 'slideout' || step.kind === 'banner' || step.kind === 'modal' ? nothing : targetView(context, { pick: () => void this.pick(context), rated: this.#rated(step) })}
      ${placementView(context)}
      ${goesOnView(context, this.session)}
      ${pageView(context)}
      ${branchView(context)}
      <div class="section">
        <details>
          <summary>${texts.more}</summary>
          <div class="field"><span class="label">${texts.id}</span><code>${step.id}</code><span class="hint">${texts.idHow}</span></div>
        </details>
      </div>
    `;
  }

  protected override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement?.id;
  }
  #focused: string | undefined;

  /** The part to which a path like `/steps/2/target/selectors` leads comes into view, with the focus. A text is written in the step itself. */
  protected override updated(changed: PropertyValues): void {
    // The focus goes on to the same field of the step that is shown now, or to the first.
    if (this.#focused !== undefined && this.shadowRoot?.activeElement == null)
      (this.shadowRoot?.getElementById(this.#focused) ?? this.shadowRoot?.getElementById('kind'))?.focus();
    if (!changed.has('focusPath') || this.focusPath === undefined) return;
    const part = /^\/steps\/\d+\/(\w+)/.exec(this.focusPath)?.[1];
    if (part === 'content') this.shell.writeInStep();
    const section = part === undefined ? undefined : this.renderRoot.querySelector(`[data-field~=${part}]`);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('button, input, select')?.focus();
  }

  #kind(context: StepContext, kind: StepKind): void {
    const { texts, step, change } = context;
    change(texts.edits.kind, (now) => asKind(now, kind));
    if ((kind === 'tooltip' || kind === 'hotspot') && step.target === undefined) void this.pick(context);
  }

  async pick({ texts, step, change }: StepContext): Promise<void> {
    const element = await this.session.pickElement(texts.pickPrompt);
    if (element === undefined) return;
    const { target } = pickableOf(element, pickTexts[this.session.ui]);
    const way = suggestAdvance(element);
    const suits = step.advance === undefined || step.advance.every(({ on }) => on === 'click' || on === 'input');
    change(texts.edits.target, (now) => {
      const aimed = { ...now, target };
      return suits && now.kind === 'tooltip' ? setField(aimed, 'advance', way && [way]) : aimed;
    });
  }

  #lastRated: { readonly element: Element; readonly words: TemplateResult } | undefined;
  /** Of the target that is on the page now, how well it can be found again. Rated once per element: it takes some milliseconds. */
  #rated(step: Step): TemplateResult | undefined {
    const element = this.shell.stageTarget;
    if (element === undefined || step.target === undefined) return undefined;
    if (this.#lastRated?.element !== element) {
      const words = pickTexts[this.session.ui];
      const { name, stability, because } = pickableOf(element, words);
      const texts = textsIn(stepTexts, this.session.ui);
      this.#lastRated = {
        element,
        words: html`
          <p class="row wrap rated"><b>${name}</b><span class="row ${stability}">${stability === 'stable' ? foundIcon : warnIcon}${texts.stability[stability]}</span></p>
          <p class="because">${because
            .slice(0, 2)
            .map((reason) => sayReason(reason, words))
            .join(' · ')}</p>
        `,
      };
    }
    return this.#lastRated.words;
  }
}
