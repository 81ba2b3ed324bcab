import { describeElement } from '@shirube/runtime/target';
import type { Problem } from '@shirube/schema/problem';
import type { Condition } from '@shirube/schema/rules';
import type { Target } from '@shirube/schema/tour';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { pageOf } from '../../pick/index.ts';
import type { Session } from '../../session/Session.ts';
import { controls } from '../../ui/controls.ts';
import { aimTexts } from './locale/index.ts';
import {
  add,
  changeAt,
  conditionAt,
  move,
  type Path,
  pointerOf,
  type Rule,
  remove,
  samePath,
  setJoin,
} from './model/edits.ts';
import { partsOf } from './model/form.ts';
import { freeOffers, offers } from './model/offers.ts';
import { leafProblems, ruleProblems } from './model/ruleProblems.ts';
import { Popup } from './Popup.ts';
import type { SuggestEvent } from './SuggestField.ts';
import { aimStyles } from './styles.ts';
import { leafForm } from './views/leafForm.ts';
import { type OpenKind, ruleView } from './views/ruleView.ts';
import { toolsView } from './views/toolsView.ts';
import { phraseOf, vocabularyOf } from './words.ts';

/** Told what to do with the rule: a pure change, its name for undo, and which changes belong together. */
export type ChangeRule = (name: string, change: (rule: Rule) => Rule, merge?: string) => void;

interface Open {
  readonly kind: OpenKind;
  readonly path: Path;
}

let visits = 0;

/** One rule as a sentence that is edited chip by chip: an audience, or what a segment means. What is open is its own; the rule is not. */
export class RuleEditor extends LitElement {
  static override properties = {
    session: { attribute: false },
    stamp: { attribute: false },
    rule: { attribute: false },
    change: { attribute: false },
    state: { state: true },
    written: { state: true },
  };
  static override styles = [controls, aimStyles];
  declare session: Session;
  /** Whatever differs when something may have changed: the session itself never does. */
  declare stamp: unknown;
  declare rule: Rule;
  declare change: ChangeRule;
  declare state: Open | undefined;
  declare written: string;
  #problems: readonly Problem[] = [];
  #visit = '';
  /** Where focus was when the popover came: the platform may give it back there, though the work has moved on. */
  #opener: Element | null = null;
  readonly #popup = new Popup(
    () => this.renderRoot.querySelector<HTMLElement>('.popup'),
    () => this.#closed(),
  );

  constructor() {
    super();
    this.written = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('rule')) this.#problems = ruleProblems(this.rule);
  }
  protected override updated(): void {
    // Undone beneath the open form.
    if (this.state && this.state.path.length > 0 && conditionAt(this.rule, this.state.path) === undefined)
      this.#popup.close();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#popup.dispose();
  }

  protected override render(): TemplateResult {
    const { session, rule } = this;
    const { ui, workspace } = session;
    const vocabulary = vocabularyOf(workspace);
    return html`
      ${ruleView(
        {
          ui,
          texts: aimTexts(ui),
          phrase: (condition, options) => phraseOf(condition, ui, vocabulary, options),
          problems: (path) => leafProblems(this.#problems, rule, path, workspace, ui),
          isOpen: (kind, path) => this.state?.kind === kind && samePath(this.state.path, path),
          open: (kind, path, anchor) => void this.#open({ kind, path }, anchor),
          toggleJoin: (path) => this.#toggleJoin(path),
          key: (event, path) => this.#key(event, path),
        },
        rule,
      )}
      <div class="menu popup ${this.state?.kind === 'add' ? 'plain' : ''}" popover="auto" role="dialog" aria-label=${this.#title()} @toggle=${this.#popup.toggled}>
        ${this.state === undefined ? '' : this.#content(this.state)}
      </div>`;
  }

  #title(): string {
    const texts = aimTexts(this.session.ui);
    if (this.state?.kind === 'add') return texts.add;
    const condition = this.state && conditionAt(this.rule, this.state.path);
    if (condition === undefined || this.state?.kind === 'group') return texts.groupMenu;
    return phraseOf(condition, this.session.ui, vocabularyOf(this.session.workspace), {
      negated: this.state?.path.at(-1) === 'not',
    }).bare;
  }

  #content({ kind, path }: Open): TemplateResult | '' {
    const { session } = this;
    const { ui } = session;
    const texts = aimTexts(ui);
    if (kind === 'add') return this.#addView(path);
    const condition = conditionAt(this.rule, path);
    if (condition === undefined) return '';
    const problems = kind === 'leaf' ? leafProblems(this.#problems, this.rule, path, session.workspace, ui) : [];
    const context = {
      session,
      ui,
      texts,
      vocabulary: vocabularyOf(session.workspace),
      set: (next: Condition) =>
        this.change(texts.edits.change, (rule) => changeAt(rule, path, () => next), this.#visit),
      away: (work: () => Promise<void>) => void this.#away({ kind, path }, work),
    };
    return html`
      <div class="stack">
        ${kind === 'leaf' ? leafForm(context, condition) : ''}
        ${problems.map((problem) => html`<p class="problem">${problem}</p>`)}
        ${toolsView({
          texts,
          rule: this.rule,
          path,
          kind,
          segments: session.workspace.segments,
          change: (name, change) => this.#structural(kind, name, change),
          join: () => this.#toggleJoin(path),
          remove: () => this.#remove(path),
        })}
      </div>`;
  }

  #addView(path: Path): TemplateResult {
    const { session } = this;
    const texts = aimTexts(session.ui);
    const here = pageOf(session.page.location);
    const salt = session.draft?.tour.id ?? 'tour';
    const all = [...offers(session.workspace, texts, { page: here, salt }), ...freeOffers(this.written, texts)];
    return html`
      <shirube-editor-suggest data-first .menu=${true} .label=${texts.search}
        .options=${all.map(({ id, label, note, group }) => ({ value: id, label, note, group }))}
        @write=${(event: SuggestEvent) => {
          this.written = event.value;
        }}
        @choose=${(event: SuggestEvent) => {
          const offer = all.find(({ id }) => id === event.value);
          if (offer) void this.#add(path, offer.condition);
        }}></shirube-editor-suggest>`;
  }

  /** Opens the chip to which a JSON Pointer into the rule leads, for whoever was sent here by a problem. */
  openAt(pointer: string): void {
    const chips = this.#chips().filter(({ dataset }) => {
      const at = dataset.at?.replace(/^\w+:/, '') ?? '';
      return pointer === at || pointer.startsWith(`${at}/`);
    });
    chips.at(-1)?.click();
  }

  async #open(state: Open, anchor: Element | null): Promise<void> {
    if (this.#popup.isOpen && this.state?.kind === state.kind && samePath(this.state.path, state.path)) {
      this.#popup.close();
      return;
    }
    this.#visit = `aim:${++visits}`;
    this.state = state;
    this.written = '';
    await this.updateComplete;
    if (this.state !== state) return;
    if (anchor === null) return this.#popup.isOpen ? this.#popup.close() : this.#closed();
    if (!this.#popup.isOpen) this.#opener = (this.renderRoot as ShadowRoot).activeElement;
    this.#popup.open(anchor);
    // What is inside draws itself a moment later, and only then has its size.
    await Promise.all(
      [...this.renderRoot.querySelectorAll('shirube-editor-suggest')].map((one) => (one as LitElement).updateComplete),
    );
    if (this.state === state && this.#popup.isOpen) this.#popup.open(anchor);
  }
  #closed(): void {
    const state = this.state;
    this.state = undefined;
    if (state) void this.#focus(state);
  }

  /** Focus stays with what was worked on; where that is gone, with the way to add something. Focus that has moved on is left where it is. */
  async #focus({ kind, path }: Open): Promise<void> {
    await this.updateComplete;
    const active = (this.renderRoot as ShadowRoot).activeElement;
    if (active?.isConnected && active !== this.#opener && !active.closest('.popup')) return;
    (this.#at(kind, path) ?? this.#at('add', []))?.focus();
  }
  #at(kind: OpenKind, path: Path): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-at="${CSS.escape(`${kind}:${pointerOf(path)}`)}"]`);
  }

  async #add(path: Path, condition: Condition): Promise<void> {
    const texts = aimTexts(this.session.ui);
    let added = condition;
    if ('element' in condition) {
      this.#popup.close();
      const element = await this.session.pickElement(texts.pickPrompt);
      if (element === undefined) return;
      added = { element: describeElement(element) as Target, is: 'visible' };
    }
    const { path: at } = add(this.rule, path, added);
    this.change(texts.edits.add, (rule) => add(rule, path, added).root);
    await this.#reopen({ kind: 'leaf', path: at });
  }
  async #reopen(state: Open): Promise<void> {
    this.state = undefined;
    await this.#drawn();
    await this.#open(state, this.#at(state.kind, state.path));
  }
  /** The session tells of a change a moment after it: only then has the sentence its new chips. */
  async #drawn(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    await this.updateComplete;
  }
  async #away(state: Open, work: () => Promise<void>): Promise<void> {
    this.#popup.close();
    await work();
    await this.#reopen(state);
  }

  #structural(
    kind: OpenKind,
    name: string,
    change: (rule: Rule) => { readonly root: Rule; readonly path: Path },
  ): void {
    const after = change(this.rule);
    this.change(name, (rule) => change(rule).root);
    const at = conditionAt(after.root, after.path);
    void this.#reopen({ kind: partsOf(at) ? 'group' : kind === 'group' ? 'leaf' : kind, path: after.path });
  }
  #toggleJoin(path: Path): void {
    const now = partsOf(conditionAt(this.rule, path))?.join;
    const texts = aimTexts(this.session.ui);
    this.change(texts.edits.join, (rule) => setJoin(rule, path, now === 'all' ? 'any' : 'all'));
    this.session.announce(now === 'all' ? texts.or : texts.and);
  }
  #remove(path: Path): void {
    const texts = aimTexts(this.session.ui);
    this.state = undefined;
    this.#popup.close();
    const chip = this.#at('leaf', path) ?? this.#at('group', path);
    const before = chip === null ? 0 : this.#chips().indexOf(chip);
    this.change(texts.edits.remove, (rule) => remove(rule, path));
    this.session.announce(texts.removed);
    void this.#drawn().then(() => (this.#chips()[Math.max(0, before - 1)] ?? this.#at('add', []))?.focus());
  }
  #chips(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.chip[data-at], .head[data-at]')];
  }

  /** Without the popover: Delete takes out, Alt with an arrow moves, an arrow alone goes to the neighbour. */
  #key(event: KeyboardEvent, path: Path): void {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      this.#remove(path);
      return;
    }
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
    if (by === undefined) return;
    event.preventDefault();
    if (!event.altKey) {
      const chips = this.#chips();
      chips[chips.indexOf(event.currentTarget as HTMLElement) + by]?.focus();
      return;
    }
    const kind = (event.currentTarget as HTMLElement).matches('.head') ? 'group' : 'leaf';
    const to = move(this.rule, path, by).path;
    this.change(aimTexts(this.session.ui).edits.move, (rule) => move(rule, path, by).root);
    void this.#drawn().then(() => this.#at(kind, to)?.focus());
  }
}
