import { type Note, type Person, type Place, type Rehearsal, rehearse } from '@shirube/runtime/rehearse';
import type { Session } from '../../session/Session.ts';

/** How a rehearsal stands: not begun, going on, or over, with all that happened. */
export interface PlayState {
  readonly name: 'idle' | 'playing' | 'over';
  readonly notes: readonly Note[];
  readonly place: Place | undefined;
}
/** Notes that are kept: a circle of steps must not fill the tab's storage. */
const NOTES_MAX = 200;

/** One rehearsal at a time, with the preview off the page and its own keys while it goes on. Draws nothing; `changed` is called when it went on. */
export class Playing {
  readonly #session: Session;
  readonly #changed: () => void;
  #rehearsal: Rehearsal | undefined;
  #restoreStage = (): void => {};
  state: PlayState = { name: 'idle', notes: [], place: undefined };

  constructor(session: Session, changed: () => void) {
    this.#session = session;
    this.#changed = changed;
  }

  /** Plays from the start, or goes on where it was on the page before. */
  start(person: Person, from?: Pick<PlayState, 'notes' | 'place'>): void {
    const { draft, workspace, page } = this.#session;
    if (draft === undefined) return;
    this.#end();
    this.state = { name: 'playing', notes: from?.notes ?? [], place: from?.place };
    this.#restoreStage = this.#session.clearStage();
    page.addEventListener('keydown', this.#onKey, true);
    this.#rehearsal = rehearse({
      tour: draft.tour,
      library: workspace,
      person,
      at: from?.place,
      onNote: (note) => {
        this.#become({ notes: [...this.state.notes, note].slice(-NOTES_MAX) });
        if (note.event.type === 'step_viewed') this.#raise(note.event.stepId);
      },
      onPlace: (place) => {
        // It may be over before it is in hand.
        if (place) this.#become({ place });
        else this.#finish();
      },
    });
    if (this.state.name !== 'playing') this.#end();
  }
  /** As if everything before the step had been gone through. */
  startAt(person: Person, stepId: string): void {
    const steps = this.#session.draft?.tour.steps.map(({ id }) => id) ?? [];
    const position = { stepId, path: steps.slice(0, steps.indexOf(stepId)), seen: false };
    const place = { tourId: '', version: 0, runId: 'rehearsal', order: [], position, at: 0 };
    this.start(person, { notes: [], place });
  }
  /** Undefined while nothing is played. */
  get waits(): 'page' | undefined {
    return this.#rehearsal?.state() === 'elsewhere' ? 'page' : undefined;
  }
  next(): void {
    this.#rehearsal?.next();
  }
  back(): void {
    this.#rehearsal?.back();
  }
  goTo(stepId: string): void {
    this.#rehearsal?.goTo(stepId);
  }
  pretend(event: string): void {
    this.#rehearsal?.pretend(event);
  }
  /** Takes it off the page; what happened stays to be read. */
  stop(): void {
    if (this.state.name === 'playing') this.#finish();
  }
  /** As if there had been none. */
  clear(): void {
    this.#end();
    this.state = { name: 'idle', notes: [], place: undefined };
  }

  /** The panel stays in reach beside a step that dims the page; what holds all of it would hold the panel all the same. */
  #raise(stepId: string): void {
    const step = this.#session.draft?.tour.steps.find(({ id }) => id === stepId);
    const holdsAll = step?.kind === 'modal' || (step?.spotlight !== undefined && !step.spotlight.interactive);
    if (!holdsAll) this.#session.raise();
  }
  #finish(): void {
    this.#become({ name: 'over', place: undefined });
    this.#end();
  }
  #end(): void {
    this.#rehearsal?.stop();
    this.#rehearsal = undefined;
    this.#session.page.removeEventListener('keydown', this.#onKey, true);
    this.#restoreStage();
    this.#restoreStage = () => {};
  }
  #become(change: Partial<PlayState>): void {
    this.state = { ...this.state, ...change };
    this.#changed();
  }
  /** Heard before anyone else: a step that holds the page lets nothing of the editor be reached. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // The step has the first right to it, as in front of users; what it does not close is stopped.
      setTimeout(() => this.stop());
      return;
    }
    const way = event.altKey && !event.ctrlKey && !event.metaKey && ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this[way]();
  };
}

const ARROWS: Readonly<Record<string, 'next' | 'back'>> = { ArrowRight: 'next', ArrowLeft: 'back' };
