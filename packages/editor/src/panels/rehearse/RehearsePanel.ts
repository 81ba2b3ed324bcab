import { judge, type Person } from '@shirube/runtime/rehearse';
import { type Resolution, resolveTarget } from '@shirube/runtime/target';
import { matchesPage } from '@shirube/schema/rules';
import type { Tour } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import { stepsOf } from '../../document/steps.ts';
import { Panel } from '../../ui/Panel.ts';
import { textsIn } from '../../ui/texts.ts';
import { lookAtTargets } from '../publish/looks.ts';
import { TargetWatch } from '../publish/TargetWatch.ts';
import { barView } from './barView.ts';
import { keep, readKept } from './keep.ts';
import { endWords } from './noteWords.ts';
import { People } from './People.ts';
import { Playing } from './Playing.ts';
import { blankPerson, type MadeUp, nameOf, personOf, realPerson, type Who } from './person.ts';
import { personView } from './personView.ts';
import { stepsView } from './stepsView.ts';
import { rehearseSheet } from './styles.ts';
import { rehearseTexts } from './texts.ts';
import { type Verdict, verdictOf } from './verdict.ts';
import { verdictView } from './verdictView.ts';

/** Plays the tour in the page as a chosen person, by the runtime's own engine, and says why each step did or did not show. Records nothing. */
export class RehearsePanel extends Panel {
  static override styles = [Panel.sheet, rehearseSheet];
  #own: Playing | undefined;
  #tourId = '';
  #who: Who = { kind: 'anyone' };
  #made: MadeUp | undefined;
  #locale: string | undefined;
  #known: People | undefined;
  #tested = '';
  #had: Element | null = null;
  #targets: TargetWatch | undefined;

  get #texts() {
    return textsIn(rehearseTexts, this.session.ui);
  }
  get #playing(): Playing {
    this.#own ??= new Playing(this.session, () => this.#went());
    return this.#own;
  }

  get #people(): People {
    this.#known ??= new People(this.session, () => {
      this.#resume();
      this.requestUpdate();
    });
    return this.#known;
  }

  get #watch(): TargetWatch {
    this.#targets ??= new TargetWatch(this.session.page, () => this.requestUpdate());
    return this.#targets;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The editor moves into a dialog that the app opens, and takes its panels along: that is no end.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#playing.stop();
      this.#targets?.follow(undefined);
      this.#people.dispose();
      this.#keep();
    });
  }

  protected override willUpdate(): void {
    this.#had = this.shadowRoot?.activeElement ?? null;
  }
  /** What had the focus may be gone, because the tour is played now, or not any more. */
  protected override updated(): void {
    if (this.#had && !this.#had.isConnected) this.renderRoot.querySelector<HTMLElement>('.next, .play')?.focus();
  }

  protected override render(): TemplateResult {
    const { session } = this;
    const texts = this.#texts;
    const { draft } = session;
    if (draft === undefined) return html`<p class="empty">${texts.noTour}</p>`;
    const { tour } = draft;
    if (!stepsOf(tour).length) return html`<p class="empty">${texts.noSteps}</p>`;
    this.#follow(tour);
    this.#watch.follow(tour);
    const playing = this.#playing;
    const { state } = playing;
    const isPlaying = state.name === 'playing';
    const current = isPlaying ? state.place?.position.stepId : undefined;
    const person = this.#person();
    const verdict = this.#who.kind === 'anyone' || person === undefined ? undefined : this.#verdict(tour, person);
    return html`
      ${isPlaying ? barView({ session, texts, tour, playing, restart: () => person && playing.start(person) }) : nothing}
      ${
        isPlaying
          ? nothing
          : html`${personView({
              session,
              texts,
              who: this.#who,
              made: this.#made ?? blankPerson(tour),
              locale: this.#spoken(),
              search: this.#people.search,
              people: this.#people.list,
              choose: (who) => this.#choose(who),
              make: (made) =>
                this.#set(() => {
                  this.#made = made;
                }),
              speak: (locale) =>
                this.#set(() => {
                  this.#locale = locale;
                }),
              find: (search) => this.#set(() => this.#people.find(search)),
            })}
            ${verdictView({
              texts,
              verdict,
              instead: this.#instead(person),
              ended: state.name === 'over' ? (endWords(state.notes, texts) ?? texts.ended.stopped) : undefined,
              play: person && (() => playing.start(person)),
            })}`
      }
      ${stepsView({
        session,
        tour,
        texts,
        notes: state.notes,
        found: this.#found(tour),
        current,
        waits: this.#waits(tour, current),
        playFrom: (stepId) => this.#playFrom(stepId),
        pretend: (event) => playing.pretend(event),
        test: () => this.#test(tour),
        tested: this.#tested,
      })}
    `;
  }

  /** What is said while there is no verdict. */
  #instead(person: Person | undefined): string {
    const texts = this.#texts;
    if (this.#who.kind !== 'real' || person !== undefined) return texts.verdict.anyone;
    if (this.#people.facts === 'unreachable') return texts.unreachable;
    return this.#who.userId === '' ? '' : texts.verdict.loading;
  }

  #waits(tour: Tour, current: string | undefined): string | undefined {
    const step = tour.steps.find(({ id }) => id === current);
    if (!step || this.#playing.state.name !== 'playing') return undefined;
    const texts = this.#texts;
    if (this.#playing.waits === 'page') {
      const { page } = step;
      return texts.waitsForPage(typeof page === 'string' ? page : String(page?.path?.value ?? '…'));
    }
    const last = this.#playing.state.notes.at(-1)?.event;
    if (
      last &&
      'stepId' in last &&
      last.stepId === current &&
      last.type !== 'step_completed' &&
      last.type !== 'step_back'
    )
      return undefined;
    return step.target ? texts.looking : undefined;
  }

  #verdict(tour: Tour, person: Person): Verdict {
    const { session } = this;
    const texts = this.#texts;
    const name =
      this.#who.kind === 'real' && typeof this.#people.facts === 'object'
        ? nameOf(this.#people.facts)
        : texts.thisPerson;
    const polite = session.ui === 'ja' && this.#who.kind === 'real' ? `${name} さん` : name;
    return verdictOf(judge({ tour, library: session.workspace, person }), {
      tour,
      name: polite,
      ui: session.ui,
      workspace: session.workspace,
      texts,
    });
  }
  /** Undefined while a real one is not known. */
  #person(): Person | undefined {
    const { draft, workspace } = this.session;
    const locale = this.#spoken();
    if (this.#who.kind === 'anyone') return { locale };
    if (this.#who.kind === 'real')
      return typeof this.#people.facts === 'object' ? realPerson(this.#people.facts, locale) : undefined;
    const made = this.#made ?? (draft && blankPerson(draft.tour));
    return made && personOf(made, { skills: workspace.skills, traits: workspace.traits, now: Date.now(), locale });
  }
  #spoken(): string {
    const { draft } = this.session;
    const wanted = this.#locale;
    return wanted !== undefined && draft?.tour.locales?.includes(wanted) ? wanted : (draft?.contentLocale ?? 'en');
  }

  #set(change: () => void): void {
    change();
    this.#keep();
    this.requestUpdate();
  }
  #choose(who: Who): void {
    this.#set(() => {
      this.#who = who;
      if (who.kind === 'real') this.#people.choose(who.userId);
    });
  }

  /** Another tour is open, or the panel is new: who it was for, and what was being played, goes on. */
  #follow(tour: Tour): void {
    if (tour.id === this.#tourId) return;
    this.#playing.clear();
    this.#tourId = tour.id;
    const kept = readKept(this.session.page, tour.id);
    this.#who = kept?.who ?? { kind: 'anyone' };
    this.#made = kept?.made;
    this.#tested = '';
    if (this.#who.kind === 'real') this.#people.choose(this.#who.userId);
    else if (kept?.place) queueMicrotask(() => this.#resume());
  }
  /** Goes on with what was played on the page before, once it is known as whom. */
  #resume(): void {
    const kept = readKept(this.session.page, this.#tourId);
    const person = this.#person();
    if (!this.isConnected || !kept?.place || !person || this.#playing.state.name !== 'idle') return;
    this.#playing.start(person, kept);
    this.requestUpdate();
  }
  #playFrom(stepId: string): void {
    const playing = this.#playing;
    const person = this.#person();
    if (person === undefined) return;
    if (playing.state.name === 'playing') playing.goTo(stepId);
    else playing.startAt(person, stepId);
  }
  #went(): void {
    const { draft, page } = this.session;
    // What was found while it was played is known when it is published.
    if (draft && this.#playing.state.notes.at(-1)?.event.type === 'step_viewed')
      lookAtTargets(draft.tour, page, Date.now());
    this.#keep();
    this.requestUpdate();
  }
  #keep(): void {
    if (this.#tourId === '') return;
    const { place, notes, name } = this.#playing.state;
    keep(this.session.page, {
      tourId: this.#tourId,
      who: this.#who,
      made: this.#made,
      place: name === 'playing' ? place : undefined,
      notes: name === 'playing' ? notes : [],
    });
  }

  #test(tour: Tour): void {
    lookAtTargets(tour, this.session.page, Date.now());
    const found = [...this.#found(tour).values()].filter(({ status }) => status === 'found' || status === 'healed');
    this.#set(() => {
      this.#tested = this.#texts.tested(found.length, tour.steps.filter(({ target }) => target).length);
      this.#playing.clear();
    });
  }
  /** Targets of the steps that live here, or that may be anywhere. */
  #found(tour: Tour): ReadonlyMap<string, Resolution> {
    const { location, document } = this.session.page;
    return new Map(
      tour.steps.flatMap(({ id, page, target }) =>
        target && (page === undefined || matchesPage(page, location.href))
          ? [[id, resolveTarget(target, document)]]
          : [],
      ),
    );
  }
}
