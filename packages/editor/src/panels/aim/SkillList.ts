import { PROBLEM_CATALOGUE, type ProblemCode, parseSkill, type Skill } from '@shirube/schema';
import type { LevelsAnswer } from '@shirube/schema/api';
import { html, LitElement, type TemplateResult } from 'lit';
import { idFrom } from '../../document/steps.ts';
import type { Session } from '../../session/Session.ts';
import { controls } from '../../ui/controls.ts';
import { plusIcon, trashIcon } from '../../ui/icons.ts';
import { Latest } from './Latest.ts';
import { aimTexts } from './locale/index.ts';
import { asksFor, withSkill } from './model/library.ts';
import { patch } from './model/patch.ts';
import { aimStyles } from './styles.ts';
import { eventSuggestions } from './views/context.ts';
import { listField, numberField, textField } from './views/fields.ts';
import { levelsBar } from './views/levelsBar.ts';

/** Skills: by what one learns them, from how often on, and how many people are at which level today. */
export class SkillList extends LitElement {
  static override properties = {
    session: { attribute: false },
    stamp: { attribute: false },
    opened: { state: true },
    shown: { state: true },
  };
  static override styles = [controls, aimStyles];
  declare session: Session;
  /** Whatever differs when something may have changed: the session itself never does. */
  declare stamp: unknown;
  declare opened: string | undefined;
  declare shown: boolean;
  readonly #levels = new Map<string, Latest<LevelsAnswer>>();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const levels of this.#levels.values()) levels.stop();
    this.#levels.clear();
  }

  protected override render(): TemplateResult {
    const { session } = this;
    const { library } = aimTexts(session.ui);
    const { skills } = session.workspace;
    return html`
      <details @toggle=${(event: Event) => {
        const details = event.target as HTMLDetailsElement;
        this.shown = details.open;
        // What was opened at the lower end of the panel would open out of sight.
        if (details.open) void this.updateComplete.then(() => details.scrollIntoView({ block: 'nearest' }));
      }}>
        <summary>${library.skills} <span class="badge number">${skills.length}</span></summary>
        <div class="stack">
          ${skills.length === 0 ? html`<p class="hint">${library.skillsEmpty}</p>` : ''}
          ${this.shown ? skills.map((skill) => this.#entry(skill)) : ''}
          <button class="quiet start" @click=${this.#create}>${plusIcon}${library.newSkill}</button>
        </div>
      </details>`;
  }

  #entry(skill: Skill): TemplateResult {
    const { session } = this;
    const { library } = aimTexts(session.ui);
    const name = skill.name ?? skill.id;
    const isOpen = this.opened === skill.id;
    return html`
      <div class="entry" role="group" aria-label=${name}>
        <div class="row"><strong class="grow">${name}</strong>
          <button class="quiet" aria-expanded=${isOpen} aria-label=${(isOpen ? library.closeNamed : library.edit)(name)} @click=${() => {
            this.opened = isOpen ? undefined : skill.id;
          }}>${isOpen ? library.close : library.change}</button></div>
        ${levelsBar(aimTexts(session.ui), this.#asked(skill).asked)}
        ${isOpen ? this.#form(skill) : ''}
      </div>`;
  }

  #asked(skill: Skill): Latest<LevelsAnswer> {
    const { session } = this;
    const latest = this.#levels.get(skill.id) ?? new Latest<LevelsAnswer>(400, () => this.requestUpdate());
    this.#levels.set(skill.id, latest);
    const { environment } = session.workspace;
    if (parseSkill(skill).ok)
      latest.ask([skill, environment], (signal) => session.api.levels(environment, skill, signal));
    return latest;
  }

  #form(skill: Skill): TemplateResult {
    const { session } = this;
    const texts = aimTexts(session.ui);
    const { library, edits } = texts;
    const edit = (changes: Readonly<Record<string, unknown>>): void => {
      const next = patch(skill, changes);
      if (next !== skill)
        session.edit({ name: edits.skill, merge: `skill:${skill.id}` }, (work) => withSkill(work, skill.id, next));
    };
    const parsed = parseSkill(skill);
    const problems = parsed.ok ? [] : parsed.problems;
    const { draft, workspace } = session;
    const isUsed =
      (draft !== undefined && asksFor(draft.tour, 'skill', skill.id)) ||
      workspace.segments.some((segment) => asksFor(segment, 'skill', skill.id));
    return html`
      ${textField(library.name, skill.name ?? '', (name) => edit({ name: name === '' ? undefined : name }))}
      ${listField(
        { texts },
        library.signals,
        skill.signals,
        eventSuggestions({ session, texts }).filter(({ value }) => !skill.signals.includes(value)),
        {
          add: (signal) =>
            edit({ signals: skill.signals.includes(signal) ? skill.signals : [...skill.signals, signal] }),
          remove: (index) => edit({ signals: skill.signals.filter((_, at) => at !== index) }),
        },
        { addLabel: library.addSignal },
      )}
      <div class="pair">
        ${numberField(library.learning, skill.levels.learning, (learning) => edit({ levels: patch(skill.levels, { learning }) }), { min: 0 })}
        ${numberField(library.proficient, skill.levels.proficient, (proficient) => edit({ levels: patch(skill.levels, { proficient }) }), { min: 0 })}
      </div>
      <div class="pair">
        ${numberField(library.window, skill.windowDays, (windowDays) => edit({ windowDays }), {
          min: 0,
          max: 3650,
          hint: library.windowHint,
          clear: () => edit({ windowDays: undefined }),
        })}
        ${numberField(library.halfLife, skill.halfLifeDays, (halfLifeDays) => edit({ halfLifeDays }), {
          min: 0,
          max: 3650,
          hint: library.halfLifeHint,
          clear: () => edit({ halfLifeDays: undefined }),
        })}
      </div>
      ${problems.map(
        ({ code, message }) =>
          html`<p class="problem">${session.ui === 'en' ? message : (PROBLEM_CATALOGUE[code as ProblemCode]?.ja ?? message)}</p>`,
      )}
      <div class="row"><code class="grow muted">${skill.id}</code>
        <button class="quiet danger" ?disabled=${isUsed} aria-label=${library.remove(skill.name ?? skill.id)}
          @click=${() => session.edit({ name: edits.deleteSkill }, (work) => withSkill(work, skill.id, null))}>${trashIcon}${library.delete}</button></div>
      ${isUsed ? html`<p class="hint">${library.inUse}</p>` : html`<p class="hint">${library.follows}</p>`}`;
  }

  readonly #create = (): void => {
    const { session } = this;
    const texts = aimTexts(session.ui);
    const taken = [
      ...session.workspace.skills.map(({ id }) => id),
      ...Object.keys(session.draft?.work.library.skills ?? {}),
    ];
    const id = idFrom(texts.skill, [...taken, 'constructor', 'prototype'], 'skill');
    const signal = session.workspace.events[0]?.name;
    const skill: Skill = {
      id,
      name: texts.library.newSkill,
      signals: signal === undefined ? [] : [signal],
      windowDays: 60,
      levels: { learning: 1, proficient: 5 },
    };
    session.edit({ name: texts.edits.newSkill }, (work) => withSkill(work, id, skill));
    this.opened = id;
    void this.updateComplete.then(() => {
      const entry = [...this.renderRoot.querySelectorAll('.entry')].at(-1);
      entry?.querySelector<HTMLElement>('input')?.focus();
    });
  };
}
